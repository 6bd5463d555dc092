//! Whatever a ledger says, a citation of it is text and nothing more, in every form and format.

use std::path::PathBuf;

use news_claims::cite::{
    Block, Citer, Doubt, Form, Locale, RecordFormat, Style, TextFormat, draw, records,
};
use news_claims::ledger::{File, Head};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::{Value, json};

use crate::desk::skipped;

/// What acts in one of the formats.
const ACTIVE: [&str; 26] = [
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "'><img src=x onerror=alert(1)>",
    "<!-- -->",
    "&lt;b&gt; &amp; &#106;",
    "*a* _b_ `c` ~~d~~ ^e^ ~f~ $g$",
    "[a](javascript:alert(1)) ![b](x) [^c] [@d] <https://e.example>",
    "https://a.example www.b.example c@d.example",
    "# a\n\n- b\n\n> c\n\n1. d\n\n```\ne\n```",
    "| a | b |\n|---|---|",
    "[x]: y",
    "--- +++ === ***",
    "a; @b, p. 3] [@c",
    "\\input{/etc/passwd} \\write18{ls} $x$ % # & _ ^ ~ { }",
    "}, title = {b}, x = {",
    "@article{a, title={b}}",
    "a and b and {c} , d",
    "x\r\nER  - \r\nTY  - JOUR\r\nTI  - forged",
    "\u{1b}[31m\u{9b}2J\u{7}\u{0}\u{7f}",
    "\u{202e}\u{2066}\u{200f}\u{2028}\u{2029}\u{85}",
    "“a” ‘b’ «c» „d‟ \"e\" 'f'",
    "?. !. .. ,) ?,",
    "…",
    "…;…, and 1-2--3",
    "   ",
    "1234567890123456789012345678901234567890",
];

fn strings() -> Vec<String> {
    let mut strings: Vec<String> = ACTIVE.map(str::to_owned).to_vec();
    match std::env::var_os("CLAIMS_SHARED") {
        Some(shared) => {
            let path = PathBuf::from(shared).join("suites/naughty-strings.json");
            let list = std::fs::read_to_string(path).expect("is there");
            strings.extend(serde_json::from_str::<Vec<String>>(&list).expect("is a list"));
        }
        None => skipped("no CLAIMS_SHARED, where the list of naughty strings is"),
    }
    strings
}

/// A ledger that says this wherever it may say anything.
fn ledger(said: &str) -> Option<File> {
    let claim = |id: &str, mode: &str, source: &str, quotes: Value| {
        json!({
            "id": id, "statement": said, "kind": "fact", "source": source, "mode": mode, "hedges": [said],
            "quotes": quotes,
            "passages": [{ "paragraph": 7, "start": said, "end": said }],
        })
    };
    let quotes = json!([{ "exact": said, "translated": "presumed" }, { "exact": said }]);
    let ledger = json!({
        "format": 1,
        "article": {
            "id": "a", "type": "article-newspaper", "title": said, "container-title": said,
            "author": [{ "family": said, "given": said }, { "literal": said }],
            "issued": { "date-parts": [[2025, 8, 14]] }, "URL": format!("https://a.example/{said}"),
            "volume": said, "issue": said, "page": said, "edition": said, "publisher": said, "note": said,
            "section": said, "language": said, "DOI": said,
        },
        "sources": {
            "s": { "name": said, "kind": "person", "role": said, "affiliation": said },
            "t": { "name": said, "kind": "group", "anonymous": true },
        },
        "claims": [
            claim("direct", "direct", "s", quotes.clone()),
            claim("mixed", "mixed", "t", quotes.clone()),
            claim("own", "own-voice", "article", quotes),
            claim("reported", "indirect", "s", json!([])),
        ],
    });
    serde_json::from_value(ledger).ok()
}

