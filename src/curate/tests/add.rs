//! What is put in stands where it belongs, and nothing else changes.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use crate::curate::tests::layout::file;
use crate::curate::tests::read;
use crate::curate::{Addition, Relation, add, print};
use crate::ledger::{Claim, Id, Source};

fn claim(id: &str) -> Claim {
    let json = format!(
        r#"{{"id":"{id}","statement":"S.","kind":"fact","source":"new-source","mode":"indirect","topics":["t"]}}"#
    );
    serde_json::from_str(&json).expect("is a claim")
}

fn source() -> (Id<Source>, Source) {
    let source = serde_json::from_str(r#"{"name":"New Source","kind":"person"}"#);
    ("new-source".parse().expect("is an id"), source.expect("is a source"))
}

fn conflict(of: &str) -> Relation {
    Relation { of: of.to_owned(), field: "conflicts", to: "new-claim".to_owned() }
}

/// Whether `new` is `old` with something put in.
fn holds_all_of(new: &str, old: &str) -> bool {
    let mut letters = new.chars();
    old.chars().all(|letter| letters.any(|other| other == letter))
}

proptest! {
    #![proptest_config(crate::trial::with(256))]

    #[test]
    fn what_was_written_by_hand_stays(text in file()) {
        let (claims, sources) = ([claim("new-claim")], [source()]);
        let before = read(&text);
        let relations: Vec<Relation> = before.claims.iter().map(|claim| conflict(claim.id.as_str())).collect();
        let first: Vec<Relation> = relations.into_iter().take(1).collect();
        let addition = Addition { sources: &sources, claims: &claims, relations: &first };

        // As it was found: what is there stays to the byte, and what is new is there.
        let loose = add(&text, &addition);
        prop_assert!(holds_all_of(&loose, &text), "something is gone: {}", loose);
        let after = read(&loose);
        prop_assert_eq!(after.claims.len(), before.claims.len() + 1);
        prop_assert_eq!(after.claims.last(), Some(&claims[0]));
        prop_assert_eq!(after.sources.get("new-source"), Some(&sources[0].1));
        prop_assert_eq!(after.sources.len(), before.sources.len() + 1);
        prop_assert_eq!(&after.article, &before.article);
        prop_assert_eq!(&after.x, &before.x);

        // A file that is written the one way stays so.
        let printed = print(&before);
        let added = add(&printed, &addition);
        prop_assert_eq!(print(&read(&added)), added);
    }
}

const HAND: &str = "{\r\n\t\"format\": 1,\r\n\t\"article\": { \"id\": \"a\", \"type\": \"article\" },\r\n\t\"sources\": { \"ito\": { \"name\": \"Mei Ito\", \"kind\": \"person\" } },\r\n\t\"claims\": [\r\n\t\t{ \"id\": \"one\", \"statement\": \"S.\", \"kind\": \"fact\", \"source\": \"ito\", \"mode\": \"indirect\", \"note\": \"N.\" }\r\n\t]\r\n}\r\n";

#[test]
fn what_is_put_in_follows_the_hand_around_it() {
    let (claims, sources, relations) = ([claim("new-claim")], [source()], [conflict("one")]);
    let addition = Addition { sources: &sources, claims: &claims, relations: &relations };
    let added = add(HAND, &addition);
    let expected = "{
\t\"format\": 1,
\t\"article\": { \"id\": \"a\", \"type\": \"article\" },
\t\"sources\": { \"ito\": { \"name\": \"Mei Ito\", \"kind\": \"person\" },
\t  \"new-source\": { \"name\": \"New Source\", \"kind\": \"person\" } },
\t\"claims\": [
\t\t{ \"id\": \"one\", \"statement\": \"S.\", \"kind\": \"fact\", \"source\": \"ito\", \"mode\": \"indirect\", \"conflicts\": [\"new-claim\"], \"note\": \"N.\" },
\t\t{
\t\t  \"id\": \"new-claim\",
\t\t  \"statement\": \"S.\",
\t\t  \"kind\": \"fact\",
\t\t  \"topics\": [\"t\"],
\t\t  \"source\": \"new-source\",
\t\t  \"mode\": \"indirect\"
\t\t}
\t]
}
";
    assert_eq!(added, expected.replace('\n', "\r\n"));
}

#[test]
fn the_first_of_its_kind_finds_its_place() {
    let (claims, sources) = ([claim("new-claim")], [source()]);
    let addition = Addition { sources: &sources, claims: &claims, relations: &[] };
    let least = r#"{"format":1,"article":{"id":"a","type":"article"}}"#;
    let empty = "{\n  \"format\": 1,\n  \"article\": {\n    \"id\": \"a\",\n    \"type\": \"article\"\n  },\n  \"sources\": {},\n  \"claims\": []\n}\n";
    for text in [least, empty] {
        let after = read(&add(text, &addition));
        assert_eq!((after.sources.len(), after.claims.len()), (1, 1), "{text}");
    }
    let added = add(empty, &addition);
    assert_eq!(print(&read(&added)), added);
}

#[test]
fn a_relation_that_is_there_is_not_written_twice() {
    let text = HAND.replace("\"note\"", "\"conflicts\": [\"new-claim\"], \"note\"");
    let relations = [conflict("one")];
    let addition = Addition { relations: &relations, ..Addition::default() };
    assert_eq!(add(&text, &addition), text);
}
