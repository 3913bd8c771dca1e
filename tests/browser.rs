//! The page that the program `article` writes, in a real browser.
//!
//! ```text
//! cargo build --example article && cargo test --test browser -- --ignored
//! ```
//!
//! Needs Chromium, by the name in the environment variable `CHROMIUM` or as `chromium`, and is
//! asked for by name, because most machines that build a library have no browser.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{LazyLock, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// A text that tries to become markup, to run and to load, with a word longer than a phone is
/// wide, a number in either script, emoji, English, and a script that runs from right to left.
const HOSTILE: &str = "</title><script>window.ran = 1</script><img src=http://127.0.0.1:9/z> & 'दिल्ली' में आज भी बड़ी \"लंबी कतारें\" \u{202E}उलटा\u{7}\n\
    रिपोर्ट: Ravi Kumar | 12 Sept 2025\n\
    Apple ने कहा, “India is amazing! हम आएँगे।” १,२५,००० रु. और 12.5% ज़्यादा 🎉🇮🇳👨‍👩‍👧। उसने سلام دنیا कहा।\n\
    <img src=http://127.0.0.1:9/x onerror=\"window.ran = 1\"> \"><b onmouseover='window.ran = 1' \
    style=color:#eee>x</b> --> </style><link rel=stylesheet href=http://127.0.0.1:9/y> &lt;i&gt; &#60; शुद्ध पाठ है।\n\
    पता https://www.example.com/ककककककककककककककककककककककककककककककककककककककककककककककककककककककककककककक?a=1&b=<2> \
    और खखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखखख लिखें, या help@example.co.in \
    @example #दिल्ली_की_बात पर।\n";

const DESKTOP: [u32; 2] = [1280, 800];
const PHONE: [u32; 2] = [390, 844];
const NARROW: [u32; 2] = [320, 568];

// The browser.

/// How long the browser may take for an answer before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(60);

/// Chromium, spoken to in the DevTools protocol over pipes. It ends when they are closed.
struct Browser {
    _process: Child,
    commands: ChildStdin,
    messages: Receiver<Value>,
    calls: u64,
    /// What the browser told without being asked.
    events: Vec<Value>,
}

/// One browser for all tests, which take turns.
static BROWSER: LazyLock<Mutex<Browser>> = LazyLock::new(|| Mutex::new(Browser::start()));

