//! Links to passages, followed by a real browser: the right words are highlighted.

use std::fmt::Write as _;

use news_claims::cite::fragment::{Printed, address};
use news_claims::ledger::{Article, Passage};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::desk::Desk;

/// A saved text; a page is made of it, far longer than a window.
const SAVED: &str = "\
Il ponte sul porto
Il ponte sul porto è chiuso, dice Ito - e Chi, se no? Ito lo dice.
«Il ponte tornerà sicuro», ha detto Ito. E poi: il ponte tornerà bello.
Dopo l’estate l’autorità, dice Ito, aprirà. L'AUTORITA DICE altro.
«Il ponte tornerà sicuro», ha detto Ito.
Costa 9% + 1&1, dice (Ito) #1.
«Il ponte tornerà sicuro», ha detto Ito.";

fn page() -> String {
    let mut page = String::from(
        "<!doctype html><meta charset=utf-8><title>x</title>
         <style>body{font:16px/1.5 sans-serif;width:1000px;margin:0}p{margin:0 0 1500px}
         ::target-text{background:#f0f;color:#000}</style>",
    );
    for paragraph in SAVED.lines() {
        let _ = write!(page, "<p>{}</p>", paragraph.replace('&', "&amp;"));
    }
    page
}

/// Where the window shows the words' own rectangle, and the rectangle of all that is highlighted.
const RECTANGLES: &str = "
const [picture, paragraph, from, to] = arguments;
const text = document.querySelectorAll('p')[paragraph - 1].firstChild;
const range = document.createRange();
range.setStart(text, from); range.setEnd(text, to);
const want = range.getBoundingClientRect();
return new Promise(done => {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = image.width; canvas.height = image.height;
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] > 200 && data[i + 1] < 60 && data[i + 2] > 200) {
        const x = i / 4 % image.width, y = Math.floor(i / 4 / image.width);
        left = Math.min(left, x); right = Math.max(right, x + 1);
        top = Math.min(top, y); bottom = Math.max(bottom, y + 1);
      }
    }
    done({ want: [want.left, want.top, want.right, want.bottom], shown: [left, top, right, bottom],
           scrolled: scrollY });
  };
  image.src = 'data:image/png;base64,' + picture;
});";

fn link(paragraph: u32, start: &str, end: &str, saved: Option<&Printed<'_>>) -> String {
    let article = json!({ "id": "a", "type": "article", "URL": "https://g.example/" });
    let article: Article = serde_json::from_value(article).expect("is an item");
    let passage = json!({ "paragraph": paragraph, "start": start, "end": end });
    let passage: Passage = serde_json::from_value(passage).expect("is a passage");
    let link = address(&article, Some(&passage), saved).expect("is a page");
    link.strip_prefix("https://g.example/").expect("begins so").to_owned()
}

/// The words' rectangle and the highlight's, in pixels of the window: left, top, right, bottom.
fn rectangles(browser: &Browser, paragraph: usize, words: &str) -> ([f64; 4], [f64; 4]) {
    let printed = SAVED.lines().nth(paragraph - 1).expect("is there");
    let at = printed.find(words).expect("is printed");
    let units = |text: &str| text.encode_utf16().count();
    let (from, to) = (units(&printed[..at]), units(&printed[..at]) + units(words));
    let picture = browser.screenshot();
    let arguments = [json!(picture), json!(paragraph), json!(from), json!(to)];
    let seen = browser.wait_for(RECTANGLES, &arguments);
    let side = |side: &Value| side.as_f64().unwrap_or(f64::NAN);
    let rectangle = |name: &str| [0, 1, 2, 3].map(|at| side(&seen[name][at]));
    (rectangle("want"), rectangle("shown"))
}

/// Whether the highlight covers the words and nothing else, to within two pixels at each side.
fn agrees((want, shown): &([f64; 4], [f64; 4])) -> bool {
    want.iter().zip(shown).all(|(want, shown)| (want - shown).abs() <= 2.0)
}

#[test]
fn a_browser_highlights_the_passage() {
    let Some(browser) = Browser::open() else { return };
    let desk = Desk::new().with("page.html", page());
    let saved = Printed::new(SAVED);
    let cases = [
        ("only one", 2, "è chiuso", "Ito", "è chiuso, dice Ito"),
        ("a heading begins alike", 2, "Il ponte", "chiuso", "Il ponte sul porto è chiuso"),
        ("dash and comma inside", 2, "dice Ito - e Chi, se", "no", "dice Ito - e Chi, se no"),
        ("the first of three", 3, "Il ponte tornerà", "sicuro", "Il ponte tornerà sicuro"),
        ("the second in its paragraph", 3, "il ponte tornerà", "bello", "il ponte tornerà bello"),
        ("a part of a word", 4, "autorità", "aprirà", "l’autorità, dice Ito, aprirà"),
        ("case and accents alike", 4, "L'AUTORITA", "altro", "L'AUTORITA DICE altro"),
        (
            "only another paragraph tells apart",
            5,
            "Il ponte",
            "ha detto Ito",
            "«Il ponte tornerà sicuro», ha detto Ito",
        ),
        ("signs that have a meaning", 6, "9% + 1&1", "(Ito) #1", "9% + 1&1, dice (Ito) #1"),
    ];
    for (name, paragraph, start, end, words) in cases {
        let number = u32::try_from(paragraph).expect("is small");
        let link = link(number, start, end, Some(&saved));
        browser.go_to_file(&desk.path("page.html"), &link);
        let seen = rectangles(&browser, paragraph, words);
        assert!(agrees(&seen), "{name}: {link} shows {seen:?} for `{words}`");
        let scrolled = browser.run("return scrollY", &[]).as_f64().expect("is a number");
        assert!(scrolled > 1000.0, "{name}: the page was not scrolled, {scrolled}");
    }
    // Without the saved text the heading is what begins so: this is what the context is for.
    let blind = link(2, "Il ponte", "chiuso", None);
    browser.go_to_file(&desk.path("page.html"), &blind);
    assert!(!agrees(&rectangles(&browser, 2, "Il ponte sul porto è chiuso")));
}
