//! Links that lead to the passage: a text fragment after the address.
//!
//! Made by the WICG report "URL Fragment Text Directives" (scroll-to-text-fragment), section 3: from the
//! first words to the last, with the words before or after only where a saved text shows that they are
//! needed. The report would rather have a short passage whole; here no more of the article goes into a
//! link than is needed to find it.

mod directive;
mod printed;

use percent_encoding::{AsciiSet, utf8_percent_encode};

pub use printed::Printed;

use crate::cite::fragment::directive::Directive;
use crate::ledger::{Article, Passage};

/// Kept as they stand in an address; the rest could end a Markdown link.
const ADDRESS: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'(')
    .add(b')')
    .add(b'[')
    .add(b']')
    .add(b'*')
    .add(b'_');

/// What sets directives apart from the rest of an address.
const DELIMITER: &str = ":~:";

/// The article's address, led to a passage where one is known; none where the address is not one
/// that a browser opens as a page.
///
/// With the article's saved text the link leads to this passage and to no other that begins alike, as
/// far as that text tells; without it, to the first that begins and ends so.
pub fn address(
    article: &Article,
    passage: Option<&Passage>,
    saved: Option<&Printed<'_>>,
) -> Option<String> {
    let url = article.url()?.trim();
    let is_page = url.starts_with("https://") || url.starts_with("http://");
    if !is_page {
        return None;
    }
    let Some(directive) = passage.and_then(|passage| directive(passage, saved)) else {
        return Some(utf8_percent_encode(url, ADDRESS).to_string());
    };
    // A directive that is there leads somewhere else.
    let url = url.split(DELIMITER).next().unwrap_or(url);
    let url = utf8_percent_encode(url, ADDRESS);
    let joint = if url.to_string().contains('#') { "" } else { "#" };
    Some(format!("{url}{joint}{directive}"))
}

/// The directive that leads to a passage, without an address: `:~:text=…`; none where the passage has
/// no words.
pub fn directive(passage: &Passage, saved: Option<&Printed<'_>>) -> Option<String> {
    directive_to(passage, saved).map(|directive| format!("{DELIMITER}text={directive}"))
}

fn directive_to(passage: &Passage, saved: Option<&Printed<'_>>) -> Option<Directive> {
    saved.and_then(|saved| saved.directive_to(passage)).or_else(|| Directive::blind(passage))
}

#[cfg(test)]
mod tests {
    use super::{Printed, address};
    use crate::ledger::{Article, Passage};

    fn article(url: &str) -> Article {
        let item = serde_json::json!({ "id": "a", "type": "article", "URL": url });
        serde_json::from_value(item).expect("is an item")
    }

    fn passage(paragraph: u32, start: &str, end: &str) -> Passage {
        let passage = serde_json::json!({ "paragraph": paragraph, "start": start, "end": end });
        serde_json::from_value(passage).expect("is a passage")
    }

    #[test]
    fn an_address_leads_to_the_passage() {
        let to = passage(7, "Il ponte, tornerà", "c'è fretta-");
        let led = "text=Il%20ponte%2C%20torner%C3%A0,c%27%C3%A8%20fretta%2D";
        let cases = [
            ("a page", "https://g.example/p", Some(format!("https://g.example/p#:~:{led}"))),
            ("a part", "https://g.example/p#top", Some(format!("https://g.example/p#top:~:{led}"))),
            (
                "another passage",
                "https://g.example/p#:~:text=Altro&text=x",
                Some(format!("https://g.example/p#:~:{led}")),
            ),
            ("a program", "javascript:alert(1)", None),
            ("a file", "file:///etc/passwd", None),
        ];
        for (name, url, expected) in cases {
            assert_eq!(address(&article(url), Some(&to), None), expected, "{name}");
        }
        let hostile = article("https://g.example/) [x](javascript:1)<b>");
        assert_eq!(
            address(&hostile, None, None).as_deref(),
            Some("https://g.example/%29%20%5Bx%5D%28javascript:1%29%3Cb%3E")
        );
    }

    fn words(passage: &Passage, saved: Option<&str>) -> String {
        let saved = saved.map(Printed::new);
        let address = address(&article("https://g.example"), Some(passage), saved.as_ref());
        let address = address.expect("is a page");
        address.strip_prefix("https://g.example").expect("begins so").to_owned()
    }

