//! The example programs run as processes, on good input and bad.
//!
//! `cargo test` builds them first; `cargo test --test examples` alone does not, and needs
//! `cargo build --examples` before it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How a program ended, and what it wrote.
#[derive(Debug)]
struct Outcome {
    code: Option<i32>,
    output: String,
    errors: String,
}

/// The program of an example, which stands in a folder beside that of this test.
fn program(example: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let program = profile
        .join("examples")
        .join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "run `cargo build --examples` first");
    Command::new(program)
}

fn start(example: &str, arguments: &[&str]) -> Child {
    program(example)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn run(example: &str, arguments: &[&str], input: impl AsRef<[u8]> + Send) -> Outcome {
    let mut child = start(example, arguments);
    let mut sink = child.stdin.take().unwrap();
    let finished = thread::scope(|scope| {
        // A program that finds its arguments bad does not read its input.
        scope.spawn(move || sink.write_all(input.as_ref()));
        child.wait_with_output().unwrap()
    });
    Outcome {
        code: finished.status.code(),
        output: String::from_utf8(finished.stdout).unwrap(),
        errors: String::from_utf8(finished.stderr).unwrap(),
    }
}

/// How long a program may take for a little work before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until a program has ended by itself.
fn wait(child: &mut Child) {
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE, "it does not end");
        thread::sleep(Duration::from_millis(10));
    }
}

/// Runs a program on good input and returns what it wrote.
fn answer(example: &str, arguments: &[&str], input: &str) -> String {
    let outcome = run(example, arguments, input);
    assert_eq!(
        (outcome.code, outcome.errors.as_str()),
        (Some(0), ""),
        "{arguments:?}"
    );
    outcome.output
}

/// Checks that bad input brought exit code 2 and one line on standard error that says all of
/// this; returns what was answered all the same.
#[track_caller]
fn refusal(outcome: Outcome, said: &[&str]) -> String {
    assert_eq!(outcome.code, Some(2), "{outcome:?}");
    let line = outcome.errors.strip_suffix('\n').unwrap();
    assert!(
        line.starts_with("error: ") && !line.contains('\n'),
        "{line:?}"
    );
    for said in said {
        assert!(line.contains(said), "{said:?} in {line:?}");
    }
    outcome.output
}

/// An empty folder for the files of a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

mod akshar_filter {
    use super::*;

    /// Without the learned weights it romanizes by rules, and the README shows the default.
    #[cfg(feature = "trained")]
    #[test]
    fn the_readme_shows_what_it_answers() {
        let readme = include_str!("../README.md");
        let (_, shown) = readme.split_once("```console\n").unwrap();
        let (shown, _) = shown.split_once("```").unwrap();
        let mut commands = 0;
        for command in shown.split("$ echo '").skip(1) {
            let (command, expected) = command.split_once('\n').unwrap();
            let (input, arguments) = command.split_once("' | akshar ").unwrap();
            let arguments: Vec<&str> = arguments.split(' ').collect();
            let found = answer("akshar", &arguments, &format!("{input}\n"));
            assert_eq!(found, expected, "{command}");
            commands += 1;
        }
        assert_eq!(commands, 13, "one for each command");
    }

    #[test]
    fn lines_become_arrays() {
        let input = "स्त्री, 5 क्षण\n\nडॉ. राव आए। कब?";
        assert_eq!(
            answer("akshar", &["graphemes"], input),
            concat!(
                "[\"स्त्री\",\",\",\" \",\"5\",\" \",\"क्ष\",\"ण\"]\n",
                "[]\n",
                "[\"डॉ\",\".\",\" \",\"रा\",\"व\",\" \",\"आ\",\"ए\",\"।\",\" \",\"क\",\"ब\",\"?\"]\n",
            )
        );
        assert_eq!(
            answer("akshar", &["tokens"], "यूपी-बिहार \"सीमा\" पर।\n"),
            "[\"यूपी\",\"-\",\"बिहार\",\"\\\"\",\"सीमा\",\"\\\"\",\"पर\",\"।\"]\n"
        );
        assert_eq!(
            answer("akshar", &["sentences"], "वह आई। तुम कब आए?\nबारिश हुई।"),
            "[\"वह आई।\",\"तुम कब आए?\"]\n[\"बारिश हुई।\"]\n"
        );
    }

    #[test]
    fn lines_become_lines() {
        assert_eq!(
            answer("akshar", &["nfc"], "\u{95B}रा\n\u{928}\u{93C}"),
            "\u{91C}\u{93C}रा\n\u{929}\n"
        );
        assert_eq!(
            answer("akshar", &["fold"], "हिन्दी ज़रूर\n\nगयी\n"),
            "हिंदी जरूर\n\nगई\n"
        );
    }

    #[test]
    fn lines_may_end_as_on_windows() {
        assert_eq!(answer("akshar", &["nfc"], "एक\r\nदो\r\n"), "एक\nदो\n");
        assert_eq!(
            answer("akshar", &["graphemes"], "अब\r\n"),
            "[\"अ\",\"ब\"]\n"
        );
    }

    #[test]
    fn no_input_gets_no_answer() {
        for command in [
            "segment",
            "graphemes",
            "tokens",
            "sentences",
            "nfc",
            "fold",
            "stopwords",
            "romanize",
        ] {
            assert_eq!(answer("akshar", &[command], ""), "");
        }
    }

    #[test]
    fn stopwords_are_those_of_the_library() {
        let words = ["में", "है", "चुनाव", "पुलिस", ""];
        let expected: String = words
            .iter()
            .map(|word| format!("{}\n", akshar::is_stopword(word)))
            .collect();
        assert_eq!(
            answer("akshar", &["stopwords"], &(words.join("\n") + "\n")),
            expected
        );
    }

