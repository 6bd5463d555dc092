//! Nothing is lost when a ledger file is written anew, and what was written so is written so again.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::curate::tests::read;
use crate::curate::{WIDTH, print};

/// A text, with what JSON has to escape, what it may escape, and what only looks blank.
fn words() -> impl Strategy<Value = String> {
    let plain = "[a-zàè'’“”« ]{0,30}".prop_map(|text| format!("x{text}"));
    let odd = prop_oneof![
        Just(r#"a "mark" and \ a stroke"#.to_owned()),
        Just("two\nlines\r\n\ttab".to_owned()),
        Just("\u{1}\u{7f}\u{9b}\u{2028}\u{202e}\u{feff}x".to_owned()),
        Just("桥 e\u{301} 🌉".to_owned()),
        Just("long ".repeat(40)),
    ];
    prop_oneof![4 => plain, 1 => odd]
}

/// A JSON string of a text, sometimes with every letter escaped.
fn text() -> impl Strategy<Value = String> {
    (words(), any::<bool>()).prop_map(|(text, escaped)| {
        if !escaped {
            return serde_json::to_string(&text).expect("is JSON");
        }
        let mut units = String::from('"');
        for unit in text.encode_utf16() {
            let _ = write!(units, "\\u{unit:04X}");
        }
        units + "\""
    })
}

fn slug() -> impl Strategy<Value = String> {
    "[a-z0-9][a-z0-9-]{0,12}".prop_map(|slug| format!("\"{slug}\""))
}

/// JSON that must stay as it is.
fn kept() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(r#"{"a" :1.50, "b":[ ]}"#),
        Just("{\n\t\"n\": 1e300,\r\n  \"m\" : -0.0 }"),
        Just(r#"{ "\u0061": "\u00e8\/", "x": {"x": {}} }"#),
        Just("{}"),
        Just("{ }"),
    ]
    .prop_map(str::to_owned)
}

fn list(of: impl Strategy<Value = String>, most: usize) -> impl Strategy<Value = String> {
    vec(of, 0..=most).prop_map(|items| format!("[{}]", items.join(" ,\n ")))
}

/// A field that may be left out.
type Optional = Option<(&'static str, String)>;

/// An object of the fields that are there, from the given one on.
fn object(fields: Vec<Optional>, from: usize) -> String {
    let mut fields: Vec<String> =
        fields.into_iter().flatten().map(|(name, value)| format!("\"{name}\" : {value}")).collect();
    let from = from % fields.len().max(1);
    fields.rotate_left(from);
    format!("{{\r\n{}}}", fields.join(" , "))
}

fn maybe(
    name: &'static str,
    value: impl Strategy<Value = String>,
) -> impl Strategy<Value = Optional> {
    option::of(value.prop_map(move |value| (name, value)))
}

fn sure(
    name: &'static str,
    value: impl Strategy<Value = String>,
) -> impl Strategy<Value = Optional> {
    value.prop_map(move |value| Some((name, value)))
}

fn flag() -> impl Strategy<Value = String> {
    any::<bool>().prop_map(|flag| flag.to_string())
}

fn quote() -> impl Strategy<Value = String> {
    let sic = (text(), text())
        .prop_map(|(printed, meant)| format!("{{\"meant\":{meant},\"printed\":{printed}}}"));
    let renderings =
        (text(), text()).prop_map(|(one, two)| format!("{{\"it\":{one},\"en\":{two}}}"));
    let fields = (
        sure("exact", text()),
        maybe("prefix", text()),
        maybe("continues", flag()),
        maybe(
            "translated",
            prop_oneof![Just("\"stated\""), Just("\"presumed\"")].prop_map(String::from),
        ),
        maybe("renderings", renderings),
        maybe("sic", list(sic, 2)),
        maybe("x", kept()),
        any::<usize>(),
    );
    fields.prop_map(|(a, b, c, d, e, f, g, from)| object(vec![a, b, c, d, e, f, g], from))
}

pub(super) fn claim() -> impl Strategy<Value = String> {
    let passage = (1..99u32, text(), text()).prop_map(|(paragraph, start, end)| {
        format!("{{\"end\":{end},\"paragraph\":{paragraph},\"start\":{start}}}")
    });
    let status = text()
        .prop_map(|note| format!("{{\"note\":{note},\"state\":\"corrected\",\"date\":\"2025\"}}"));
    let said = (
        sure("id", slug()),
        sure("statement", text()),
        sure("kind", Just("\"call\"".to_owned())),
        sure("source", slug()),
        sure("mode", Just("\"own-voice\"".to_owned())),
        maybe("topics", list(slug(), 9)),
        maybe("voice_of", slug()),
        maybe("cue", text()),
    );
    let rest = (
        maybe("inferred", flag()),
        maybe("quotes", list(quote(), 3)),
        maybe("passages", list(passage, 3)),
        maybe("due", Just("\"2026-06\"".to_owned())),
        maybe("status", status),
        maybe("supports", list(slug(), 3)),
        maybe("note", text()),
        maybe("x", kept()),
    );
    let said = said.prop_map(|(a, b, c, d, e, f, g, h)| vec![a, b, c, d, e, f, g, h]);
    let rest = rest.prop_map(|(a, b, c, d, e, f, g, h)| vec![a, b, c, d, e, f, g, h]);
    (said, rest, any::<usize>()).prop_map(|(said, rest, from)| object([said, rest].concat(), from))
}

fn article() -> impl Strategy<Value = String> {
    let author = text().prop_map(|name| {
        format!("[ {{\"family\" : {name}, \"rank\":[ 1.0 ]}},\n\n{{ \"literal\":{name}}} ]")
    });
    let fields = (
        sure("id", slug()),
        sure("type", Just("\"article\"".to_owned())),
        maybe("title", text()),
        maybe("volume", prop_oneof![Just("3"), Just("3.0e1"), Just("1.50")].prop_map(String::from)),
        maybe("author", author),
        maybe("issued", Just("{\"date-parts\" :[[\"2025\",8 , 14]]}".to_owned())),
        maybe("mood", kept()),
        any::<usize>(),
    );
    fields.prop_map(|(a, b, c, d, e, f, g, from)| object(vec![a, b, c, d, e, f, g], from))
}

pub(super) fn file() -> impl Strategy<Value = String> {
    let source = (text(), list(text(), 3), flag(), option::of(kept())).prop_map(|(name, aliases, anonymous, own)| {
        let own = own.map(|own| format!(",\"x\":{own}")).unwrap_or_default();
        format!("{{\"kind\":\"person\",\"anonymous\":{anonymous}{own},\"aliases\":{aliases},\"name\":{name}}}")
    });
    let sources = vec(source, 0..4).prop_map(|sources| {
        // One of them has an id that is a field's name elsewhere.
        let ids = ["x", "b", "c", "d"];
        let each: Vec<String> =
            ids.iter().zip(sources).map(|(id, source)| format!("\"{id}\":{source}")).collect();
        format!("{{{}}}", each.join(","))
    });
    let fields = (
        maybe("$schema", text()),
        sure("format", Just("1".to_owned())),
        sure("article", article()),
        maybe("snapshot", Just("{\"file\" : \"a.txt\"}".to_owned())),
        maybe("sources", sources),
        maybe("claims", list(claim(), 4)),
        maybe("x", kept()),
        any::<usize>(),
    );
    fields.prop_map(|(a, b, c, d, e, f, g, from)| object(vec![a, b, c, d, e, f, g], from))
}

/// What stands under `x` and in unknown variables, byte for byte, in the order of the text.
fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

proptest! {
    #![proptest_config(crate::trial::with(256))]

    #[test]
    fn nothing_is_lost(text in file()) {
        let before = read(&text);
        let printed = print(&before);
        prop_assert_eq!(&read(&printed), &before);
        prop_assert_eq!(print(&read(&printed)), printed.clone(), "written anew it changes");
        let ends_well = printed.ends_with("}\n") && !printed.ends_with("\n\n");
        prop_assert!(ends_well, "how it ends");
        for own in ["{\"a\" :1.50, \"b\":[ ]}", "{\n\t\"n\": 1e300,\r\n  \"m\" : -0.0 }", r#"{ "\u0061": "\u00e8\/", "x": {"x": {}} }"#] {
            prop_assert_eq!(count(&printed, own), count(&text, own));
        }
        for number in ["3.0e1", "[1.0]"] {
            prop_assert_eq!(count(&printed, number), count(&text.replace("[ 1.0 ]", "[1.0]"), number));
        }
    }
}

#[test]
fn the_form_is_the_one_of_the_documentation() {
    let given = r#"{"claims":[{"id":"a","statement":"S.","kind":"fact","source":"article","mode":"own-voice",
        "topics":["one","two"],"quotes":[{"exact":"uno"}],
        "passages":[{"paragraph":1,"start":"u","end":"o"},{"paragraph":2,"start":"u","end":"o"}],"x":{"k" : 1.0}}],
        "sources":{"ito":{"kind":"person","name":"Mei Ito","aliases":["Ito"]}},"format":1,
        "article":{"title":"T","id":"b","type":"article","author":[{"family":"Bellandi","given":"Chiara"}]}}"#;
    let expected = r#"{
  "format": 1,
  "article": {
    "id": "b",
    "type": "article",
    "title": "T",
    "author": [{ "family": "Bellandi", "given": "Chiara" }]
  },
  "sources": {
    "ito": { "name": "Mei Ito", "kind": "person", "aliases": ["Ito"] }
  },
  "claims": [
    {
      "id": "a",
      "statement": "S.",
      "kind": "fact",
      "topics": ["one", "two"],
      "source": "article",
      "mode": "own-voice",
      "quotes": [{ "exact": "uno" }],
      "passages": [
        { "paragraph": 1, "start": "u", "end": "o" },
        { "paragraph": 2, "start": "u", "end": "o" }
      ],
      "x": {"k" : 1.0}
    }
  ]
}
"#;
    assert_eq!(print(&read(given)), expected);
}

#[test]
fn what_fits_stands_on_one_line() {
    let given = |name: &str| {
        format!(
            r#"{{"format":1,"article":{{"id":"b","type":"article"}},"sources":{{"ito":{{"name":"{name}","kind":"person"}}}},"claims":[]}}"#
        )
    };
    let frame = r#"    "ito": { "name": "", "kind": "person" }"#.len();
    for (length, lines) in [(WIDTH - 1 - frame, 1), (WIDTH - frame, 4)] {
        let printed = print(&read(&given(&"é".repeat(length))));
        let sources = printed.split("\"sources\": {\n").nth(1).expect("has sources");
        let sources = sources.split("\n  }").next().expect("ends");
        assert_eq!(sources.lines().count(), lines, "{printed}");
    }
}
