//! The names of the ledger that begin as was typed, for a shell that waits for them.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;

use crate::ledger::OWN_VOICE;
use crate::load::{Entry, Item, LedgerFile, find, fold};

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Claims, by their ids.
    Claim,
    /// Sources, by their ids, and the article's own voice.
    Source,
    /// What claims are about.
    Topic,
    /// Articles, by their ids.
    Article,
}

/// No more names than these are looked for: a shell asks before it shows a hundred.
const ENOUGH: usize = 1000;

/// No more claims than these are looked at, in some thirds of a second: who presses Tab waits for nothing
/// longer. A number, not a time, so that the same ledger always gives the same names.
const MOST_READ: usize = 200_000;

/// Names, and how many claims were looked at for them.
#[derive(Default)]
struct Batch {
    names: BTreeSet<String>,
    read: usize,
}

/// The names of the ledger that fit what was begun, or some of them where there are very many. Where it
/// cannot be read there are none: a shell is no place to say why.
pub fn of_ledger(
    names: Names,
    begun: &str,
    fits: &(impl Fn(&str) -> bool + Sync),
    ledgers: &[PathBuf],
) -> BTreeSet<String> {
    let files = if ledgers.is_empty() { find::nearest() } else { find::named(ledgers) };
    of_files(&files.unwrap_or_default(), MOST_READ, names, begun, fits)
}

/// The same of so many claims at most, or a few more.
fn of_files(
    files: &[LedgerFile],
    most: usize,
    names: Names,
    begun: &str,
    fits: &(impl Fn(&str) -> bool + Sync),
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut read = 0;
    fold(
        files,
        |is_begun: &mut bool, batch: &mut Batch, item| {
            let mut take = |name: &str| {
                if fits(name) && !batch.names.contains(name) {
                    batch.names.insert(name.to_owned());
                }
            };
            let is_first = !std::mem::replace(is_begun, true);
            let head = match &item {
                Item::Claim(entry) => {
                    of_claim(names, entry, &mut take);
                    entry.head
                }
                Item::End(end) => end.head,
            };
            // With the first claim, so that a file which is not read to its end has its say.
            if is_first && names == Names::Source {
                head.sources.iter().for_each(|(id, _)| take(id.as_str()));
                take(OWN_VOICE);
            } else if is_first && names == Names::Article {
                take(head.article.id.as_str());
            }
            batch.read += usize::from(matches!(item, Item::Claim(_)));
        },
        |batch| {
            found.extend(batch.names);
            read += batch.read;
            if read >= most || is_enough(&found, begun) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
    );
    thinned(found)
}

/// No more of them than anybody looks at. The first and the last stay, and with them the letters that all
/// begin with, which a shell writes into the line.
fn thinned(mut found: BTreeSet<String>) -> BTreeSet<String> {
    if found.len() <= ENOUGH {
        return found;
    }
    let last = found.pop_last();
    found.into_iter().take(ENOUGH - 1).chain(last).collect()
}

fn of_claim(names: Names, entry: &Entry<'_>, take: &mut impl FnMut(&str)) {
    match names {
        Names::Claim => take(entry.claim.id.as_str()),
        Names::Topic => entry.claim.topics.iter().for_each(|topic| take(topic)),
        Names::Source | Names::Article => {}
    }
}

/// Whether there are more names than anybody looks at, and no letter that all of them go on with: a shell
/// writes such a letter into the line at once, as if no other name began otherwise.
fn is_enough(found: &BTreeSet<String>, begun: &str) -> bool {
    let next = |name: Option<&String>| name.and_then(|name| name[begun.len()..].chars().next());
    found.len() >= ENOUGH && next(found.first()) != next(found.last())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::{ENOUGH, Names, is_enough, of_files, of_ledger};
    use crate::load::find;

    fn names(names: impl Iterator<Item = String>) -> BTreeSet<String> {
        names.collect()
    }

    #[test]
    fn what_a_shell_would_write_at_once_is_looked_for_to_the_end() {
        let many = |letters: &'static [&str]| {
            names((0..ENOUGH).map(move |at| format!("c{}{at}", letters[at % letters.len()])))
        };
        let cases = [
            ("all go on with the same letter", "c", many(&["a"]), false),
            ("and with others", "c", many(&["a", "b"]), true),
            ("more of it was typed", "ca", many(&["a"]), true),
            ("there are few", "c", names(["ca".to_owned(), "cb".to_owned()].into_iter()), false),
            ("there is none", "c", BTreeSet::new(), false),
        ];
        for (case, begun, found, expected) in cases {
            assert_eq!(is_enough(&found, begun), expected, "{case}");
        }
    }

    /// A ledger file with so many claims, whose ids begin with each of the letters in turn.
    fn ledger(letters: &[&str], claims: usize) -> (TempDir, Vec<PathBuf>) {
        let folder = tempfile::tempdir().expect("a folder");
        let claim = |at: usize| {
            let letter = letters[at % letters.len()];
            format!(
                r#"{{"id":"{letter}{at}","statement":"S.","kind":"fact","topics":["t-{letter}"],"source":"s","mode":"indirect"}}"#
            )
        };
        let text = format!(
            r#"{{"format":1,"article":{{"id":"a","type":"article"}},"sources":{{"s":{{"name":"S","kind":"person"}}}},"claims":[{}]}}"#,
            (0..claims).map(claim).collect::<Vec<_>>().join(",")
        );
        let path = folder.path().join("a.json");
        std::fs::write(&path, text).expect("is written");
        (folder, vec![path])
    }

    #[test]
    fn a_ledger_is_read_until_there_are_enough() {
        let (_folder, files) = ledger(&["x", "y"], 5 * ENOUGH);
        let begins = |begun: &'static str| move |name: &str| name.starts_with(begun);
        let found = |kind, begun: &'static str| of_ledger(kind, begun, &begins(begun), &files);
        let all = found(Names::Claim, "");
        assert_eq!(all.len(), ENOUGH);
        let ends = [all.first(), all.last()].map(|name| name.and_then(|name| name.chars().next()));
        assert_eq!(ends, [Some('x'), Some('y')]);
        // Every id that begins so goes on with a number.
        assert_eq!(found(Names::Claim, "x").len(), ENOUGH);
        assert_eq!(found(Names::Claim, "x4998").len(), 1, "the last but one is found");
        assert_eq!(found(Names::Source, ""), names(["article".into(), "s".into()].into_iter()));
        assert_eq!(found(Names::Article, "a"), names(std::iter::once("a".into())));
        assert_eq!(found(Names::Topic, "t-y"), names(std::iter::once("t-y".into())));
    }

    #[test]
    fn no_more_is_read_than_somebody_waits_for() {
        let (_folder, files) = ledger(&["x"], 5000);
        let files = find::named(&files).expect("a ledger");
        let found = |id: &'static str| {
            of_files(&files, 2000, Names::Claim, id, &|name: &str| name == id).len()
        };
        assert_eq!((found("x1999"), found("x4999")), (1, 0));
        assert!(of_files(&files, 2000, Names::Source, "s", &|name: &str| name == "s").len() == 1);
    }
}