    #[test]
    fn transliteration_is_that_of_the_library() {
        use akshar::{Scheme, Schwa, Transliterator};

        let lines = ["समाजवादी पार्टी", "CO2, १२ ज़रूर।"];
        for &to in Scheme::ALL {
            let by_default = Transliterator::new(Scheme::Devanagari, to);
            for (argument, transliterator) in [
                ("keep", by_default.schwa(Schwa::Keep)),
                ("delete", by_default.schwa(Schwa::Delete)),
            ] {
                let expected = lines
                    .map(|line| transliterator.transliterate(line) + "\n")
                    .concat();
                let arguments = ["transliterate", "--to", to.name(), "--schwa", argument];
                assert_eq!(answer("akshar", &arguments, &lines.join("\n")), expected);
            }
        }
        let back = Transliterator::new(Scheme::Iso15919, Scheme::Devanagari);
        assert_eq!(
            answer(
                "akshar",
                &["transliterate", "--from", "iso15919", "--to", "devanagari"],
                "hindī\n"
            ),
            back.transliterate("hindī") + "\n"
        );
    }

    #[test]
    fn romanization_is_that_of_the_library() {
        let line = "उत्तर प्रदेश में यूपी";
        let plain = akshar::Romanizer::new();
        let expected = [
            (&["romanize"][..], plain),
            (&["romanize", "--title"], plain.title_case(true)),
            (&["romanize", "--slug"], plain.slug(true)),
        ];
        for (arguments, romanizer) in expected {
            assert_eq!(
                answer("akshar", arguments, line),
                romanizer.romanize(line) + "\n"
            );
        }
    }

    #[test]
    fn records_are_segmented() {
        let input = json!({"id": "1", "text": "हां।नहीं 5"}).to_string();
        let output = answer("akshar", &["segment"], &input);
        assert!(output.ends_with("}\n"));
        let answer: Value = serde_json::from_str(&output).unwrap();
        let token = |span: [usize; 2], kind: &str, word: &str| json!({"span": span, "kind": kind, "stopword": akshar::is_stopword(word)});
        let expected = json!({"sentences": [
            {"span": [0, 12], "tokens": [
                token([0, 9], "word", "हां"),
                token([9, 12], "punctuation", "।"),
            ]},
            {"span": [12, 26], "tokens": [
                token([12, 24], "word", "नहीं"),
                token([25, 26], "number", "5"),
            ]},
        ]});
        assert_eq!(answer, expected);
    }

    #[test]
    fn a_broken_record_is_named_and_the_others_answered() {
        let input = "{\"text\":\"क\"}\n{\"text\":\n{\"text\":\"ख ग\"}\n";
        let output = refusal(run("akshar", &["segment"], input), &["line 2"]);
        let answers: Vec<Value> = output
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(answers.len(), 2);
        assert_eq!(answers[0]["sentences"][0]["span"], json!([0, 3]));
        assert_eq!(answers[1]["sentences"][0]["span"], json!([0, 7]));
    }

    #[test]
    fn each_broken_record_is_named() {
        let outcome = run("akshar", &["segment"], "[]\n{}\n{\"text\":5}\n");
        assert_eq!((outcome.code, outcome.output.as_str()), (Some(2), ""));
        let told: Vec<&str> = outcome.errors.lines().collect();
        assert_eq!(told.len(), 3);
        for (line, number) in told.iter().zip(1..) {
            assert!(line.contains(&format!("line {number}:")), "{line}");
        }
    }

    #[test]
    fn input_that_is_not_utf8_ends_it() {
        for command in ["graphemes", "tokens", "sentences"] {
            let outcome = run("akshar", &[command], b"ab\nc\xE0\xA4\nd\n");
            let output = refusal(outcome, &["standard input", "UTF-8", "byte 4"]);
            assert_eq!(output.lines().count(), 1, "{output}");
        }
        let outcome = run(
            "akshar",
            &["segment"],
            b"{\"text\":\"a\"}\n{\"text\":\"\xFF\"}\n",
        );
        let output = refusal(outcome, &["byte 22"]);
        assert_eq!(output.lines().count(), 1);
    }

    #[test]
    fn bad_arguments_are_refused() {
        let unknown = ["transliterate", "--to", "hindi"];
        let schemes = akshar::Scheme::ALL.iter();
        let known: Vec<&str> = schemes.map(|scheme| scheme.name()).collect();
        let refused: [(&[&str], &[&str]); 9] = [
            (&unknown, &known),
            (&["transliterate", "--to", "iast", "--from", "x"], &known),
            (
                &["transliterate", "--to", "devanagari", "--from", "hunterian"],
                &["hunterian"],
            ),
            (&["transliterate"], &["--to"]),
            (
                &["transliterate", "--to", "iast", "--schwa", "half"],
                &["half", "keep", "delete"],
            ),
            (&["shout"], &["shout"]),
            (&["nfc", "--jobs", "0"], &["--jobs", "0"]),
            (&["nfc", "--jobs", "many"], &["--jobs", "many"]),
            (&[], &["segment", "romanize"]),
        ];
        for (arguments, said) in refused {
            assert_eq!(
                refusal(run("akshar", arguments, "क\n"), said),
                "",
                "{arguments:?}"
            );
        }
    }

    #[test]
    fn help_is_no_error() {
        for arguments in [&["--help"][..], &["transliterate", "--help"]] {
            assert!(answer("akshar", arguments, "").contains("Usage"));
        }
    }

    /// One thread and several do not differ but in speed.
    const JOBS: [&[&str]; 3] = [&["--jobs", "1"], &["--jobs", "3"], &[]];

    /// Many times what is read at once, in lines that differ.
    fn long_input() -> Vec<String> {
        (0..20_000)
            .map(|number| match number % 3 {
                0 => format!("पंक्ति {number}: राज्य में हिन्दी के {number} अख़बार हैं।"),
                1 => number.to_string(),
                _ => String::new(),
            })
            .collect()
    }

