//! The style that `--style` names.

use std::path::Path;

use crate::cite::{Locale, NoStyle, PLAIN, STYLES, Style};
use crate::cli::trouble::Trouble;
use crate::load::read;
use crate::wording::{all_of, did_you_mean, ticked};

/// The largest style file that is read: ten times the largest of the `CSL` repository.
const LARGEST_STYLE: u64 = 4 << 20;

/// The style of this name, or in the file of this name.
///
/// # Errors
/// When there is none, or the file cannot be read or holds none.
pub fn named(asked: &str, locale: Locale) -> Result<Style, Trouble> {
    let path = Path::new(asked);
    let is_file = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csl"))
        || asked.contains(std::path::MAIN_SEPARATOR);
    if is_file {
        return of_file(path, locale);
    }
    Style::named(asked, locale).map_err(|why| {
        let trouble = match why {
            NoStyle::Unknown => Trouble::new(format!("no style has the name `{asked}`")),
            _ => Trouble::new(format!("cannot use the style `{asked}`: {why}")),
        };
        let known = || std::iter::once(PLAIN).chain(STYLES.iter().map(|(name, _)| *name));
        trouble.help(match (why, did_you_mean(asked, known())) {
            (NoStyle::Unknown, Some(near)) => format!("did you mean `{near}`?"),
            (NoStyle::Unknown, None) => {
                format!(
                    "there are {}, and any other by its `.csl` file",
                    all_of(known().map(ticked))
                )
            }
            _ => "use `plain`, or a `claims` that was built with the feature `csl`".to_owned(),
        })
    })
}

fn of_file(path: &Path, locale: Locale) -> Result<Style, Trouble> {
    let shown = path.display();
    let mut buffer = Vec::new();
    let xml = read::text(path, Some(LARGEST_STYLE), &mut buffer).map_err(|why| {
        Trouble::new(format!("cannot read the style `{shown}`: {why}")).help(why.help())
    })?;
    Style::of_file(xml, locale).map_err(|why| {
        let help = match why {
            NoStyle::Dependent(_) => "give the file of the style that it points at",
            NoStyle::LeftOut => "use `plain`, or a `claims` that was built with the feature `csl`",
            _ => "styles are at https://github.com/citation-style-language/styles",
        };
        Trouble::new(format!("cannot use the style `{shown}`: {why}")).help(help)
    })
}
