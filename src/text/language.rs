//! The languages whose word lists the engine has.

/// A language with word lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Arabic.
    Arabic,
    /// Czech.
    Czech,
    /// German.
    German,
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Italian.
    Italian,
    /// Japanese.
    Japanese,
    /// Dutch.
    Dutch,
    /// Polish.
    Polish,
    /// Portuguese.
    Portuguese,
    /// Russian.
    Russian,
    /// Chinese.
    Chinese,
}

impl Language {
    /// Every language with a list of negations.
    pub const ALL: [Self; 13] = [
        Self::Arabic,
        Self::Czech,
        Self::German,
        Self::English,
        Self::Spanish,
        Self::French,
        Self::Italian,
        Self::Japanese,
        Self::Dutch,
        Self::Polish,
        Self::Portuguese,
        Self::Russian,
        Self::Chinese,
    ];

    /// The language of a BCP 47 tag (`it`, `de-CH`, `zh-Hant`); none where the engine has no lists for it.
    ///
    /// ```
    /// use news_claims::text::language::Language;
    /// assert_eq!(Language::of_tag("de-CH"), Some(Language::German));
    /// assert_eq!(Language::of_tag("fi"), None);
    /// ```
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Czech => "cs",
            Self::German => "de",
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Italian => "it",
            Self::Japanese => "ja",
            Self::Dutch => "nl",
            Self::Polish => "pl",
            Self::Portuguese => "pt",
            Self::Russian => "ru",
            Self::Chinese => "zh",
        }
    }
}