    #[test]
    fn answers_are_in_order_whatever_the_threads() {
        let lines = long_input();
        let expected: String = lines
            .iter()
            .map(|line| akshar::Folder::search().fold(line).into_owned() + "\n")
            .collect();
        for jobs in JOBS {
            let arguments = [&["fold"], jobs].concat();
            let found = answer("akshar", &arguments, &lines.join("\n"));
            assert!(found == expected, "{jobs:?}");
        }
    }

    #[test]
    fn a_long_line_is_answered_whole() {
        let line = "यह लंबी पंक्ति है। ".repeat(20_000);
        let expected: Vec<&str> = akshar::tokens(&line).map(|token| token.text).collect();
        let input = format!("पहली\n{line}\nतीसरी\n");
        for jobs in JOBS {
            let found = answer("akshar", &[&["tokens"], jobs].concat(), &input);
            let arrays: Vec<Vec<&str>> = found
                .lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect();
            assert!(arrays == [vec!["पहली"], expected.clone(), vec!["तीसरी"]]);
        }
    }

    #[test]
    fn errors_far_into_the_input_are_told_by_their_place() {
        let mut records: Vec<String> = long_input()
            .iter()
            .map(|line| json!({"text": line}).to_string())
            .collect();
        let expected = answer("akshar", &["segment"], &records.join("\n"));
        let total = records.len();
        let broken = [total / 2, total - 1];
        for line in broken {
            records[line].pop();
        }
        let mut input = records.join("\n").into_bytes();
        let place = input.len() + 1;
        input.extend(b"\n\xFF\n{\"text\":\"\"}\n");
        for jobs in JOBS {
            let outcome = run("akshar", &[&["segment"], jobs].concat(), &input);
            assert_eq!(outcome.code, Some(2));
            let told: Vec<&str> = outcome.errors.lines().collect();
            assert_eq!(told.len(), 3, "{told:?}");
            for (told, line) in told.iter().zip(broken) {
                assert!(told.contains(&format!("line {}:", line + 1)), "{told}");
            }
            assert!(told[2].contains(&format!("byte {place}")), "{told:?}");
            let answered = expected.lines().enumerate();
            let answered = answered.filter(|(line, _)| !broken.contains(line));
            assert!(
                outcome
                    .output
                    .lines()
                    .eq(answered.map(|(_, answer)| answer))
            );
        }
    }

