//! A real browser: Chromium, led by chromedriver over loopback in the words of the W3C `WebDriver`
//! recommendation.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk::skipped;

/// Chromium alone with the page: nothing that calls home, an empty profile.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// A browser with one window.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    // Kept open, or the driver would write into a closed pipe.
    _said: BufReader<ChildStdout>,
    // Removed after the browser has ended.
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser; none, and says so, where there is none and none is required.
    pub fn open() -> Option<Self> {
        let started = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut driver) = started else {
            let is_required = std::env::var_os("CLAIMS_REQUIRE_BROWSER").is_some();
            assert!(!is_required, "CLAIMS_REQUIRE_BROWSER is set, and there is no chromedriver");
            skipped("no browser (Debian: chromium, chromium-driver)");
            return None;
        };
        let mut said = BufReader::new(driver.stdout.take().expect("is piped"));
        let port = said
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
            })
            .expect("chromedriver says its port");
        let profile = tempfile::tempdir().expect("a folder");
        let mut args: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        args.push(format!("--user-data-dir={}", profile.path().display()));
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": { "args": args },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        } } });
        let mut browser =
            Self { driver, port, session: String::new(), _said: said, _profile: profile };
        let session = browser.ask("POST", "", &wanted);
        browser.session = format!("/{}", session["sessionId"].as_str().expect("a session"));
        // Chromium's own first page is none of ours.
        browser.go("about:blank");
        browser.command("Performance.enable", &json!({ "timeDomain": "threadTicks" }));
        browser.requests();
        browser.console();
        Some(browser)
    }

    /// Opens an address.
    pub fn go(&self, address: &str) {
        self.ask("POST", "/url", &json!({ "url": address }));
    }

    /// Opens a file of this machine, with what follows its path: `#…`.
    pub fn go_to_file(&self, path: &Path, rest: &str) {
        self.go("about:blank");
        self.go(&format!("file://{}{rest}", path.display()));
    }

    /// What a script returns; it has `arguments`.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.ask("POST", "/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// What the promise of a script is settled to.
    pub fn wait_for(&self, script: &str, arguments: &[Value]) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             Promise.resolve((function () {{ {script} }}).apply(null, arguments)).then(done, why => done('failed: ' + why))"
        );
        self.ask("POST", "/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Waits until a script returns true; ten seconds at most.
    pub fn until(&self, script: &str) {
        let deadline = Instant::now() + Duration::from_secs(10);
        while self.run(script, &[]) != true {
            assert!(Instant::now() < deadline, "never came true: {script}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Clicks in the middle of what a CSS selector finds.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.ask("POST", &format!("/element/{element}/click"), &json!({}));
    }

    /// Types into what a CSS selector finds.
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.ask("POST", &format!("/element/{element}/value"), &json!({ "text": text }));
    }

    /// Presses keys together, wherever the focus is: Tab is U+E004, Enter U+E007, Control U+E009.
    pub fn press(&self, keys: &[&str]) {
        let stroke = |kind: &str, key: &str| json!({ "type": kind, "value": key });
        let down = keys.iter().map(|key| stroke("keyDown", key));
        let up = keys.iter().rev().map(|key| stroke("keyUp", key));
        let strokes: Vec<Value> = down.chain(up).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.ask("POST", "/actions", &json!({ "actions": [keyboard] }));
    }

    /// A command of Chromium's own protocol.
    pub fn command(&self, name: &str, params: &Value) -> Value {
        self.ask("POST", "/goog/cdp/execute", &json!({ "cmd": name, "params": params }))
    }

    /// The seconds that the page's main thread has worked: unlike the clock it does not count what
    /// other programs take.
    pub fn worked(&self) -> f64 {
        let metrics = self.command("Performance.getMetrics", &json!({}));
        let metrics = metrics["metrics"].as_array().expect("is a list");
        let task = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
        task.and_then(|metric| metric["value"].as_f64()).expect("is measured")
    }

    /// What the window shows, as a PNG in base 64.
    pub fn screenshot(&self) -> String {
        let shown = self.ask("GET", "/screenshot", &Value::Null);
        shown.as_str().expect("is text").to_owned()
    }

    /// What came to the console since it was last asked.
    pub fn console(&self) -> Vec<String> {
        let entries = self.ask("POST", "/se/log", &json!({ "type": "browser" }));
        let said = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        entries.as_array().expect("is a list").iter().map(said).collect()
    }

    /// The addresses that were asked for since it was last asked.
    pub fn requests(&self) -> Vec<String> {
        let entries = self.ask("POST", "/se/log", &json!({ "type": "performance" }));
        let request = |entry: &Value| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let message = &message["message"];
            let is_request = message["method"] == "Network.requestWillBeSent";
            is_request.then(|| message["params"]["request"]["url"].as_str().map(str::to_owned))?
        };
        entries.as_array().expect("is a list").iter().filter_map(request).collect()
    }

    fn element(&self, selector: &str) -> String {
        let wanted = json!({ "using": "css selector", "value": selector });
        let found = self.ask("POST", "/element", &wanted);
        let id = found.as_object().and_then(|found| found.values().next()?.as_str());
        id.unwrap_or_else(|| panic!("`{selector}` finds nothing")).to_owned()
    }

    /// The value of an answer; fails with what the driver says.
    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let answer = self.try_ask(method, path, body).expect("chromedriver answers");
        assert!(answer["value"]["error"].is_null(), "{method} {path}: {}", answer["value"]);
        answer["value"].clone()
    }

    fn try_ask(&self, method: &str, path: &str, body: &Value) -> std::io::Result<Value> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        write!(
            stream,
            "{method} /session{}{path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.session,
            self.port,
            body.len()
        )?;
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        let mut line = String::new();
        while answer.read_line(&mut line)? > 2 {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or_default();
            }
            line.clear();
        }
        let mut body = vec![0; length];
        answer.read_exact(&mut body)?;
        Ok(serde_json::from_slice(&body)?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A test that has failed already is not to fail twice.
        let _ = self.try_ask("DELETE", "", &Value::Null);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
