//! Text from a ledger in the page.

use maud::Render;

use crate::safe;

/// Text from a ledger: escaped, and what would turn or hide the text around it is shown.
pub(super) struct Said<'a>(pub &'a str);

impl Render for Said<'_> {
    fn render_to(&self, out: &mut String) {
        out.push_str(&safe::html(self.0));
    }
}