    #[test]
    fn each_line_is_answered_before_the_next_is_there() {
        for jobs in JOBS {
            let mut child = start("akshar", &[&["tokens"], jobs].concat());
            let mut input = child.stdin.take().unwrap();
            let mut output = BufReader::new(child.stdout.take().unwrap());
            let (sender, answers) = mpsc::channel();
            let reader = thread::spawn(move || {
                let mut line = String::new();
                while output.read_line(&mut line).unwrap() > 0 {
                    sender.send(std::mem::take(&mut line)).unwrap();
                }
            });
            for word in ["एक", "दो", "तीन"] {
                writeln!(input, "{word}").unwrap();
                // Waits long only where the answer never comes.
                let answer = answers.recv_timeout(PATIENCE).unwrap();
                assert_eq!(answer, format!("[\"{word}\"]\n"));
            }
            drop(input);
            reader.join().unwrap();
            assert!(child.wait().unwrap().success());
        }
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        for jobs in JOBS {
            let mut child = start("akshar", &[&["tokens"], jobs].concat());
            drop(child.stdout.take());
            // One line, after which the input stays open: it ends at the first answer.
            let mut input = child.stdin.take().unwrap();
            input.write_all("नमस्ते दुनिया\n".as_bytes()).unwrap();
            wait(&mut child);
            drop(input);
            let finished = child.wait_with_output().unwrap();
            assert_eq!(finished.status.code(), Some(0));
            assert_eq!(String::from_utf8(finished.stderr).unwrap(), "");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_an_error() {
        for jobs in JOBS {
            let mut child = program("akshar")
                .args([&["tokens"], jobs].concat())
                .stdin(Stdio::piped())
                .stdout(fs::File::create("/dev/full").unwrap())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let mut input = child.stdin.take().unwrap();
            input.write_all("नमस्ते\n".as_bytes()).unwrap();
            wait(&mut child);
            drop(input);
            let finished = child.wait_with_output().unwrap();
            assert_eq!(finished.status.code(), Some(2));
            let told = String::from_utf8(finished.stderr).unwrap();
            assert!(told.starts_with("error: ") && told.lines().count() == 1);
        }
    }

    /// 100 MB go through, and at the end it has never held more than 64 MB.
    #[cfg(target_os = "linux")]
    #[test]
    fn memory_does_not_grow_with_the_input() {
        use std::io::Read;

        let lines = "राज्य सरकार ने किसानों के लिए नई योजना शुरू की है।\n".repeat(7_200);
        for jobs in ["1", "4"] {
            let mut child = start("akshar", &["nfc", "--jobs", jobs]);
            let mut input = child.stdin.take().unwrap();
            let mut output = child.stdout.take().unwrap();
            let piece = lines.clone();
            let writer = thread::spawn(move || {
                for _ in 0..100 {
                    input.write_all(piece.as_bytes()).unwrap();
                }
                input
            });
            let mut part = vec![0; 1 << 16];
            let mut left = 100 * lines.len();
            while left > 0 {
                let read = output.read(&mut part).unwrap();
                assert!(read > 0);
                left -= read;
            }
            let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
            let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let peak = peak.unwrap().trim().strip_suffix(" kB").unwrap();
            assert!(peak.parse::<u64>().unwrap() < 64_000, "{peak} kB");
            drop(writer.join().unwrap());
            assert!(child.wait().unwrap().success());
        }
    }
}

mod article {
    use super::*;

    const TEXT: &str = "दिल्ली में तेज बारिश\n\nदिल्ली में आज बारिश हुई। सड़कें भर गईं.\n";

    #[test]
    fn the_shipped_article_is_shown() {
        let shipped = fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles/01-politics.txt"),
        )
        .unwrap();
        let headline = shipped.lines().next().unwrap();
        let shown = answer("article", &[], "");
        let unwrapped: Vec<&str> = shown.split_whitespace().collect();
        assert!(unwrapped.join(" ").starts_with(headline), "{shown}");
        for line in shown.lines() {
            assert!(akshar::graphemes(line).count() <= 80, "{line}");
        }
    }

    #[test]
    fn a_file_and_standard_input_are_shown_alike() {
        let file = folder("article-file").join("article.txt");
        fs::write(&file, TEXT).unwrap();
        let shown = answer("article", &[file.to_str().unwrap()], "");
        assert_eq!(answer("article", &["-"], TEXT), shown);
        for sentence in ["दिल्ली में तेज बारिश", "दिल्ली में आज बारिश हुई।", "सड़कें भर गईं."]
        {
            assert!(shown.contains(sentence), "{shown}");
        }
    }

    #[test]
    fn json_is_for_programs() {
        let analysis = answer("article", &["-", "--format", "json"], TEXT);
        let analysis: Value = serde_json::from_str(&analysis).unwrap();
        assert_eq!(analysis["headline"]["text"], "दिल्ली में तेज बारिश");
        assert_eq!(analysis["counts"]["sentences"], 3);
        let sentence = &analysis["paragraphs"][1]["sentences"][1];
        assert_eq!(sentence["text"], "सड़कें भर गईं.");
        assert_eq!(sentence["tokens"][0]["kind"], "word");
        let range = &sentence["range"];
        let range =
            range["start"].as_u64().unwrap() as usize..range["end"].as_u64().unwrap() as usize;
        assert_eq!(TEXT[range], *sentence["text"].as_str().unwrap());
    }

    #[test]
    fn marks_and_control_characters_of_the_file_do_not_reach_the_terminal() {
        let text = format!("\u{FEFF}{}", TEXT.replacen(' ', " \u{1B}[31m", 1));
        let shown = answer("article", &["-"], &text);
        let is_foreign = |c: char| c == '\u{FEFF}' || c.is_control() && c != '\n';
        assert!(!shown.contains(is_foreign), "{shown}");
        assert!(shown.contains("\u{FFFD}[31m"), "{shown}");
        let marked = answer("article", &["-"], &format!("\u{FEFF}{TEXT}"));
        assert_eq!(marked, answer("article", &["-"], TEXT));
    }

    /// What of a page is text, from its first paragraph or heading to its figures.
    fn read(page: &str) -> String {
        let (_, text) = page.split_once("<article>").unwrap();
        let (text, _) = text.split_once("</article>").unwrap();
        let parts = text.split('<').map(|part| match part.split_once('>') {
            Some((_, text)) => text,
            None => part,
        });
        parts.collect()
    }

    #[test]
    fn a_page_shows_the_words_with_what_is_known_of_them() {
        let page = answer("article", &["-", "--format", "html"], TEXT);
        assert!(
            page.starts_with("<!DOCTYPE html>\n<html lang=\"hi\""),
            "{page}"
        );
        assert_eq!(page.matches("class=\"sentence\"").count(), 3);
        assert_eq!(page.matches("<h1").count(), 1);
        let headline = akshar::Article::parse(TEXT).headline.unwrap();
        let romanized = akshar::romanize("सड़कें");
        let text = read(&page);
        for known in [
            &headline.romanized,
            &headline.slug,
            &format!("{romanized} सड़क"),
        ] {
            assert!(text.contains(known), "{known}: {text}");
        }
    }

    /// tests/browser.rs looks at it in a browser.
    #[test]
    fn text_is_no_markup_on_a_page() {
        let headline = "<script>दिल्ली में</script> & \"तेज\" 'बारिश' \u{202E}\u{7}हुई &lt;";
        let text = format!("{headline}\n\nदिल्ली में आज बारिश हुई।");
        let page = answer("article", &["-", "--format", "html"], &text);
        assert!(!page.contains("<script"), "{page}");
        let title = "<title>&lt;script&gt;दिल्ली में&lt;/script&gt; &amp; &quot;तेज&quot; \
                     &#39;बारिश&#39; \u{FFFD}\u{FFFD}हुई &amp;lt;</title>";
        assert!(page.contains(title), "{page}");
        let steers = |c: char| c.is_control() && c != '\n' || c == '\u{202E}';
        assert!(!page.contains(steers), "{page}");
    }

    #[test]
    fn an_empty_text_is_an_article() {
        answer("article", &["-"], "");
        answer("article", &["-", "--format", "json"], "\n \n");
        let page = answer("article", &["-", "--format", "html"], "\n \n");
        assert!(page.ends_with("</html>\n"), "{page}");
    }

    #[test]
    fn bad_input_is_refused() {
        let missing = folder("article-missing").join("none.txt");
        let missing = missing.to_str().unwrap();
        assert_eq!(refusal(run("article", &[missing], ""), &["none.txt"]), "");

        let broken = folder("article-broken").join("latin.txt");
        fs::write(&broken, b"ab\xE9").unwrap();
        let outcome = run("article", &[broken.to_str().unwrap()], "");
        assert_eq!(refusal(outcome, &["latin.txt", "UTF-8", "byte 2"]), "");

        let outcome = run("article", &["-"], b"\xFFa");
        assert_eq!(refusal(outcome, &["standard input", "byte 0"]), "");
        let outcome = run("article", &["-", "--format", "xml"], "");
        assert_eq!(refusal(outcome, &["xml", "text", "json", "html"]), "");
    }
}

mod evaluate {
    use super::*;

