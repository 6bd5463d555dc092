//! What fuzzing began with and what it found, held against the same invariants as it was then.

use std::fs;
use std::path::Path;

use crate::desk::skipped;
use crate::invariants;

/// Panics where something does not hold.
type Hold = fn(&[u8]);

/// The fuzz targets: the folder of each one's corpus, and what must hold.
const TARGETS: [(&str, Hold); 5] = [
    ("draft", invariants::draft::hold),
    ("ledger", invariants::ledger::hold),
    ("questions", invariants::questions::hold),
    ("quotation", invariants::quotation::hold),
    ("snapshot", invariants::snapshot::hold),
];

#[test]
fn what_was_found_by_fuzzing_is_not_found_again() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    if !corpus.is_dir() {
        skipped("the fuzz corpora are not part of a package");
        return;
    }
    for (target, hold) in TARGETS {
        let mut files: Vec<_> = fs::read_dir(corpus.join(target))
            .expect("a corpus")
            .map(|entry| entry.expect("is readable").path())
            .collect();
        files.sort();
        assert!(files.len() > 2, "the corpus of `{target}` holds too little");
        for file in files {
            let bytes = fs::read(&file).expect("is readable");
            let held = std::panic::catch_unwind(|| hold(&bytes));
            assert!(held.is_ok(), "{}", file.display());
        }
    }
}