impl Browser {
    fn start() -> Browser {
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-profile");
        let _ = fs::remove_dir_all(&profile);
        let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".into());
        // Chromium reads commands from descriptor 3 and answers on 4. It needs no sandbox for a
        // page of ours, and as root has none.
        let mut process = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 1>&2"#, &program])
            .args([
                "--headless",
                "--remote-debugging-pipe",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let commands = process.stdin.take().unwrap();
        let mut answers = BufReader::new(process.stdout.take().unwrap());
        let (sender, messages) = mpsc::channel();
        thread::spawn(move || {
            let mut message = Vec::new();
            while answers
                .read_until(0, &mut message)
                .is_ok_and(|read| read > 0)
            {
                message.pop();
                let parsed = serde_json::from_slice(&message).unwrap();
                if sender.send(parsed).is_err() {
                    break;
                }
                message.clear();
            }
        });
        Browser {
            _process: process,
            commands,
            messages,
            calls: 0,
            events: Vec::new(),
        }
    }

    fn next_message(&self) -> Value {
        self.messages
            .recv_timeout(PATIENCE)
            .expect("Chromium answers: is it installed?")
    }

    /// Sends a command and waits for its result.
    #[track_caller]
    fn call(&mut self, session: Option<&str>, method: &str, parameters: Value) -> Value {
        self.calls += 1;
        let mut command = json!({"id": self.calls, "method": method, "params": parameters});
        if let Some(session) = session {
            command["sessionId"] = session.into();
        }
        self.commands
            .write_all(format!("{command}\0").as_bytes())
            .unwrap();
        loop {
            let mut message = self.next_message();
            if message["id"] == self.calls {
                assert!(message["error"].is_null(), "{method}: {message}");
                return message["result"].take();
            }
            self.events.push(message);
        }
    }
}

/// How a page is looked at.
#[derive(Clone, Copy)]
struct View {
    size: [u32; 2],
    dark: bool,
    print: bool,
    reduced_motion: bool,
    scripts: bool,
}

impl View {
    fn of(size: [u32; 2]) -> View {
        View {
            size,
            dark: false,
            print: false,
            reduced_motion: false,
            scripts: true,
        }
    }
}

/// An open page.
struct Page {
    browser: MutexGuard<'static, Browser>,
    target: String,
    session: String,
    address: String,
}

impl Page {
    /// Opens the page of a text, the shipped article's for `None`.
    fn open(text: Option<&str>, view: View) -> Page {
        // A test that failed leaves its page behind, and the browser as it was.
        let mut browser = BROWSER
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-page.html");
        fs::write(&file, html(text)).unwrap();
        let address = format!("file://{}", file.display());
        let target = browser.call(None, "Target.createTarget", json!({"url": "about:blank"}));
        let target = target["targetId"].as_str().unwrap().to_owned();
        let attach = json!({"targetId": target, "flatten": true});
        let session = browser.call(None, "Target.attachToTarget", attach);
        let session = session["sessionId"].as_str().unwrap().to_owned();
        browser.events.clear();
        let mut page = Page {
            browser,
            target,
            session,
            address,
        };
        for domain in ["Page", "Network", "Runtime"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        let [width, height] = view.size;
        let is_phone = width < 600;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone
        });
        page.call("Emulation.setDeviceMetricsOverride", metrics);
        let touch = json!({"enabled": is_phone});
        page.call("Emulation.setTouchEmulationEnabled", touch);
        let choose = |is_other, other, usual| if is_other { other } else { usual };
        let media = json!({
            "media": choose(view.print, "print", "screen"),
            "features": [
                {"name": "prefers-color-scheme", "value": choose(view.dark, "dark", "light")},
                {"name": "prefers-reduced-motion",
                    "value": choose(view.reduced_motion, "reduce", "no-preference")},
            ],
        });
        page.call("Emulation.setEmulatedMedia", media);
        let scripts = json!({"value": !view.scripts});
        page.call("Emulation.setScriptExecutionDisabled", scripts);
        // The page must be harmless without its policy too.
        page.call("Page.setBypassCSP", json!({"enabled": true}));
        let address = page.address.clone();
        page.call("Page.navigate", json!({"url": address}));
        let start = Instant::now();
        while page.events("Page.loadEventFired").is_empty() {
            assert!(start.elapsed() < PATIENCE, "the page does not load");
            let message = page.browser.next_message();
            page.browser.events.push(message);
        }
        page
    }

    #[track_caller]
    fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.browser.call(Some(&self.session), method, parameters)
    }

    /// What the page told of under this name.
    fn events(&self, method: &str) -> Vec<Value> {
        let events = self.browser.events.iter();
        let events = events.filter(|event| event["sessionId"] == self.session.as_str());
        let events = events.filter(|event| event["method"] == method);
        events.map(|event| event["params"].clone()).collect()
    }

    /// The value of an expression in the page; `PROBE` is in scope.
    #[track_caller]
    fn evaluate(&mut self, expression: &str) -> Value {
        let expression = format!("(() => {{ {PROBE}; return {expression}; }})()");
        let parameters = json!({"expression": expression, "returnByValue": true});
        let mut evaluated = self.call("Runtime.evaluate", parameters);
        assert!(evaluated["exceptionDetails"].is_null(), "{evaluated}");
        evaluated["result"]["value"].take()
    }

