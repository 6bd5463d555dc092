//! Styles and locales out of the engine's archive or a file: only the ones that are asked for.

use std::collections::BTreeMap;

use hayagriva::archive::{ArchivedStyle, LOCALES};
use hayagriva::citationberg::{IndependentStyle, Locale as Terms, Style};

use crate::cite::locale::Locale;
use crate::cite::style::NoStyle;

/// The style that the archive has under this name.
pub fn archived(name: &str) -> Result<IndependentStyle, NoStyle> {
    match ArchivedStyle::by_name(name).map(ArchivedStyle::get) {
        Some(Style::Independent(style)) => Ok(style),
        Some(Style::Dependent(style)) => Err(NoStyle::Dependent(style.parent_link.href)),
        None => Err(NoStyle::Unknown),
    }
}

/// The style in a `.csl` file; one that only points at another is looked for in the archive.
pub fn of_file(xml: &str) -> Result<IndependentStyle, NoStyle> {
    match Style::from_xml(xml).map_err(|why| NoStyle::NotCsl(innermost(&why)))? {
        Style::Independent(style) => match endless(&style) {
            Some(name) => Err(NoStyle::Endless(name)),
            None => Ok(style),
        },
        Style::Dependent(style) => {
            let on = style.parent_link.href;
            match ArchivedStyle::by_id(&on).map(ArchivedStyle::get) {
                Some(Style::Independent(style)) => Ok(style),
                _ => Err(NoStyle::Dependent(on)),
            }
        }
    }
}

/// The reason behind a reason: the outer ones say only that something failed.
fn innermost(why: &dyn std::error::Error) -> String {
    let mut why = why;
    while let Some(behind) = why.source() {
        why = behind;
    }
    why.to_string()
}

/// How far into a locale of the archive its tag stands; the rest need not be read to find it.
const HEAD: usize = 64;

/// The terms of a locale. `locales()` of the engine would parse all sixty, for 50 ms.
pub fn terms(locale: Locale) -> Terms {
    let tag = locale.tag().as_bytes();
    let holds_tag =
        |file: &&&[u8]| file[..file.len().min(HEAD)].windows(tag.len()).any(|part| part == tag);
    let read = |file: &&[u8]| ciborium::from_reader::<Terms, _>(*file).ok();
    let found = LOCALES.iter().filter(holds_tag).find_map(read);
    found.expect("a test reads every locale")
}

/// The first macro that calls itself, directly or through others: the engine would not end.
fn endless(style: &IndependentStyle) -> Option<String> {
    let calls: BTreeMap<&str, Vec<String>> = style
        .macros
        .iter()
        .map(|of| {
            let mut called = Vec::new();
            // How a macro is called differs by element; written out, every call has the same name.
            gather_calls(&serde_json::to_value(&of.children).unwrap_or_default(), &mut called);
            (of.name.as_str(), called)
        })
        .collect();
    calls.keys().find(|name| comes_back(name, &calls)).map(|name| (*name).to_owned())
}

fn comes_back(name: &str, calls: &BTreeMap<&str, Vec<String>>) -> bool {
    let mut reached: Vec<&str> =
        calls.get(name).into_iter().flatten().map(String::as_str).collect();
    let mut at = 0;
    while let Some(next) = reached.get(at).copied() {
        at += 1;
        for called in calls.get(next).into_iter().flatten() {
            if !reached.contains(&called.as_str()) {
                reached.push(called);
            }
        }
    }
    reached.contains(&name)
}

fn gather_calls(written: &serde_json::Value, called: &mut Vec<String>) {
    match written {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str() {
                    Some(to) if name == "@macro" => called.push(to.to_owned()),
                    _ => gather_calls(value, called),
                }
            }
        }
        serde_json::Value::Array(items) => {
            for item in items {
                gather_calls(item, called);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{archived, of_file, terms};
    use crate::cite::locale::Locale;
    use crate::cite::style::{NoStyle, STYLES};

    #[test]
    fn every_named_style_and_locale_is_at_hand() {
        for (name, of_archive) in STYLES {
            assert!(archived(of_archive).is_ok(), "{name}");
        }
        for locale in Locale::ALL {
            let tag = terms(locale).lang.map(|code| code.0);
            assert_eq!(tag.as_deref(), Some(locale.tag()));
        }
    }

    fn style(macros: &str) -> String {
        format!(
            r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>T</title><id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info>{macros}<citation><layout><text macro="a"/></layout></citation></style>"#
        )
    }

    #[test]
    fn a_file_that_is_no_style_is_refused() {
        let fine = style(r#"<macro name="a"><text variable="title"/></macro>"#);
        assert!(of_file(&fine).is_ok());
        assert!(matches!(of_file("<style/>"), Err(NoStyle::NotCsl(_))));
        assert!(matches!(of_file("not XML"), Err(NoStyle::NotCsl(_))));
        let itself = style(r#"<macro name="a"><group><text macro="a"/></group></macro>"#);
        assert_eq!(of_file(&itself).err(), Some(NoStyle::Endless("a".to_owned())));
        let other = r#"<macro name="a"><choose><if type="book"><text macro="b"/></if></choose></macro><macro name="b"><names variable="author"><substitute><text macro="a"/></substitute></names></macro>"#;
        assert_eq!(of_file(&style(other)).err(), Some(NoStyle::Endless("a".to_owned())));
    }
}
