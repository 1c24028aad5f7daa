//! The annotated texts of `tests/anonymise`. In: texts with `⟦kind|…⟧` around what their annotators saw. Out: complaint
//! files that hold them without these marks, and where the marks stood.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::Path;

use klacht::source::{RelPath, SourceFile};

/// An annotated text.
pub struct Sample {
    /// The name of its file.
    pub name: String,
    /// A complaint file with the known identities and the text without its annotations.
    pub file: SourceFile,
    /// The staff list.
    pub staff: SourceFile,
    /// The names of people among the known identities.
    pub names: Vec<String>,
    /// Where the text begins in the file.
    pub body: usize,
    /// The kind of each annotation, and where it stood in the file.
    pub spans: Vec<(String, Range<usize>)>,
}

/// A text without its annotations, and the kind and place of each of these.
pub type Annotated = (String, Vec<(String, Range<usize>)>);

/// All complaints, by name.
pub fn samples() -> Vec<Sample> {
    files("texts").iter().map(|(name, text)| sample(name, text)).collect()
}

/// All news items, by name, which comes first.
pub fn news() -> Vec<(String, Annotated)> {
    files("news").into_iter().map(|(name, text)| (name, without_annotations(&text, 0))).collect()
}

/// The names of the files in a folder, without `.txt`, and what they hold.
fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anonymise").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

fn sample(name: &str, text: &str) -> Sample {
    let (head, annotated) = text.split_once("\n---\n").unwrap_or_else(|| text.split_once("---\n").unwrap());
    let known: BTreeMap<&str, &str> = head.lines().filter_map(|line| line.split_once(": ")).collect();
    let list =
        |key: &str| known.get(key).into_iter().flat_map(|names| names.split(',').map(str::trim)).collect::<Vec<_>>();
    let quoted = |value: &str| serde_json::to_string(value).unwrap();
    let mut front = String::from("---\nindiener:\n");
    for (key, own) in [
        ("indiener", "naam"),
        ("telefoon", "telefoon"),
        ("e-mail", "e-mail"),
        ("organisatie", "organisatie"),
        ("adres", "adres"),
    ] {
        if let Some(value) = known.get(key) {
            writeln!(front, "  {own}: {}", quoted(value)).unwrap();
        }
    }
    for key in ["ontvanger", "behandelaar"] {
        if let Some(value) = known.get(key) {
            writeln!(front, "{key}: {}", quoted(value)).unwrap();
        }
    }
    let involved: Vec<_> = list("betrokken").into_iter().map(quoted).collect();
    writeln!(front, "betrokken: [{}]\n---", involved.join(", ")).unwrap();
    let staff =
        list("medewerkers").into_iter().map(|name| format!("- naam: {}\n  functie: medewerker\n", quoted(name)));
    let staff = SourceFile::new(RelPath::new("medewerkers.yaml"), staff.collect());
    let body = front.len();
    let (plain, spans) = without_annotations(annotated, body);
    let names = ["indiener", "ontvanger", "behandelaar", "betrokken", "medewerkers"].into_iter().flat_map(list);
    let names = names.map(str::to_owned).collect();
    let file = SourceFile::new(RelPath::new("2026/2026-001.md"), front + &plain);
    Sample { name: name.to_owned(), file, staff, names, body, spans }
}

/// The text without `⟦kind|…⟧`, and where each annotation stood, counted from `start`.
pub fn without_annotations(annotated: &str, start: usize) -> Annotated {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = annotated;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (kind, after) = after.split_once('|').unwrap();
        let (inside, after) = after.split_once('⟧').unwrap();
        text.push_str(before);
        spans.push((kind.to_owned(), start + text.len()..start + text.len() + inside.len()));
        text.push_str(inside);
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}
