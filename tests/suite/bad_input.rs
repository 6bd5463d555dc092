//! What a person is told whose input cannot be used: which file, where, what was found, what to do.

use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use news_claims::load;
use news_claims::span::position;

/// One fault a file, in a folder named after its rule.
const LEDGERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/ledgers");

#[test]
fn each_faulty_ledger_is_told_in_words() {
    let mut told = String::new();
    let files = load::find::named(&[LEDGERS.into()]).expect("is there");
    for file in files {
        let bytes = fs::read(&file.path).expect("is readable");
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let found = load::fold(
            std::slice::from_ref(&file),
            |(): &mut (), (): &mut (), _| (),
            |()| ControlFlow::Continue(()),
        );
        let name = Path::new(&*file.shown).strip_prefix(LEDGERS).expect("is below");
        for finding in found {
            let place =
                load::locate(text, &finding.place.spot).map(|span| position(text, span.start));
            let place = place.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
            let help = finding.help.map(|help| format!("\n  help: {help}")).unwrap_or_default();
            let _ = writeln!(told, "{}{place}\n  {}{help}", name.display(), finding.message);
        }
    }
    insta::assert_snapshot!(told);
}
