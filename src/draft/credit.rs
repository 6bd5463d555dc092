//! Whom a draft credits with a quotation, and how sure that is.

use super::cast::Who;

/// Whom the words around a quotation credit with it. Whoever is not sure says nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credit {
    /// The draft says so: by a name, or by a pronoun that can stand for nobody else.
    Certain(Who, Ground),
    /// A reader would think so, and might be wrong.
    Likely(Who, Ground),
    /// One of several, and the draft does not tell which.
    Contested(Vec<Who>),
    /// Nobody that can be told.
    Nobody,
}

impl Credit {
    /// Who is credited for certain.
    pub const fn certain(&self) -> Option<&Who> {
        if let Self::Certain(who, _) = self { Some(who) } else { None }
    }

    /// Who is credited, for certain or likely.
    pub const fn who(&self) -> Option<&Who> {
        match self {
            Self::Certain(who, _) | Self::Likely(who, _) => Some(who),
            Self::Contested(_) | Self::Nobody => None,
        }
    }

    /// The more certain of the two.
    pub(super) fn or(self, other: Self) -> Self {
        if self.rank() >= other.rank() { self } else { other }
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::Certain(..) => 3,
            Self::Likely(..) => 2,
            Self::Contested(_) => 1,
            Self::Nobody => 0,
        }
    }
}

/// What a credit rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Where the words of credit stand.
    pub place: Place,
    /// What they are.
    pub by: By,
}

/// Where the words that credit stand, seen from the quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the same sentence.
    Same,
    /// In the sentence before.
    Before,
    /// In the sentence after.
    After,
}

/// How the one who is credited is called there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By name.
    Name,
    /// By a pronoun: nobody else is named in the paragraph.
    OnlyOneNamed,
    /// By a pronoun: others are named too, and this one speaks or is the subject.
    Subject,
    /// By a pronoun that reaches back to the paragraph before.
    Earlier,
    /// By a phrase such as "the researcher".
    Role,
}
