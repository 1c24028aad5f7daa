//! What people are called besides the name in the register. In: a given name. Out: its short forms, the
//! full names that it is short for, and what affection makes of it (`Ilsje`).

use std::sync::OnceLock;

use crate::anonymise::fold::{Folding, HashKeyed, WordHash, fold, hash};
use crate::anonymise::lexicon::{Classes, is_ordinary, look_up};
use crate::anonymise::lists::PARTICLES;

static NICKNAMES: &str = include_str!("../../../data/nicknames.txt");

/// Another form of a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nickname {
    /// The hash of the form.
    pub hash: WordHash,
    /// Whether it is an ordinary word as well: `Wil`.
    pub ordinary: bool,
}

/// The other forms of a given name: those of the list, in both directions, and those with an ending.
pub fn of(given: &str, mut take: impl FnMut(Nickname)) {
    let folded = fold(given);
    table().get(&hash(&folded)).into_iter().flatten().for_each(|nickname| take(*nickname));
    with_endings(&folded, &mut take);
    beginnings(&folded, &mut take);
    names_within(&folded, &mut take);
}

fn table() -> &'static HashKeyed<Vec<Nickname>> {
    static TABLE: OnceLock<HashKeyed<Vec<Nickname>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = HashKeyed::<Vec<Nickname>>::default();
        let rows = NICKNAMES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
        for (full, short_forms) in rows {
            for short in short_forms.split(',').map(str::trim) {
                let mut add = |name: &str, other: &str| {
                    if PARTICLES.contains(&other) {
                        return;
                    }
                    let nickname = Nickname { hash: hash(other), ordinary: is_ordinary(other) };
                    table.entry(hash(name)).or_default().push(nickname);
                };
                add(full, short);
                add(short, full);
            }
        }
        table
    })
}

/// `Ilsje`, `Lammertje`, `twee Hansen`: told from ordinary words by their capital.
fn with_endings(given: &str, take: &mut impl FnMut(Nickname)) {
    const SHORTEST: usize = 3;
    const ENDINGS: [&str; 6] = ["je", "tje", "pje", "etje", "ke", "en"];
    if given.len() < SHORTEST || !given.is_ascii() {
        return;
    }
    let read = |letters: Folding, more: &str| more.bytes().fold(letters, Folding::ascii);
    let whole = read(Folding::EMPTY, given);
    let mut add =
        |letters: Folding, ending: &str| take(Nickname { hash: read(letters, ending).hash(), ordinary: true });
    ENDINGS.iter().for_each(|ending| add(whole, ending));
    add(whole, "ie");
    if let Some(stem) = given.strip_suffix('e') {
        let stem = read(Folding::EMPTY, stem);
        add(stem, "je");
        add(stem, "ie");
    } else if let Some(vowel) = given.bytes().last().filter(|last| b"aou".contains(last)) {
        // `Fatimaatje`, `Ottootje`.
        add(whole.ascii(vowel), "tje");
    } else if let Some(last) = given.bytes().last() {
        // `Jannen`
        add(whole.ascii(last), "en");
    }
}

/// `Chuk` for Chukwuemeka, unless it is a word; in small letters too where it is nothing else (`kev`).
fn beginnings(given: &str, take: &mut impl FnMut(Nickname)) {
    const OTHER: Classes =
        Classes::GIVEN.or(Classes::SURNAME).or(Classes::BRAND).or(Classes::FOREIGN).or(Classes::PARTICLE);
    const SHORTEST_NAME: usize = 5;
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=4;
    if given.len() < SHORTEST_NAME {
        return;
    }
    for beginning in LENGTHS.filter_map(|length| given.get(..length)) {
        if !is_ordinary(beginning) {
            let hash = hash(beginning);
            take(Nickname { hash, ordinary: look_up(hash).is(OTHER) });
        }
    }
}

/// `Lieve` for Godelieve.
fn names_within(given: &str, take: &mut impl FnMut(Nickname)) {
    const SHORTEST: usize = 5;
    let starts = 1..=given.len().saturating_sub(SHORTEST);
    for end in starts.filter_map(|start| given.get(start..)) {
        let hash = hash(end);
        let classes = look_up(hash);
        if classes.is(Classes::GIVEN) {
            take(Nickname { hash, ordinary: classes.is(Classes::ORDINARY) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goes_as(given: &str, form: &str) -> bool {
        let mut found = false;
        of(given, |nickname| found |= nickname.hash == hash(form));
        found
    }

    #[test]
    fn a_given_name_goes_in_other_forms_as_well() {
        for (given, form) in [
            ("Johannes", "Jan"),
            ("Catharina", "Toos"),
            ("Mohammed", "Mo"),
            ("Petronella", "Nelleke"),
            ("Jan", "Johannes"),
            ("Ilse", "Ilsje"),
            ("Lammert", "Lammertje"),
            ("Chukwuemeka", "Chuk"),
            ("Maximiliaan", "Max"),
            ("José", "Joseke"),
            ("Kevin", "Kev"),
            ("Cheyenne", "Chey"),
            ("Godelieve", "Lieve"),
            ("Jan", "Jannen"),
        ] {
            assert!(goes_as(given, form), "{given}: {form}");
        }
        for (given, form) in [("Robert", "Jan"), ("Vanessa", "Van"), ("Dieuwke", "Die"), ("Bo", "Boe")] {
            assert!(!goes_as(given, form), "{given}: {form}");
        }
    }

    #[test]
    fn every_row_of_the_list_has_names_that_are_plain_letters() {
        for line in NICKNAMES.lines().filter(|line| !line.starts_with('#')) {
            let (full, short_forms) = line.split_once(": ").unwrap();
            for name in short_forms.split(", ").chain([full]) {
                let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
                assert!(plain && fold(name) == name, "{line}");
            }
        }
    }
}
