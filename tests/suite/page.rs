//! The page that `export --format html` makes, opened in a real browser.

use std::fs;
use std::time::Duration;

use serde_json::json;

use crate::browser::Browser;
use crate::desk::Desk;

/// A ledger with a quoted, a reported, a partly quoted and an uncredited claim.
const HARBOUR: &str = include_str!("harbour/page.json");

/// A desk with the ledger's page beside it.
pub fn paged(desk: Desk, more: &[&str]) -> Desk {
    let mut claims = desk.claims();
    claims.timeout(Duration::from_secs(120)).env("SOURCE_DATE_EPOCH", "1767225600");
    claims.args(["export", "--format", "html", "-o", "page.html"]).args(more);
    let output = claims.output().expect("runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    desk
}

fn harbour() -> Desk {
    paged(Desk::new().with("claims/harbour-bridge.json", HARBOUR), &[])
}

/// The ids of the claims that are to be seen.
pub fn shown(browser: &Browser) -> Vec<String> {
    let ids = browser.run(
        "return [...document.querySelectorAll('.claim')].filter(claim => claim.checkVisibility()).map(claim => claim.id)",
        &[],
    );
    serde_json::from_value(ids).expect("is a list of ids")
}

pub fn text(browser: &Browser, script: &str) -> String {
    browser.run(script, &[]).as_str().expect("is text").to_owned()
}

fn hash(browser: &Browser) -> String {
    text(browser, "return location.hash")
}

/// Nothing went wrong, and nothing but the page itself was asked for.
pub fn is_quiet(browser: &Browser) {
    let console = browser.console();
    assert!(console.is_empty(), "{console:?}");
    let asked = browser.requests();
    let others: Vec<&String> =
        asked.iter().filter(|url| !url.starts_with("file://") && *url != "about:blank").collect();
    assert!(!asked.is_empty() && others.is_empty(), "{asked:?}");
}

const ALL: [&str; 4] = ["ito-safe-again", "money-ran-out", "authority-on-budget", "ito-was-afraid"];

#[test]
fn filters_choose_and_the_address_keeps_the_choice() {
    let Some(browser) = Browser::open() else { return };
    let desk = harbour();
    let page = desk.path("page.html");
    browser.go_to_file(&page, "");
    assert_eq!(shown(&browser), ALL);
    assert_eq!(hash(&browser), "");
    browser.type_into("select[name=mode]", "direct");
    assert_eq!(shown(&browser), ["ito-safe-again"]);
    assert_eq!(hash(&browser), "#mode=direct");
    browser.click("button[type=reset]");
    browser.until("return location.hash === ''");
    assert_eq!(shown(&browser), ALL);
    assert_eq!(hash(&browser), "");
    browser.type_into("input[name=search]", "MONEY lAvòri");
    assert_eq!(shown(&browser), ["money-ran-out"], "case and accents do not count");
    assert_eq!(hash(&browser), "#search=MONEY+lAv%C3%B2ri");
    let kept = hash(&browser);
    browser.go_to_file(&page, &kept);
    assert_eq!(shown(&browser), ["money-ran-out"], "the address is enough");
    assert_eq!(text(&browser, "return document.querySelector('output').value"), "1 of 4 claims");
    let addresses: [(&str, &[&str]); 8] = [
        ("#source=ito", &["ito-safe-again"]),
        ("#source=harbour-bridge.close-to-the-works", &["money-ran-out"]),
        ("#attribution=uncredited", &["ito-was-afraid"]),
        ("#topic=money", &["money-ran-out", "authority-on-budget"]),
        ("#topic=money&attribution=named", &["authority-on-budget"]),
        ("#topic=money&mode=own-voice", &[]),
        ("#mode=no-such-mode&colour=red", &ALL),
        ("#%E0%A4%A=x&source=<img src=x onerror=alert(1)>", &ALL),
    ];
    for (address, expected) in addresses {
        browser.go_to_file(&page, address);
        assert_eq!(shown(&browser), expected, "{address}");
        let says_none =
            browser.run("return document.getElementById('_none').checkVisibility()", &[]);
        assert_eq!(says_none, expected.is_empty(), "{address}");
    }
    is_quiet(&browser);
}

#[test]
fn a_link_to_a_claim_shows_it_and_the_way_back_is_kept() {
    let Some(browser) = Browser::open() else { return };
    let desk = harbour();
    browser.go_to_file(&desk.path("page.html"), "#mode=direct");
    assert_eq!(shown(&browser), ["ito-safe-again"]);
    browser.click(".related a[href='#authority-on-budget']");
    browser.until("return document.activeElement.id === 'authority-on-budget'");
    assert_eq!(shown(&browser), ALL);
    browser.run("history.back()", &[]);
    browser.until("return document.querySelector('[name=mode]').value === 'direct'");
    assert_eq!(shown(&browser), ["ito-safe-again"]);
    browser.click(".facts a[href='#topic=safety']");
    browser.until("return document.querySelector('[name=topic]').value === 'safety'");
    browser.go_to_file(&desk.path("page.html"), "#money-ran-out");
    assert_eq!(text(&browser, "return document.activeElement.id"), "money-ran-out");
    assert_eq!(shown(&browser), ALL);
    is_quiet(&browser);
}

/// What a person would paste now; the button is done, and ready for the next.
fn pasted(browser: &Browser) -> String {
    browser.until("return document.querySelector('button.done') !== null");
    browser.until("return document.querySelector('button.done') === null");
    browser.run(
        "const area = document.createElement('textarea'); document.body.append(area); area.focus()",
        &[],
    );
    browser.press(&["\u{e009}", "v"]);
    browser.until("return document.querySelector('body > textarea').value !== ''");
    text(
        browser,
        "const area = document.querySelector('body > textarea'); area.remove(); return area.value",
    )
}

#[test]
fn what_is_copied_is_what_cite_prints() {
    let Some(browser) = Browser::open() else { return };
    let desk = harbour();
    let cited = desk.claims().args(["cite", "money-ran-out"]).output().expect("runs").stdout;
    let cited = String::from_utf8(cited).expect("is text");
    let markdown = "#money-ran-out [data-kind='0']";
    let plain = "#money-ran-out [data-kind='1']";
    browser.go_to_file(&desk.path("page.html"), "");
    browser.click(markdown);
    assert_eq!(pasted(&browser), cited.trim_end());
    browser.click(plain);
    let in_plain_text = pasted(&browser);
    insta::assert_snapshot!("plain_text", in_plain_text);
    // A browser without a clipboard that may be written.
    browser.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[]);
    browser.click(markdown);
    assert_eq!(pasted(&browser), cited.trim_end(), "the old way");
    browser.run("document.execCommand = () => false", &[]);
    browser.click(plain);
    browser.until("return document.getElementById('_said').textContent.includes('is selected')");
    assert_eq!(text(&browser, "return getSelection().toString()"), in_plain_text, "no way");
    is_quiet(&browser);
}