    fn press_tab(&mut self) {
        for kind in ["rawKeyDown", "keyUp"] {
            let key =
                json!({"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9});
            self.call("Input.dispatchKeyEvent", key);
        }
    }

    /// The middle of the first token of this text.
    fn middle_of(&mut self, token: &str) -> [f64; 2] {
        let middle = self.evaluate(&format!("middle({token:?})"));
        [0, 1].map(|axis| middle[axis].as_f64().unwrap())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if !thread::panicking() {
            let target = json!({"targetId": self.target});
            self.browser.call(None, "Target.closeTarget", target);
        }
    }
}

/// The page of a text, the shipped article's for `None`.
fn html(text: Option<&str>) -> String {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let program = profile.join("examples/article");
    assert!(
        program.exists(),
        "run `cargo build --example article` first"
    );
    let mut program = Command::new(program);
    if let Some(text) = text {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-article.txt");
        fs::write(&file, text).unwrap();
        program.arg(file);
    }
    let output = program.args(["--format", "html"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What the tests ask a page.
const PROBE: &str = r#"
const all = selector => [...document.querySelectorAll(selector)];
const own = node => [...node.childNodes].filter(child => child.nodeType === 3)
    .map(child => child.data).join('');
const token = text => all('.token').find(node => own(node) === text);
const middle = text => {
    const node = token(text);
    node.scrollIntoView({block: 'center', behavior: 'instant'});
    const box = node.getClientRects()[0];
    return [box.x + box.width / 2, box.y + box.height / 2];
};
const shownTips = () => all('.tip').filter(tip => getComputedStyle(tip).display !== 'none');
const sentences = () => all('.sentence bdi').map(bdi => {
    const copy = bdi.cloneNode(true);
    copy.querySelectorAll('.tip').forEach(tip => tip.remove());
    return copy.textContent;
});
const focusable = () => all('a[href], [tabindex="0"]');

// The contrast of WCAG 2, of every text that is rendered under a node.
const channels = color => color.match(/[\d.]+/g).map(Number);
const luminance = color => channels(color).slice(0, 3)
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const opacity = color => channels(color)[3] ?? 1;
const ground = node => {
    for (; node; node = node.parentElement) {
        const color = getComputedStyle(node).backgroundColor;
        if (opacity(color) === 1) return color;
        if (opacity(color) > 0) return 'rgb(127, 127, 127)';
    }
    return 'rgb(255, 255, 255)';
};
const contrasts = root => [root, ...root.querySelectorAll('*')]
    .filter(node => own(node).trim() && node.checkVisibility() && node.getClientRects().length)
    .map(node => {
        const style = getComputedStyle(node);
        const [text, behind] = [luminance(style.color), luminance(ground(node))];
        const faded = opacity(style.color) < 1 || style.opacity !== '1';
        const ratio = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
        return {text: own(node).trim(), ratio: faded ? 0 : ratio};
    });
const faint = () => {
    const whenFocused = focusable().flatMap(node => { node.focus(); return contrasts(node); });
    document.activeElement.blur();
    const pairs = [...contrasts(document.body), ...whenFocused];
    return {pairs: pairs.length, faint: pairs.filter(pair => pair.ratio < 4.5)};
}
"#;

// The tests.

fn texts() -> [Option<&'static str>; 2] {
    [None, Some(HOSTILE)]
}

#[test]
#[ignore = "needs Chromium"]
fn nothing_sticks_out_sideways() {
    for text in texts() {
        for size in [DESKTOP, PHONE, NARROW] {
            let mut page = Page::open(text, View::of(size));
            assert_eq!(page.evaluate("innerWidth"), size[0]);
            let overhang =
                "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(page.evaluate(overhang), 0, "{size:?}");
            // Nor does what is shown of a word.
            let outside = page.evaluate(
                "all('.token').filter(node => {
                    node.focus();
                    const [tip] = shownTips();
                    const box = tip.getBoundingClientRect();
                    return box.left < 0 || !box.width
                        || box.right > document.documentElement.clientWidth
                        || document.documentElement.scrollWidth
                            > document.documentElement.clientWidth;
                }).map(own)",
            );
            assert_eq!(outside, json!([]), "{size:?}");
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn a_word_tells_its_romanization_and_lemma_to_the_pointer_the_keyboard_and_the_finger() {
    let expected = "ummidwaron उम्मीदवार word";
    // With scripts and without.
    for scripts in [true, false] {
        let mut page = Page::open(
            None,
            View {
                scripts,
                ..View::of(DESKTOP)
            },
        );
        assert_eq!(page.evaluate("shownTips().length"), 0);
        let [x, y] = page.middle_of("उम्मीदवारों");
        let moved = json!({"type": "mouseMoved", "x": x, "y": y});
        page.call("Input.dispatchMouseEvent", moved);
        assert_eq!(
            page.evaluate("shownTips().map(tip => tip.textContent)"),
            json!([expected])
        );
        let away = json!({"type": "mouseMoved", "x": 1, "y": 1});
        page.call("Input.dispatchMouseEvent", away);
        assert_eq!(page.evaluate("shownTips().length"), 0);

        page.evaluate("token('उम्मीदवारों').focus()");
        assert_eq!(
            page.evaluate("shownTips().map(tip => tip.textContent)"),
            json!([expected])
        );
    }

    let mut page = Page::open(None, View::of(PHONE));
    let [x, y] = page.middle_of("उम्मीदवारों");
    let point = json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]});
    page.call("Input.dispatchTouchEvent", point);
    page.call(
        "Input.dispatchTouchEvent",
        json!({"type": "touchEnd", "touchPoints": []}),
    );
    let start = Instant::now();
    while page.evaluate("shownTips().length") == 0 {
        assert!(start.elapsed() < PATIENCE, "a tap shows nothing");
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(
        page.evaluate("shownTips().map(tip => tip.textContent)"),
        json!([expected])
    );
    // It covers no word that is tapped on.
    assert_eq!(
        page.evaluate("shownTips()[0].getBoundingClientRect().bottom === innerHeight"),
        true
    );
}

#[test]
#[ignore = "needs Chromium"]
fn the_tab_key_reaches_whatever_answers_in_order_and_shows_where_it_is() {
    for size in [DESKTOP, PHONE] {
        let mut page = Page::open(Some(HOSTILE), View::of(size));
        // What shows something has a place in the order.
        let unreachable = "all('.tip').filter(tip => tip.parentElement.tabIndex !== 0).length";
        assert_eq!(page.evaluate(unreachable), 0);
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'");
        let count = page.evaluate("focusable().length").as_u64().unwrap();
        assert!(count > 30, "{count}");
        for index in 0..count {
            page.press_tab();
            // On a phone the tip is the only thing that could cover it.
            let reached = page.evaluate(
                "(node => {
                    const box = node.getClientRects()[0];
                    const [tip] = innerWidth < 600 ? shownTips() : [];
                    const end = tip ? tip.getBoundingClientRect().top : innerHeight;
                    return [focusable().indexOf(node), getComputedStyle(node).outlineStyle,
                        box.left >= 0 && box.top >= 0 && box.bottom <= end];
                })(document.activeElement)",
            );
            assert_eq!(reached, json!([index, "solid", true]), "{size:?}");
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn every_text_stands_out_from_what_is_behind_it() {
    for text in texts() {
        for size in [DESKTOP, PHONE] {
            for (dark, print) in [(false, false), (true, false), (false, true)] {
                let mut page = Page::open(
                    text,
                    View {
                        dark,
                        print,
                        ..View::of(size)
                    },
                );
                let found = page.evaluate("faint()");
                assert!(found["pairs"].as_u64().unwrap() > 100, "{found}");
                assert_eq!(
                    found["faint"],
                    json!([]),
                    "{size:?} dark {dark} print {print}"
                );
            }
        }
    }
    // The dark page is dark, and the measure can fail.
    let mut page = Page::open(
        None,
        View {
            dark: true,
            ..View::of(PHONE)
        },
    );
    assert_eq!(
        page.evaluate("luminance(ground(document.body)) < 0.02"),
        true
    );
    page.evaluate("document.body.style.setProperty('--dim', '#777')");
    assert_ne!(page.evaluate("faint().faint.length"), 0);
}

#[test]
#[ignore = "needs Chromium"]
fn text_never_becomes_markup() {
    for scripts in [true, false] {
        let mut page = Page::open(
            Some(HOSTILE),
            View {
                scripts,
                ..View::of(DESKTOP)
            },
        );
        // Point at everything that could wait for it.
        page.evaluate("all('*').forEach(node => node.dispatchEvent(new Event('mouseover')))");
        assert_eq!(page.evaluate("window.ran ?? null"), Value::Null);
        let elements =
            page.evaluate("[...new Set(all('body *').map(node => node.localName))].sort()");
        let ours = [
            "a", "article", "aside", "b", "bdi", "br", "code", "dd", "div", "dl", "dt", "h1", "h2",
            "main", "p", "section", "small", "span", "table", "tbody", "td", "th", "tr",
        ];
        assert_eq!(elements, json!(ours));
        let head = page.evaluate("[...document.head.children].map(node => node.localName)");
        assert_eq!(
            head,
            json!(["meta", "meta", "meta", "meta", "title", "style"])
        );
        let attributes = page.evaluate(
            "[...new Set(all('body *').flatMap(node => node.getAttributeNames()))].sort()",
        );
        let ours = [
            "aria-label",
            "class",
            "hidden",
            "href",
            "id",
            "lang",
            "scope",
            "style",
            "tabindex",
        ];
        assert_eq!(attributes, json!(ours));

        // All of it is there to be read, but for what would steer the page.
        let readable = |text: &str| text.replace(['\u{202E}', '\u{7}'], "\u{FFFD}");
        let expected: Vec<String> = akshar::sentences(HOSTILE)
            .map(|sentence| readable(sentence.text))
            .collect();
        assert_eq!(page.evaluate("sentences()"), json!(expected));
        let headline = readable(HOSTILE.lines().next().unwrap());
        assert_eq!(page.evaluate("document.title"), headline);
        assert_eq!(page.evaluate("all('h1').length"), 1);
    }
}

#[test]
#[ignore = "needs Chromium"]
fn nothing_is_asked_of_the_network() {
    for text in texts() {
        let mut page = Page::open(text, View::of(DESKTOP));
        // Whatever is loaded late, for what is below the window or pointed at.
        page.evaluate("(scrollTo(0, document.body.scrollHeight), all('.token').forEach(node => node.focus()))");
        page.evaluate("performance.now()");
        let asked = page.events("Network.requestWillBeSent");
        let asked: Vec<_> = asked.iter().map(|event| &event["request"]["url"]).collect();
        assert_eq!(asked, [&json!(page.address)]);
    }
}

#[test]
#[ignore = "needs Chromium"]
fn the_letters_have_room_and_their_language() {
    for size in [DESKTOP, PHONE] {
        let mut page = Page::open(None, View::of(size));
        assert_eq!(
            page.evaluate("[document.documentElement.lang, document.documentElement.dir]"),
            json!(["hi", "ltr"])
        );
        let leading = |selector: &str| {
            format!(
                "(style => parseFloat(style.lineHeight) / parseFloat(style.fontSize))
                    (getComputedStyle(document.querySelector('{selector}')))"
            )
        };
        for (selector, least) in [("h1", 1.45), ("p.text", 1.75), ("aside th", 1.6)] {
            let leading = page.evaluate(&leading(selector)).as_f64().unwrap();
            assert!(leading >= least, "{selector} {leading}");
        }
        let small = "all('article *').filter(node => own(node).trim()
            && parseFloat(getComputedStyle(node).fontSize) < 12).map(own)";
        assert_eq!(page.evaluate(small), json!([]));
        let foreign = "all('.tip b').every(node => node.lang === 'hi-Latn')
            && document.querySelector('.romanized').lang === 'hi-Latn'";
        assert_eq!(page.evaluate(foreign), true);
    }
}

#[test]
#[ignore = "needs Chromium"]
fn nothing_moves_for_readers_who_ask_for_that_and_print_has_the_text_alone() {
    for reduced_motion in [true, false] {
        let mut page = Page::open(
            None,
            View {
                reduced_motion,
                ..View::of(PHONE)
            },
        );
        let moving = page.evaluate(
            "getComputedStyle(document.documentElement).scrollBehavior === 'smooth'
                || all('*').map(node => getComputedStyle(node)).some(style =>
                    style.transitionDuration !== '0s' || style.animationName !== 'none')",
        );
        assert_eq!(moving, !reduced_motion);
    }
    let mut page = Page::open(
        None,
        View {
            print: true,
            ..View::of(DESKTOP)
        },
    );
    page.evaluate("token('उम्मीदवारों').focus()");
    assert_eq!(page.evaluate("shownTips().length"), 0);
    assert_eq!(
        page.evaluate("getComputedStyle(document.body).color"),
        "rgb(0, 0, 0)"
    );
}

#[test]
#[ignore = "needs Chromium"]
fn the_figures_are_those_of_the_analysis() {
    let shipped = include_str!("../data/articles/01-politics.txt");
    let article = akshar::Article::parse(shipped);
    let mut page = Page::open(None, View::of(DESKTOP));
    let rows = "all('aside section').map(section => [section.querySelector('h2').textContent,
        [...section.querySelectorAll('tr, dl > div')].map(row => row.innerText.trim().split(/\\s*[\\t\\n]\\s*/))])";
    let sections = page.evaluate(rows);
    let rows_of = |title: &str| -> Vec<(String, u64)> {
        let sections = sections.as_array().unwrap();
        let section = sections.iter().find(|section| section[0] == title).unwrap();
        let rows = section[1].as_array().unwrap().iter();
        rows.map(|row| {
            let cells = row.as_array().unwrap();
            let count = cells.last().unwrap().as_str().unwrap();
            (
                cells[0].as_str().unwrap().to_owned(),
                count.parse().unwrap(),
            )
        })
        .collect()
    };
    let keywords = rows_of("Keywords, bars by weight");
    let expected: Vec<_> = article.keywords.iter().take(keywords.len()).collect();
    assert!(keywords.len() >= 10);
    for ((text, count), keyword) in keywords.iter().zip(expected) {
        assert_eq!((text, *count), (&keyword.text, keyword.count as u64));
    }
    // By hand: पार्टी and पार्टियाँ.
    assert_eq!(rows_of("Most frequent content words")[0].0, "पार्टी");
    let kinds = rows_of("Tokens by kind");
    let tokens: u64 = kinds.iter().map(|(_, count)| count).sum();
    assert_eq!(tokens, article.counts.tokens as u64);
    let stopwords = kinds.iter().find(|(kind, _)| kind == "stopwords").unwrap();
    assert_eq!(stopwords.1, article.counts.stopwords as u64);
    let counts = rows_of("Counts");
    assert!(counts.contains(&("sentences".into(), article.counts.sentences as u64)));
    // Bars are as long as the counts tell.
    let shares = page.evaluate(
        "[...all('aside section')[1].querySelectorAll('tr')].map(row => {
            const bar = row.querySelector('td > div');
            return bar.getBoundingClientRect().width / bar.parentElement.getBoundingClientRect().width
                / row.lastElementChild.textContent;
        })",
    );
    let shares: Vec<f64> = shares
        .as_array()
        .unwrap()
        .iter()
        .map(|share| share.as_f64().unwrap())
        .collect();
    assert!(
        shares.iter().all(|share| (share - shares[0]).abs() < 0.01),
        "{shares:?}"
    );
}
