//! What the lists promise of the table that is made of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::super::tokens::tokens_of;
use super::format::{LISTS, entries, phrase};
use super::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon")
}

fn list(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.txt"))).unwrap()
}

/// The hash by which a text's tokens find an entry.
fn as_in_a_text(entry: &str) -> WordHash {
    phrase(tokens_of(entry).iter().map(|token| token.hash)).unwrap()
}

#[test]
fn every_entry_of_every_list_is_found_in_its_class() {
    for &(name, classes) in LISTS {
        for entry in entries(&list(name)) {
            assert!(look_up(as_in_a_text(entry)).is(classes), "{entry} of {name}");
        }
    }
}

#[test]
fn what_is_mostly_a_word_is_a_word_and_a_name() {
    let name = Classes::GIVEN.or(Classes::SURNAME).or(Classes::GIVEN_ABROAD).or(Classes::SURNAME_ABROAD);
    for entry in entries(&list("mostly-words")) {
        let classes = look_up(hash(entry));
        assert!(classes.is(Classes::ORDINARY) && classes.is(name), "{entry} needs no place in mostly-words");
    }
}

#[test]
fn words_of_no_list_are_not_found() {
    let mut known = BTreeSet::new();
    for &(name, _) in LISTS {
        known.extend(entries(&list(name)).map(fold::fold));
    }
    let mut seed = 1_u64;
    let mut letter = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + ((seed >> 33) % 26) as u8)
    };
    let invented = (0..100_000).map(|turn| (0..6 + turn % 8).map(|_| letter()).collect::<String>());
    let found = invented.filter(|word| !known.contains(word) && look_up(hash(word)) != Classes::NONE).count();
    assert_eq!(found, 0, "of a hundred thousand invented words, so many are taken for known ones");
}

#[test]
fn every_list_is_used_sorted_and_without_doubles() {
    let mut files = BTreeSet::new();
    for file in WalkDir::new(folder()) {
        let file = file.unwrap();
        let name = file.path().strip_prefix(folder()).unwrap().to_str().unwrap().replace('\\', "/");
        files.extend(name.strip_suffix(".txt").map(str::to_owned));
    }
    // These words are left out of a list; they are none.
    files.remove("not-ordinary");
    assert_eq!(files, LISTS.iter().map(|&(name, _)| name.to_owned()).collect());
    for &(name, _) in LISTS {
        let text = list(name);
        let entries: Vec<&str> = entries(&text).collect();
        let out_of_order = entries.windows(2).find(|two| two[0] >= two[1]);
        assert_eq!(out_of_order, None, "{name}");
    }
}

#[test]
fn a_word_may_be_several_things() {
    let both = [Classes::ORDINARY, Classes::SURNAME];
    for (words, classes, not) in [
        ("bakker", &both[..], Classes::GIVEN),
        ("JANSEN", &[Classes::SURNAME], Classes::ORDINARY),
        ("Fatima", &[Classes::GIVEN], Classes::ORDINARY),
        ("Çelik", &[Classes::SURNAME], Classes::ORDINARY),
        ("mei", &[Classes::ORDINARY, Classes::CALENDAR], Classes::BRAND),
        ("Parijs", &[Classes::PLACE], Classes::BRAND),
        ("New York", &[Classes::PLACE], Classes::PLACE_PART),
        ("York", &[Classes::PLACE_PART], Classes::BRAND),
        ("Noord-Holland", &[Classes::PLACE], Classes::GIVEN),
        ("PostNL", &[Classes::BRAND], Classes::GIVEN),
        ("POSTNL", &[Classes::BRAND], Classes::GIVEN),
        ("Amsterdammer", &[Classes::INHABITANT], Classes::PLACE),
    ] {
        let found = look_up(as_in_a_text(words));
        assert!(classes.iter().all(|&class| found.is(class)) && !found.is(not), "{words}: {found:?}");
    }
}

#[test]
fn ordinary_words_are_known_and_names_are_not() {
    for word in ["wil", "wit", "mei", "bakker", "boer", "groot", "klacht", "één"] {
        assert!(is_ordinary(word), "{word}");
        assert!(is_ordinary_in_any_case(word) && is_ordinary_in_any_case(&word.to_uppercase()), "{word}");
    }
    for word in ["jansen", "amrani", "fatima", "vandenbroucke", "Wil", ""] {
        assert!(!is_ordinary(word), "{word}");
    }
}