    #[test]
    fn what_has_a_meaning_in_a_directive_is_encoded() {
        let cases = [
            ("dash, comma, ampersand", "a-b", "c, d & e", "#:~:text=a%2Db,c%2C%20d%20%26%20e"),
            ("per cent and plus", "9% di", "1+1", "#:~:text=9%25%20di,1%2B1"),
            ("a number sign", "n. #1", "via", "#:~:text=n%2E%20%231,via"),
            ("quotation marks", "«Il ponte", "sicuro»", "#:~:text=%C2%ABIl%20ponte,sicuro%C2%BB"),
            (
                "Chinese",
                "港口大桥",
                "安全",
                "#:~:text=%E6%B8%AF%E5%8F%A3%E5%A4%A7%E6%A1%A5,%E5%AE%89%E5%85%A8",
            ),
            ("white space", " il \n ponte\u{a0}", "è\tqui", "#:~:text=il%20ponte,%C3%A8%20qui"),
            ("no words", " ", "\t", ""),
        ];
        for (name, start, end, expected) in cases {
            assert_eq!(words(&passage(1, start, end), None), expected, "{name}");
        }
    }

    #[test]
    fn a_passage_whose_ends_overlap_is_led_to_by_its_first_words() {
        let cases = [
            ("the same words", "Il ponte", "Il ponte", "#:~:text=Il%20ponte"),
            (
                "the last of the first",
                "Il ponte nuovo",
                "ponte nuovo",
                "#:~:text=Il%20ponte%20nuovo",
            ),
            ("shared words", "Il ponte nuovo", "nuovo è qui", "#:~:text=Il%20ponte%20nuovo"),
            ("only a letter shared", "Il ponte", "e qui", "#:~:text=Il%20ponte,e%20qui"),
        ];
        for (name, start, end, expected) in cases {
            assert_eq!(words(&passage(1, start, end), None), expected, "{name}");
        }
    }

    const SAVED: &str = "\
Il ponte sul porto
Il ponte sul porto è chiuso, dice Ito. Chi lo dice? Ito lo dice.
«Il ponte tornerà sicuro», ha detto Ito. E poi: il ponte tornerà bello.
Dopo l'estate l'autorità, dice Ito, aprirà. L'AUTORITA DICE altro.
«Il ponte tornerà sicuro», ha detto Ito.
Altro.
«Il ponte tornerà sicuro», ha detto Ito.";

    #[test]
    fn context_is_given_only_where_it_is_needed() {
        let cases = [
            ("only one", 2, "è chiuso", "Ito", "#:~:text=%C3%A8%20chiuso,Ito"),
            (
                "a heading begins alike: the words before",
                2,
                "Il ponte",
                "chiuso",
                "#:~:text=porto-,Il%20ponte,chiuso",
            ),
            (
                "the first of several",
                3,
                "Il ponte tornerà",
                "sicuro",
                "#:~:text=Il%20ponte%20torner%C3%A0%20sicuro",
            ),
            (
                "its last words tell it apart",
                3,
                "il ponte tornerà",
                "bello",
                "#:~:text=il%20ponte%20torner%C3%A0%20bello",
            ),
            (
                "only another paragraph tells it apart: the mark goes with the passage",
                5,
                "Il ponte",
                "Ito",
                "#:~:text=altro%2E-,%C2%ABIl%20ponte,Ito",
            ),
            (
                "a part of a word is widened to the word",
                4,
                "autorità",
                "aprirà",
                "#:~:text=l%27autorit%C3%A0,aprir%C3%A0",
            ),
            (
                "case and accents do not tell apart",
                4,
                "L'AUTORITA",
                "altro",
                "#:~:text=aprir%C3%A0%2E-,L%27AUTORITA,altro",
            ),
            ("one word, said twice", 2, "Ito lo", "Ito lo dice", "#:~:text=Ito%20lo%20dice"),
        ];
        for (name, paragraph, start, end, expected) in cases {
            let found = words(&passage(paragraph, start, end), Some(SAVED));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn what_the_saved_text_does_not_hold_is_led_to_as_recorded() {
        let cases = [
            ("another text", 2, "La diga", "crollò"),
            ("no such paragraph", 9, "Il ponte", "porto"),
        ];
        for (name, paragraph, start, end) in cases {
            let passage = passage(paragraph, start, end);
            assert_eq!(words(&passage, Some(SAVED)), words(&passage, None), "{name}");
        }
    }
}