/// Fails where Markdown holds anything but text, and the blocks, notes and links of a citation.
fn assert_inert_markdown(drawn: &str, said: &str) {
    for event in Parser::new_ext(drawn, Options::all()) {
        let is_ours = match &event {
            // Emphasis is for titles of outlets and words of doubt.
            Event::Text(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::End(_)
            | Event::Start(
                Tag::Paragraph | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::Emphasis,
            ) => true,
            Event::FootnoteReference(of) => ["direct", "mixed", "own", "reported"].contains(&&**of),
            Event::Start(Tag::Link { dest_url, .. }) => dest_url.starts_with("https://a.example/"),
            _ => false,
        };
        assert!(is_ours, "{event:?} of {said:?} in {drawn}");
    }
}

/// Fails where a fragment of HTML holds any tag that a citation does not.
fn assert_inert_html(drawn: &str, said: &str) {
    for tag in drawn.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{said:?} in {drawn}"));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        assert!(["blockquote", "p", "sup", "a", "i", "b"].contains(&name), "{tag} of {said:?}");
        let mut rest = tag.split_once(' ').map_or("", |(_, attributes)| attributes);
        while !rest.is_empty() {
            let (attribute, value) = rest.split_once("=\"").expect("an attribute has a value");
            assert!(["href", "id", "role"].contains(&attribute), "{tag} of {said:?}");
            let (value, after) = value.split_once('"').expect("a value ends");
            assert!(attribute != "href" || value.starts_with(['#', 'h']), "{tag} of {said:?}");
            rest = after.trim_start();
        }
    }
}

fn assert_mute(drawn: &str, said: &str) {
    let is_active = |letter: char| {
        letter.is_control() && !matches!(letter, '\n' | '\r')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}')
    };
    assert!(!drawn.contains(is_active), "{said:?} in {drawn:?}");
}

fn assert_citations(way: &Citer, file: &File, head: &Head, said: &str) -> usize {
    let mut trusted = 0;
    for claim in &file.claims {
        let cited = way.cite(claim, head, None);
        assert_ne!(cited.doubt, Some(Doubt::Failure), "the engine failed on {said:?}");
        trusted += usize::from(cited.doubt.is_none());
        let blocks: Vec<Block> = cited
            .blocks
            .into_iter()
            .chain(way.listed(&head.article).into_iter().flat_map(|entry| entry.blocks))
            .collect();
        let markdown = draw(&blocks, TextFormat::Markdown);
        assert_inert_markdown(&markdown, said);
        assert_mute(&markdown, said);
        let html = draw(&blocks, TextFormat::Html);
        assert_inert_html(&html, said);
        assert_mute(&html, said);
        assert_mute(&draw(&blocks, TextFormat::Text), said);
    }
    trusted
}

fn assert_records(file: &File, said: &str) {
    let articles = std::slice::from_ref(&file.article);
    let bibtex = records(articles, RecordFormat::Bibtex).text;
    assert_mute(&bibtex, said);
    let mut depth = 0_i32;
    for letter in bibtex.trim_end().chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        assert!(depth >= 0, "{said:?} in {bibtex}");
    }
    assert_eq!(depth, 0, "{said:?} in {bibtex}");
    assert_eq!(bibtex.matches("\n@").count(), 0, "{said:?} in {bibtex}");
    let ris = records(articles, RecordFormat::Ris).text;
    assert_mute(&ris, said);
    assert_eq!(
        ris.split("\r\n").filter(|line| line.starts_with("ER  -")).count(),
        1,
        "{said:?} in {ris}"
    );
    assert!(!ris.replace("\r\n", "").contains(['\r', '\n']), "{said:?} in {ris}");
    let json = records(articles, RecordFormat::CslJson).text;
    assert_mute(&json, said);
    serde_json::from_str::<Value>(&json).expect("is JSON");
}

#[test]
fn nothing_that_a_ledger_says_is_active_in_a_citation() {
    let mut ways = vec![
        Citer::new(Form::Block, Style::Plain, Locale::EnUs),
        Citer::new(Form::Footnote, Style::Plain, Locale::FrFr),
        Citer::new(Form::Inline, Style::Plain, Locale::DeDe),
    ];
    // Cites in the text, and lists: both ways through the engine.
    let style = Style::named("harvard-cite-them-right", Locale::EnUs).expect("is known");
    ways.push(Citer::new(Form::Inline, style, Locale::EnUs));
    let (mut ledgers, mut trusted) = (0, 0);
    for said in strings() {
        let Some(file) = ledger(&said) else { continue };
        ledgers += 1;
        let head = Head { article: file.article.clone(), sources: file.sources.clone() };
        assert_records(&file, &said);
        for way in &ways {
            trusted += assert_citations(way, &file, &head, &said);
        }
    }
    assert!(ledgers >= ACTIVE.len() - 2, "only {ledgers} ledgers could be read");
    assert!(trusted > ledgers * 4, "the engine was hardly asked");
}
