//! Links that lead to the passage: a text fragment after the address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::ledger::{Article, Passage};

/// Everything but letters and digits is encoded: `-`, `,` and `&` have a meaning of their own in a
/// text directive (WICG, "URL Fragment Text Directives", section 3).
const DIRECTIVE: &AsciiSet = NON_ALPHANUMERIC;

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

/// The article's address, led to a passage where one is known; none where the address is not one
/// that a browser opens as a page.
pub fn address(article: &Article, passage: Option<&Passage>) -> Option<String> {
    let url = article.url()?.trim();
    let is_page = url.starts_with("https://") || url.starts_with("http://");
    if !is_page {
        return None;
    }
    let url = utf8_percent_encode(url, ADDRESS).to_string();
    let Some(passage) = passage else { return Some(url) };
    let encoded = |words: &str| utf8_percent_encode(words, DIRECTIVE).to_string();
    let (start, end) = (encoded(&passage.start), encoded(&passage.end));
    // A directive follows the fragment that is there; else it begins one.
    let joint = if url.contains('#') { ":~:" } else { "#:~:" };
    Some(format!("{url}{joint}text={start},{end}"))
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::ledger::{Article, Passage};

    fn article(url: &str) -> Article {
        let item = serde_json::json!({ "id": "a", "type": "article", "URL": url });
        serde_json::from_value(item).expect("is an item")
    }

    #[test]
    fn an_address_leads_to_the_passage() {
        let passage: Passage = serde_json::from_str(
            r#"{"paragraph":7,"start":"Il ponte, tornerà","end":"c'è fretta-"}"#,
        )
        .expect("is a passage");
        let cases = [
            (
                "https://g.example/p",
                Some(
                    "https://g.example/p#:~:text=Il%20ponte%2C%20torner%C3%A0,c%27%C3%A8%20fretta%2D",
                ),
            ),
            (
                "https://g.example/p#top",
                Some(
                    "https://g.example/p#top:~:text=Il%20ponte%2C%20torner%C3%A0,c%27%C3%A8%20fretta%2D",
                ),
            ),
            ("javascript:alert(1)", None),
        ];
        for (url, led) in cases {
            assert_eq!(address(&article(url), Some(&passage)).as_deref(), led);
        }
        let hostile = article("https://g.example/) [x](javascript:1)<b>");
        assert_eq!(
            address(&hostile, None).as_deref(),
            Some("https://g.example/%29%20%5Bx%5D%28javascript:1%29%3Cb%3E")
        );
    }
}