    /// A document as the gold file has it. The sentences are lists of tokens, and tokens that
    /// begin with `+` stand without a space before them.
    fn document(sentences: &[&[&str]]) -> Value {
        let mut text = String::new();
        let mut records = Vec::new();
        for tokens in sentences {
            let mut spans = Vec::new();
            for token in *tokens {
                let glued = token.strip_prefix('+');
                if glued.is_none() && !text.is_empty() {
                    text.push(' ');
                }
                let start = text.len();
                text.push_str(glued.unwrap_or(token));
                spans.push([start, text.len()]);
            }
            let span = [spans[0][0], text.len()];
            records.push(json!({"span": span, "tokens": spans}));
        }
        json!({"text": text, "sentences": records})
    }

    /// A tiny gold folder, with some lines that are not as the crate has it.
    fn gold(name: &str) -> PathBuf {
        let folder = folder(name);
        let documents = [
            // The crate takes `88वें` for one token.
            document(&[&["88", "+वें", "दिन", "बारिश", "हुई", "+।"]]),
            // The crate ends a sentence at the first danda.
            document(&[&["वह", "आई", "+।", "मैं", "गया", "+।"]]),
        ];
        let lines: String = documents
            .iter()
            .map(|document| format!("{document}\n"))
            .collect();
        let files = [
            ("segmentation.jsonl", lines.as_str()),
            (
                "lemmas.tsv",
                "में\tमें\tADP\t3\nxyz\txyz\tADP\t1\nकिताब\tकिताब\tNOUN\t5\n\
                 किताबें\tकिताब\tNOUN\t2\nकिताबों\tपुस्तक\tNOUN\t4\nकिताबों\tकिताब\tNOUN\t1\n",
            ),
            // `सड़क` may have its second schwa or not; the last is read in two ways; the gold
            // of `घर` is wrong.
            ("schwa.tsv", "कमल\t110\nसड़क\t1?0\nघर\t11\nजगत\t000|110\n"),
            // कमाल has the search key of कमल, and kamlesh that of neither.
            (
                "romanization.tsv",
                "राम\tram\t3\nराम\traam\t4\nकमल\tkamal\t2\nकमाल\tkamaal\t1\nकमाल\tkamlesh\t1\n",
            ),
        ];
        for (file, text) in files {
            fs::write(folder.join(file), text).unwrap();
        }
        folder
    }

