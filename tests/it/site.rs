//! The site as a whole: what a build writes, what it leaves alone, and what it never lets out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use walkdir::WalkDir;

use crate::{TODAY, in_tree};

fn klacht(register: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", TODAY, "--register"])
        .arg(register)
        .args(arguments)
        .output()
        .unwrap()
}

fn build(register: &Path, out: &Path) -> Output {
    klacht(register, &["build", "--out", out.to_str().unwrap()])
}

/// Every file below a folder, with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| (entry.path().strip_prefix(folder).unwrap().to_owned(), fs::read(entry.path()).unwrap()))
        .collect()
}

fn copy(from: &Path, to: &Path) {
    write(&contents(from), to);
}

fn write(files: &BTreeMap<PathBuf, Vec<u8>>, to: &Path) {
    for (path, bytes) in files {
        let target = to.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

/// A folder with a small register in `complaints`.
fn small() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&in_tree("tests/site/complaints"), &folder.path().join("complaints"));
    folder
}

#[test]
fn a_small_register_gives_the_expected_folder_and_nothing_else() {
    let folder = small();
    let out = folder.path().join("site");
    let output = build(&folder.path().join("complaints"), &out);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let expected_folder = in_tree("tests/site/expected");
    let mut made = contents(&out);
    // Under its own name git would take it for an order to ignore what is expected.
    let ignore = made.remove(Path::new(".gitignore")).unwrap();
    made.insert("gitignore.txt".into(), ignore);
    if std::env::var_os("KLACHT_UPDATE").is_some() {
        fs::remove_dir_all(&expected_folder).ok();
        write(&made, &expected_folder);
    }
    let expected = contents(&expected_folder);
    assert_eq!(made.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "the same files");
    for (path, bytes) in &expected {
        let (made, expected) = (String::from_utf8_lossy(&made[path]), String::from_utf8_lossy(bytes));
        assert!(made == expected, "{} differs; KLACHT_UPDATE=1 writes it anew", path.display());
    }
}

#[test]
fn two_builds_of_the_same_register_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("een"), folder.path().join("twee"));
    assert!(build(&in_tree("complaints"), &first).status.success());
    assert!(build(&in_tree("complaints"), &second).status.success());
    assert!(contents(&first) == contents(&second));
}

#[test]
fn a_leak_ends_the_build_with_status_1_tells_the_page_and_leaves_the_old_site() {
    let folder = small();
    let (register, out) = (folder.path().join("complaints"), folder.path().join("site"));
    assert!(build(&register, &out).status.success());
    let before = contents(&out);
    let page = fs::read_to_string(in_tree("templates/complaint.html")).unwrap();
    let templates = folder.path().join("templates");
    fs::create_dir(&templates).unwrap();
    fs::write(templates.join("complaint.html"), page.replace("<h1>", "<h1>F&#97;tima <em>el</em> Amrani ")).unwrap();
    let output = build(&register, &out);
    let message = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains("klachten/2026-014.html"), "{message}");
    assert!(!message.contains("Amrani") && !message.contains("Fatima"), "{message}");
    assert!(contents(&out) == before, "the old site stays");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "nothing is left beside it: {left:?}");
}

#[test]
fn a_folder_that_klacht_did_not_write_is_never_replaced() {
    let folder = small();
    let out = folder.path().join("site");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("dierbaar.txt"), "niet weggooien").unwrap();
    let output = build(&folder.path().join("complaints"), &out);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("site"), "the error names the path");
    assert_eq!(contents(&out).len(), 1);
}
