//! Floor 4: new text for ledger files. Nothing here touches the disk: it takes text and gives text.

mod add;
mod edit;
mod layout;
mod marking;
mod name;
mod parts;
#[cfg(test)]
mod tests;

pub use add::{Addition, Relation, add};
pub use layout::{WIDTH, print};
pub use marking::{Marking, NoPlace, Place, Quotes, mark};
pub use name::{free_id, id_for, with_ids};
