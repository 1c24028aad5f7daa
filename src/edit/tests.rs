//! Tables of edits: the text before, the change, and the text after.
use super::*;

fn key(text: &str) -> Key {
    Key::parse(text).expect("a key")
}

/// A change as the tests write it: `key=value`, `key+=value`, `key=` to remove.
fn change(text: &str) -> Change {
    let (name, value) = text.split_once('=').expect("a change");
    match name.strip_suffix('+') {
        Some(name) => Change::Append(key(name), Value::text(value)),
        None if value.is_empty() => Change::Remove(key(name)),
        None => Change::Set(key(name), Value::text(value)),
    }
}

#[test]
fn only_the_lines_change_that_must() {
    for (before, edit, after) in [
        ("ontvangen: 2026-11-02\ngesloten:\n", "gesloten=2026-11-23", "ontvangen: 2026-11-02\ngesloten: 2026-11-23\n"),
        ("nummer: x\ngesloten: y\n", "contact=2026-11-03", "nummer: x\ncontact: 2026-11-03\ngesloten: y\n"),
    ] {
        let wrap = |yaml: &str| format!("---\n{yaml}---\n\n## Omschrijving\n\nTekst  \n");
        assert_eq!(apply(&wrap(before), &[change(edit)]), Ok(wrap(after)), "{edit}");
    }
}