    /// The row of a name in the table for programs.
    fn row<'t>(table: &'t Value, name: &str) -> &'t Value {
        let sections = table["sections"].as_array().unwrap().iter();
        let mut rows = sections.flat_map(|section| section["rows"].as_array().unwrap());
        rows.find(|row| row["name"] == name)
            .unwrap_or_else(|| panic!("no row {name}"))
    }

    #[track_caller]
    fn check_f1(row: &Value, [both, gold, found]: [f64; 3]) {
        let expected = [
            ("f1", 200.0 * both / (gold + found)),
            ("precision", 100.0 * both / found),
            ("recall", 100.0 * both / gold),
        ];
        for (measure, expected) in expected {
            let value = row[measure].as_f64().unwrap();
            assert!(
                (value - expected).abs() < 1e-9,
                "{measure} {value}, not {expected}"
            );
        }
    }

    #[track_caller]
    fn check_share(row: &Value, part: u64, whole: u64) {
        assert_eq!(
            (row["part"].as_u64(), row["whole"].as_u64()),
            (Some(part), Some(whole))
        );
        let percent = 100.0 * part as f64 / whole as f64;
        assert!((row["percent"].as_f64().unwrap() - percent).abs() < 1e-9);
    }

    #[test]
    fn the_chart_shows_each_measure_that_has_a_goal() {
        let folder = gold("evaluate-chart");
        let chart = folder.join("chart.svg");
        let [folder, chart] = [&folder, &chart].map(|path| path.to_str().unwrap());
        let table = answer("evaluate", &[folder], "");
        assert_eq!(answer("evaluate", &[folder, "--svg", chart], ""), table);
        let drawn = fs::read_to_string(chart).unwrap();
        assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n"));
        // Ten of twelve tokens are right, of eleven found.
        assert_eq!(drawn.matches(">86.96 (goal 99.85)<").count(), 4, "{drawn}");
        assert_eq!(drawn.matches("(goal ").count(), 16, "{drawn}");
        let nowhere = format!("{chart}/none.svg");
        let outcome = run("evaluate", &[folder, "--svg", &nowhere], "");
        assert_eq!(refusal(outcome, &["none.svg"]), "");
    }

    #[test]
    fn the_table_counts_right() {
        let folder = gold("evaluate-table");
        let table = answer(
            "evaluate",
            &[folder.to_str().unwrap(), "--format", "json"],
            "",
        );
        let table: Value = serde_json::from_str(&table).unwrap();

        let cases = [
            "by document",
            "joined by a space",
            "joined, final dandas as full stops",
            "joined, no space after a danda",
        ];
        for case in cases {
            check_f1(row(&table, &format!("tokens, {case}")), [10.0, 12.0, 11.0]);
            check_f1(row(&table, &format!("sentences, {case}")), [1.0, 2.0, 3.0]);
        }

        let found = if akshar::is_stopword("में") {
            3
        } else {
            0
        };
        check_share(row(&table, "closed-class tokens found"), found, 4);
        check_share(row(&table, "open-class tokens wrongly hit"), 0, 12);

        // The gold file gives किताबों another lemma most often, so that it has one pair of words,
        // and the crate three.
        check_share(row(&table, "lemma exactly as in the file"), 12, 16);
        for name in [
            "words grouped by lemma",
            "words grouped by stem",
            "words folded, then grouped by stem",
        ] {
            check_f1(row(&table, name), [1.0, 1.0, 3.0]);
        }

        check_share(row(&table, "words entirely right"), 3, 4);
        check_share(row(&table, "schwas"), 9, 10);

        let is_attested = |word: &str, attested: &[&str]| {
            u64::from(attested.contains(&akshar::romanize(word).as_str()))
        };
        let attested = is_attested("राम", &["ram", "raam"])
            + is_attested("कमल", &["kamal"])
            + is_attested("कमाल", &["kamaal", "kamlesh"]);
        check_share(
            row(&table, "words as some native writer has them"),
            attested,
            3,
        );
        // The most writers have `raam`, `kamal` and `kamaal`, fifteen letters.
        let errors = &row(&table, "character errors against the most writers");
        assert_eq!(errors["whole"], 15);

        check_share(
            row(&table, "% of attestations that meet their word"),
            10,
            11,
        );
        check_share(
            row(&table, "% of different romanizations that meet it"),
            4,
            5,
        );
        for (name, sum, count) in [
            ("other words that share a key, for each word", 2, 3),
            ("keys of a Devanagari word", 3, 3),
            ("keys of a romanization", 5, 5),
        ] {
            let row = row(&table, name);
            assert_eq!(row["sum"], sum, "{name}");
            assert_eq!(row["count"], count, "{name}");
        }

        // 88, वें, दिन, बारिश, हुई, ।, वह, आई, मैं, गया; में, xyz, किताब, किताबें, किताबों, पुस्तक; कमल,
        // सड़क, घर, जगत; राम, कमाल.
        for scheme in ["ISO 15919", "SLP1"] {
            check_share(row(&table, scheme), 22, 22);
        }
        assert_eq!(table["skipped"], json!(["romanization-train.tsv"]));
    }

    #[test]
    fn the_table_is_for_readers_too() {
        let folder = gold("evaluate-text");
        let shown = answer("evaluate", &[folder.to_str().unwrap()], "");
        let tokens = shown
            .lines()
            .find(|line| line.contains("tokens, by document"))
            .unwrap();
        // 10 tokens of 12 in the gold file and 11 found.
        for figure in ["86.96", "90.91", "83.33"] {
            assert!(tokens.contains(figure), "{tokens}");
        }
        assert!(shown.contains("romanization-train.tsv is missing: skipped"));
    }

    #[test]
    fn missing_files_are_skipped() {
        let folder = folder("evaluate-empty");
        let shown = answer("evaluate", &[folder.to_str().unwrap()], "");
        for file in [
            "segmentation.jsonl",
            "lemmas.tsv",
            "schwa.tsv",
            "romanization.tsv",
        ] {
            assert!(
                shown.contains(&format!("{file} is missing: skipped")),
                "{shown}"
            );
        }
    }

    #[test]
    fn a_broken_line_is_named() {
        let broken = [
            (
                "segmentation.jsonl",
                "{\"text\":\"\",\"sentences\":[]}\n{\"text\":",
            ),
            (
                "segmentation.jsonl",
                "{\"text\":\"\",\"sentences\":[]}\n{\"text\":\"क\",\"sentences\":[{\"span\":[0,1],\"tokens\":[]}]}",
            ),
            ("lemmas.tsv", "में\tमें\tADP\t3\nमें\tमें\tADP\n"),
            ("lemmas.tsv", "में\tमें\tADP\t3\nमें\tमें\tADP\tthree\n"),
            ("schwa.tsv", "कमल\t110\nकमल\t1x0\n"),
            ("schwa.tsv", "कमल\t110\nकमल\t11\n"),
            ("romanization.tsv", "राम\tram\t3\n\n"),
            ("romanization-train.tsv", "राम\tram\t3\nराम\tram\t-1\n"),
        ];
        for (file, text) in broken {
            let folder = gold("evaluate-broken");
            fs::write(folder.join(file), text).unwrap();
            let outcome = run("evaluate", &[folder.to_str().unwrap()], "");
            assert_eq!(refusal(outcome, &[file, "line 2"]), "");
        }
    }

    #[test]
    fn bad_input_is_refused() {
        let folder = gold("evaluate-bad");
        let missing = folder.join("none");
        let outcome = run("evaluate", &[missing.to_str().unwrap()], "");
        assert_eq!(refusal(outcome, &["none"]), "");

        fs::write(folder.join("lemmas.tsv"), b"a\tb\t\xFF").unwrap();
        let outcome = run("evaluate", &[folder.to_str().unwrap()], "");
        assert_eq!(refusal(outcome, &["lemmas.tsv", "byte 4"]), "");
        assert_eq!(refusal(run("evaluate", &[], ""), &["FOLDER"]), "");
    }
}

mod search {
    use super::*;

    /// The queries of the README, with the article that comes first.
    fn queries() -> Vec<(&'static str, &'static str)> {
        let (_, table) = include_str!("../README.md")
            .split_once("| query | first article |\n| --- | --- |\n")
            .unwrap();
        let rows = table.lines().take_while(|line| line.starts_with('|'));
        rows.map(|row| {
            let mut cells = row.split('`');
            (cells.nth(1).unwrap(), cells.nth(1).unwrap())
        })
        .collect()
    }

    #[test]
    fn the_right_article_comes_first() {
        let queries = queries();
        let latin = queries.iter().filter(|(query, _)| query.is_ascii());
        assert_eq!((queries.len(), latin.count()), (10, 5));
        let input: String = queries
            .iter()
            .flat_map(|(query, _)| [query, "\n"])
            .collect();
        let answers = answer("search", &[], &input);
        let answers: Vec<&str> = answers.split_terminator("\n\n").collect();
        assert_eq!(answers.len(), queries.len());
        for ((query, article), answer) in queries.iter().zip(answers) {
            let mut lines = answer.lines();
            assert_eq!(lines.next(), Some(format!("> {query}").as_str()));
            let first = lines.next().unwrap();
            assert!(
                first.starts_with("1. ") && first.ends_with(&format!("({article})")),
                "{answer}"
            );
            assert!(answer.contains('['), "{answer}");
        }
    }

