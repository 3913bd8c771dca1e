//! Writes the stopwords of the crate as a set of phf, which is made before the program is.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const LIST: &str = "../../data/stopwords.tsv";

fn main() {
    println!("cargo::rerun-if-changed={LIST}");
    let list = fs::read_to_string(LIST).expect("the list of the crate");
    let mut set = phf_codegen::Set::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        set.entry(line.split('\t').next().unwrap_or_default());
    }
    let mut code = String::new();
    writeln!(code, "static STOPWORDS: phf::Set<&str> = {};", set.build()).expect("a string");
    let out = env::var_os("OUT_DIR").expect("set by Cargo");
    fs::write(Path::new(&out).join("stopwords.rs"), code).expect("the folder of the build");
}