#[test]
fn the_keyboard_reaches_everything() {
    let Some(browser) = Browser::open() else { return };
    let desk = harbour();
    browser.go_to_file(&desk.path("page.html"), "");
    browser.press(&["\u{e004}"]);
    assert_eq!(text(&browser, "return document.activeElement.textContent"), "Skip to the claims");
    browser.press(&["\u{e007}"]);
    browser.until("return document.activeElement.id === '_claims'");
    let mut reached = Vec::new();
    for _ in 0..8 {
        browser.run("window.before = document.activeElement", &[]);
        browser.press(&["\u{e004}"]);
        browser.until("return document.activeElement !== window.before");
        reached.push(text(&browser, "return document.activeElement.textContent"));
    }
    let expected = [
        "The budget has never been exhausted.",
        "open the passage",
        "safety",
        "Copy as Markdown",
        "Copy as plain text",
        "ito-safe-again",
        "The budget has never been exhausted.",
        "open the passage",
    ];
    assert_eq!(reached, expected);
    let levels = browser
        .run("return [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])", &[]);
    assert_eq!(levels, json!([1, 2, 2, 2, 3, 3, 3, 3]));
    is_quiet(&browser);
}

#[test]
fn without_a_script_all_claims_are_there() {
    let Some(browser) = Browser::open() else { return };
    let desk = harbour();
    browser.command("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    browser.go_to_file(&desk.path("page.html"), "#mode=direct");
    assert_eq!(shown(&browser), ALL);
    let has_form = browser.run("return document.getElementById('_filter').checkVisibility()", &[]);
    assert_eq!(has_form, false, "what would do nothing is not shown");
    is_quiet(&browser);
}

#[test]
fn a_claim_that_no_longer_stands_says_so_and_leads_on() {
    let page = fs::read_to_string(harbour().path("page.html")).expect("is written");
    let said = "<b>superseded</b> on 2025-09-01: <bdi>A later statement gives figures.</bdi> Replaced by \
                <a href=\"#ito-safe-again\" dir=\"auto\">The bridge will be safe again.</a>";
    assert!(page.contains(said), "{page}");
}

#[test]
fn a_selection_and_several_articles_say_what_they_are() {
    let other = HARBOUR
        .replace("\"harbour-bridge\"", "\"old-bridge\"")
        .replace("Ponte sul porto", "Il vecchio ponte");
    let desk = Desk::new().with("claims/a.json", HARBOUR).with("claims/b.json", other);
    let desk = paged(desk, &["--source", "ito"]);
    let page = fs::read_to_string(desk.path("page.html")).expect("is written");
    assert!(page.contains("A selection: 2 of the 8 claims that the ledger holds."), "{page}");
    assert!(page.contains("2 claims of 2 articles"), "{page}");
    // The same id stands twice; both have a place of their own, and what is not here is no link.
    assert_eq!(page.matches("id=\"ito-safe-again\"").count(), 1);
    assert_eq!(page.matches("id=\"old-bridge.ito-safe-again\"").count(), 1);
    assert!(page.contains("(<code>authority-on-budget</code>, not on this page)"), "{page}");
}

#[test]
fn a_saved_text_makes_links_exact() {
    let saved = "Ponte\n\nI lavori fermi, ai lavori nessuno.\n\nOggi I lavori tacciono, secondo persone vicine ai lavori.\n";
    let to_the_passage = "#:~:text=Oggi-,I%20lavori,ai%20lavori";
    let read = |desk: &Desk| fs::read_to_string(desk.path("page.html")).expect("is written");
    let desk = Desk::new().with("claims/harbour-bridge.json", HARBOUR).with("saved.txt", saved);
    let named = paged(desk, &["--snapshot", "harbour-bridge=saved.txt"]);
    // The page's own link, and those that its buttons copy: Markdown and text.
    assert_eq!(read(&named).matches(to_the_passage).count(), 3);
    let own =
        HARBOUR.replace("\"sources\"", "\"snapshot\": { \"file\": \"saved.txt\" }, \"sources\"");
    let desk = Desk::new().with("claims/harbour-bridge.json", own).with("claims/saved.txt", saved);
    assert_eq!(read(&paged(desk, &[])).matches(to_the_passage).count(), 3);
    assert_eq!(read(&harbour()).matches(to_the_passage).count(), 0);
    let seen = Desk::new().with("claims/harbour-bridge.json", HARBOUR).with("saved.txt", saved);
    let seen = seen.run(&["export", "--format", "csv", "--snapshot", "harbour-bridge=saved.txt"]);
    assert!(seen.seen().contains("use `--format html`"));
}

#[test]
fn the_same_ledger_is_the_same_page() {
    let page = |desk: Desk| fs::read_to_string(desk.path("page.html")).expect("is written");
    assert_eq!(page(harbour()), page(harbour()));
}