    #[test]
    fn the_readme_shows_what_it_answers() {
        let (_, shown) = include_str!("../README.md")
            .split_once("$ search ")
            .unwrap();
        let (shown, _) = shown.split_once("```").unwrap();
        let (arguments, expected) = shown.split_once('\n').unwrap();
        let arguments: Vec<&str> = arguments.split(' ').collect();
        assert_eq!(answer("search", &arguments, ""), expected);
    }

    #[test]
    fn an_index_is_made_anew_in_its_folder() {
        let folder = folder("search");
        let articles = folder.join("articles.jsonl");
        let index = folder.join("index");
        let arguments = [
            "--articles",
            articles.to_str().unwrap(),
            "--index",
            index.to_str().unwrap(),
            "नदी",
        ];
        let records = [
            json!({"title": "नदियों की सफाई", "text": "काम शुरू हुआ।"}),
            json!({"text": "बाज़ार खुले\nनदी दूर है।"}),
        ];
        fs::write(&articles, format!("{}\n{}\n", records[0], records[1])).unwrap();
        let expected = "1. [नदियों] की सफाई (articles.jsonl:1)\n\
                        2. बाज़ार खुले (articles.jsonl:2)\n   [नदी] दूर है।\n";
        for _ in 0..2 {
            assert_eq!(answer("search", &arguments, ""), expected);
        }
        assert!(index.join("meta.json").exists());
        assert_eq!(
            answer("search", &[&arguments[..4], &["पहाड़"]].concat(), ""),
            "nothing found\n"
        );
    }

    #[test]
    fn bad_input_gets_one_line() {
        let folder = folder("search-bad");
        let empty = folder.to_str().unwrap();
        refusal(
            run("search", &["--articles", empty, "नदी"], ""),
            &["no articles"],
        );
        let none = folder.join("none");
        let none = none.to_str().unwrap();
        refusal(run("search", &["--articles", none, "नदी"], ""), &[none]);
        let broken = folder.join("broken.jsonl");
        fs::write(&broken, "{\"text\":\"नदी\"}\n{\"text\":5}\n").unwrap();
        let broken = broken.to_str().unwrap();
        refusal(
            run("search", &["--articles", broken, "नदी"], ""),
            &["line 2", "column"],
        );
        refusal(run("search", &["--limit", "0", "नदी"], ""), &["--limit"]);
    }
}

/// What happens to programs that run for long: readers that go or lag behind, disks that are
/// full, files that shrink, bytes that are no text.
mod streams {
    use super::*;
    use std::io::Read;

    /// A program, its arguments, and input to which it has far more to say than a pipe holds.
    struct Talk {
        example: &'static str,
        arguments: Vec<String>,
        input: String,
    }

    /// One of each program that writes what grows with its input; `akshar` with one thread and
    /// with several.
    fn talks() -> Vec<Talk> {
        let talk = |example, arguments: &[&str], input: String| Talk {
            example,
            arguments: arguments.iter().map(ToString::to_string).collect(),
            input,
        };
        let text = "राज्य सरकार ने किसानों के लिए नई योजना शुरू की।\n";
        let mut talks = vec![
            talk("akshar", &["tokens", "--jobs", "1"], text.repeat(4_000)),
            talk("akshar", &["segment", "--jobs", "4"], {
                format!("{}\n", json!({"text": text})).repeat(2_000)
            }),
            talk("search", &[], "किसान\n".repeat(400)),
        ];
        for format in ["text", "json", "html"] {
            talks.push(talk(
                "article",
                &["-", "--format", format],
                text.repeat(1_500),
            ));
        }
        talks
    }

    /// A program with its output to a file, which gets its input all at once.
    fn started(talk: &Talk, output: Stdio) -> Child {
        let mut child = program(talk.example)
            .args(&talk.arguments)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut sink = child.stdin.take().unwrap();
        let input = talk.input.clone();
        // What has ended does not read on.
        thread::spawn(move || sink.write_all(input.as_bytes()));
        child
    }

    fn arguments(talk: &Talk) -> Vec<&str> {
        talk.arguments.iter().map(String::as_str).collect()
    }

    #[test]
    fn a_reader_that_goes_is_no_error() {
        for talk in talks() {
            let mut child = started(&talk, Stdio::piped());
            let mut first = [0; 100];
            let mut output = child.stdout.take().unwrap();
            output.read_exact(&mut first).unwrap();
            drop(output);
            wait(&mut child);
            let finished = child.wait_with_output().unwrap();
            let told = String::from_utf8(finished.stderr).unwrap();
            let named = (talk.example, &talk.arguments);
            assert_eq!(
                (finished.status.code(), told.as_str()),
                (Some(0), ""),
                "{named:?}"
            );
        }
    }

