//! `claims explain`, as a person meets it.

use crate::desk::Desk;

#[test]
fn rules_are_listed_and_explained() {
    let seen = Desk::new()
        .run(&["explain"])
        .run(&["explain", "mode-without-quotes"])
        .run(&["explain", "mode-without-qoutes"])
        .run(&["explain", "banana"])
        .seen();
    insta::assert_snapshot!(seen);
}
