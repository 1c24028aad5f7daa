//! The promises of the store, on a real disk.

use std::fs;

use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("tests have a disk")
}

fn path(path: &str) -> RelPath {
    RelPath::new(path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_replaced_whole_and_only_as_it_was_read() {
    let folder = folder();
    let store = Store::open(folder.path()).expect("a store");
    let file = path("2026/2026-001.md");
    store.create(&file, b"eerst").expect("a new file");
    assert!(matches!(store.create(&file, b"nog eens"), Err(StoreError::Exists(_))));
    store.replace(&file, b"eerst", b"daarna").expect("replaced");
    assert!(matches!(store.replace(&file, b"eerst", b"te laat"), Err(StoreError::Changed(_))));
    assert_eq!(store.read(&file).expect("read"), Some(b"daarna".to_vec()));
    drop(store);
    assert_eq!(names(folder.path()), ["2026"]);
    assert_eq!(names(&folder.path().join("2026")), ["2026-001.md"]);
}

#[cfg(unix)]
#[test]
fn the_rights_of_a_file_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let store = Store::open(folder.path()).expect("a store");
    let file = path("2026-001.md");
    store.create(&file, b"a").expect("a new file");
    for mode in [0o600, 0o640, 0o664] {
        fs::set_permissions(store.place(&file), fs::Permissions::from_mode(mode)).expect("rights");
        store.replace(&file, b"a", b"a").expect("replaced");
        let now = fs::metadata(store.place(&file)).expect("metadata").permissions().mode();
        assert_eq!(now & 0o777, mode);
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = folder();
    let elsewhere = folder.path().join("elders.md");
    fs::write(&elsewhere, "a").expect("written");
    std::os::unix::fs::symlink(&elsewhere, folder.path().join("2026-001.md")).expect("a link");
    let store = Store::open(folder.path()).expect("a store");
    assert!(matches!(store.replace(&path("2026-001.md"), b"a", b"b"), Err(StoreError::Link(_))));
    assert_eq!(fs::read(&elsewhere).expect("read"), b"a");
}

#[test]
fn what_a_killed_command_left_is_cleared_by_the_next() {
    let folder = folder();
    fs::write(folder.path().join(".klacht-nieuw-aBcDeF"), "half").expect("written");
    let store = Store::open(folder.path()).expect("a store");
    store.create(&path("2026-001.md"), b"a").expect("a new file");
    drop(store);
    assert_eq!(names(folder.path()), ["2026-001.md"]);
}

#[test]
fn changes_side_by_side_lose_nothing() {
    let folder = folder();
    let file = path("teller.csv");
    Store::open(folder.path()).expect("a store").create(&file, b"").expect("a new file");
    std::thread::scope(|scope| {
        for line in 0..8 {
            let (folder, file) = (folder.path(), &file);
            scope.spawn(move || {
                let store = Store::open(folder).expect("a store");
                let before = store.read(file).expect("read").expect("there");
                let after = [before.as_slice(), format!("{line}\n").as_bytes()].concat();
                store.replace(file, &before, &after).expect("replaced");
            });
        }
    });
    let text = fs::read_to_string(folder.path().join("teller.csv")).expect("read");
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["0", "1", "2", "3", "4", "5", "6", "7"]);
}

#[test]
fn of_several_new_files_all_are_written_or_none() {
    let folder = folder();
    let store = Store::open_new(&folder.path().join("nieuw")).expect("a store");
    let paths = [path("a/b/een.md"), path("a/twee.md"), path("drie.md")];
    store.create(&paths[2], b"van een ander").expect("a new file");
    let files = || paths.iter().map(|path| (path, b"x".as_slice()));
    assert!(matches!(store.create_all(files()), Err(StoreError::Exists(_))));
    let there = || names(&folder.path().join("nieuw")).into_iter().filter(|name| !name.starts_with('.'));
    assert_eq!(there().collect::<Vec<_>>(), ["drie.md"]);
    assert_eq!(store.read(&paths[2]).expect("read"), Some(b"van een ander".to_vec()));
    store.remove(&paths[2]).expect("removed");
    store.create_all(files()).expect("all new");
    assert_eq!(there().collect::<Vec<_>>(), ["a", "drie.md"]);
}