    #[test]
    fn a_slow_reader_gets_everything() {
        for talk in talks() {
            let expected = answer(talk.example, &arguments(&talk), &talk.input);
            assert!(expected.len() > 150_000, "{}", expected.len());
            let mut child = started(&talk, Stdio::piped());
            let mut output = child.stdout.take().unwrap();
            let mut found = Vec::new();
            let mut part = [0; 10_007];
            loop {
                let read = output.read(&mut part).unwrap();
                if read == 0 {
                    break;
                }
                found.extend_from_slice(&part[..read]);
                thread::sleep(Duration::from_millis(1));
            }
            assert!(found == expected.as_bytes(), "{}", talk.example);
            assert!(child.wait().unwrap().success());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told() {
        let evaluate = Talk {
            example: "evaluate",
            arguments: vec![folder("evaluate-full").to_str().unwrap().to_owned()],
            input: String::new(),
        };
        for talk in talks().into_iter().chain([evaluate]) {
            let full = fs::File::create("/dev/full").unwrap();
            let mut child = started(&talk, full.into());
            wait(&mut child);
            let finished = child.wait_with_output().unwrap();
            let outcome = Outcome {
                code: finished.status.code(),
                output: String::new(),
                errors: String::from_utf8(finished.stderr).unwrap(),
            };
            refusal(outcome, &["standard output", "space"]);
        }
    }

    /// Its name stands before the error, whatever could not be written.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_of_a_file() {
        let folder = folder("evaluate-full-chart");
        let arguments = [folder.to_str().unwrap(), "--svg", "/dev/full"];
        refusal(run("evaluate", &arguments, ""), &["/dev/full", "space"]);
    }

    /// A file that loses its end while the filter waits for its reader: the lines that were there
    /// are answered. One of which a part had been read is answered as far as it was, or refused
    /// where that ends inside of a character.
    #[cfg(unix)]
    #[test]
    fn a_file_that_shrinks_ends_early() {
        let line = "राज्य सरकार ने किसानों के लिए नई योजना शुरू की।";
        let lines = 100_000;
        for (name, kept) in [("most", lines - 10), ("nothing", 0)] {
            for jobs in ["1", "3"] {
                let path = folder("shrinks").join("input.txt");
                fs::write(&path, format!("{line}\n").repeat(lines)).unwrap();
                let mut child = program("akshar")
                    .args(["nfc", "--jobs", jobs])
                    .stdin(fs::File::open(&path).unwrap())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap();
                // It is under way, and cannot go far.
                let mut output = BufReader::new(child.stdout.take().unwrap());
                let mut first = String::new();
                output.read_line(&mut first).unwrap();
                assert_eq!(first.trim_end(), line);
                let file = fs::File::options().write(true).open(&path).unwrap();
                file.set_len((kept * (line.len() + 1)) as u64).unwrap();

                let mut rest = String::new();
                output.read_to_string(&mut rest).unwrap();
                let finished = child.wait_with_output().unwrap();
                let told = String::from_utf8(finished.stderr).unwrap();
                let mut answers: Vec<&str> = rest.lines().collect();
                if kept > 0 {
                    assert_eq!((answers.len() + 1, told.as_str()), (kept, ""));
                } else {
                    assert!(answers.len() < lines / 2, "{name}, {}", answers.len());
                    if let Some(last) = answers.pop() {
                        assert!(line.starts_with(last), "{last}");
                    }
                    assert!(
                        told.is_empty() || told.contains("not UTF-8 at byte"),
                        "{told}"
                    );
                }
                assert!(answers.iter().all(|answer| *answer == line));
                assert_eq!(
                    finished.status.code(),
                    Some(if told.is_empty() { 0 } else { 2 })
                );
            }
        }
    }

    /// Those that read a file as a whole have its beginning, or refuse it.
    #[test]
    fn a_file_that_shrinks_is_read_or_refused() {
        let folder = folder("shrinks-whole");
        let text = "राज्य सरकार ने किसानों के लिए नई योजना शुरू की।\n".repeat(2_000);
        let lemmas = "किताबें\tकिताब\tNOUN\t2\n".repeat(5_000);
        let programs: [(&str, &str, &str, &[&str]); 3] = [
            ("article", "article.txt", &text, &["FILE"]),
            (
                "search",
                "article.txt",
                &text,
                &["किसान", "--articles", "FILE"],
            ),
            ("evaluate", "lemmas.tsv", &lemmas, &["FOLDER"]),
        ];
        for (example, name, text, arguments) in programs {
            let path = folder.join(name);
            for delay in [0, 2, 5, 20] {
                fs::write(&path, text).unwrap();
                let arguments = arguments.iter().map(|argument| match *argument {
                    "FILE" => path.to_str().unwrap(),
                    "FOLDER" => folder.to_str().unwrap(),
                    argument => argument,
                });
                let arguments: Vec<&str> = arguments.collect();
                let outcome = thread::scope(|scope| {
                    scope.spawn(|| {
                        thread::sleep(Duration::from_millis(delay));
                        let file = fs::File::options().write(true).open(&path).unwrap();
                        // Inside of a character, and of a line.
                        file.set_len(30_004).unwrap();
                    });
                    run(example, &arguments, "")
                });
                match outcome.code {
                    Some(0) => assert!(outcome.errors.is_empty() && !outcome.output.is_empty()),
                    _ => drop(refusal(outcome, &[name])),
                }
            }
        }
    }

    #[test]
    fn bytes_that_are_no_text_end_the_queries() {
        let queries = "किसान\nबारिश\n";
        let before = answer("search", &[], queries);
        let mut input = queries.as_bytes().to_vec();
        input.extend(b"ab\xE0\xA4\nabc\n");
        let place = format!("byte {}", queries.len() + 2);
        let outcome = run("search", &[], &input);
        assert_eq!(
            refusal(outcome, &["standard input", "UTF-8", &place]),
            before
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_file() {
        let folder = folder("not-text");
        for (example, name) in [("search", "articles.txt"), ("evaluate", "schwa.tsv")] {
            let path = folder.join(name);
            fs::write(&path, b"\xE0\xA4\x95\t1\n\xFFab\n").unwrap();
            let place = match example {
                "search" => vec!["नदी", "--articles", path.to_str().unwrap()],
                _ => vec![folder.to_str().unwrap()],
            };
            refusal(run(example, &place, ""), &[name, "UTF-8", "byte 6"]);
        }
    }
}
