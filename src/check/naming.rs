//! Who is told of by the names of files. In: a record, the name of a file or folder. Out: whether it names one of the
//! people of the record, and the path as it can be shown.

use crate::anonymise::{self, Datum, Form, Identity, is_ordinary};
use crate::complaint::{Complaint, Number};
use crate::register::{Record, Register};
use crate::source::{MISTAKEN_ENDINGS, RelPath};

/// A serial number of more digits could be a telephone or citizen service number.
const LONGEST_SERIAL: usize = 8;

const HIDDEN: &str = "…";

/// The path of the complaint file with `…` for what tells who someone is; none where it tells nobody.
pub(super) fn path_without_names(record: &Record) -> Option<RelPath> {
    if lies_at_its_number(record) && !is_number_telling(&record.complaint) {
        return None;
    }
    let people = People::of(&record.complaint);
    let stem = record.file.path().own_folder();
    if !people.are_named_in(stem) {
        return None;
    }
    let is_told_by_one = stem.split('/').any(|part| people.are_named_in(part));
    Some(hidden(record.file.path(), |part| !is_told_by_one || people.are_named_in(part)))
}

/// The path of a complaint file of which nobody can tell who its people are, with `…` for all that follows on a number;
/// none where nothing does.
pub(super) fn path_by_number(path: &RelPath) -> Option<RelPath> {
    let goes_on = |part: &str| {
        let number = number_before(part);
        !number.is_empty() && !MISTAKEN_ENDINGS.iter().any(|end| part[number.len()..].eq_ignore_ascii_case(end))
    };
    path.own_folder().split('/').any(goes_on).then(|| hidden(path, goes_on))
}

/// The path of a complaint file in which `hides` tells of each part whether no more of it is shown than its number.
fn hidden(path: &RelPath, hides: impl Fn(&str) -> bool) -> RelPath {
    let stem = path.own_folder();
    let shown = |part: &str| if hides(part) { format!("{}{HIDDEN}", number_before(part)) } else { part.to_owned() };
    let parts: Vec<_> = stem.split('/').map(shown).collect();
    RelPath::new(format!("{}{}", parts.join("/"), &path.as_str()[stem.len()..]))
}

/// Tells of the name of an attachment whether it names someone of this complaint, or a colleague in full.
pub fn names_someone(register: &Register, record: &Record) -> impl Fn(&str) -> bool + use<> {
    let people = People::of_attachments(register, record);
    move |name| people.are_named_in(name)
}

/// Whether the file lies where its number says, and so is called after nobody.
pub(super) fn lies_at_its_number(record: &Record) -> bool {
    let Some(number) = record.complaint.number.given() else { return false };
    let place = record.file.path().as_str().strip_suffix(".md").and_then(|path| path.split_once('/'));
    place == Some((number.year(), number.as_str()))
}

/// Whether a telephone number of someone in the complaint stands in its number.
pub(super) fn is_number_telling(complaint: &Complaint) -> bool {
    let number = complaint.number.given().filter(|number| is_long(number.as_str()));
    number.is_some_and(|number| People::of(complaint).have_phone(number.as_str()))
}

/// Whether a number is so long that a telephone number could stand in it.
pub(super) fn is_long(number: &str) -> bool {
    number.len() > "2026-".len() + LONGEST_SERIAL
}

/// The number with which a name begins, or nothing: by that the file is found.
fn number_before(name: &str) -> &str {
    let year = "2026-".len();
    let serial = name.get(year..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let number = name.get(..year + serial).unwrap_or_default();
    if !is_long(number) && Number::parse(number).is_some() { number } else { "" }
}

/// The people of a record, as file names could tell them.
pub(super) struct People {
    words: Vec<String>,
    glued: Vec<String>,
    phones: Vec<String>,
}

impl People {
    /// The people of this complaint.
    pub(super) fn of(complaint: &Complaint) -> Self {
        let mut people = Self { words: Vec::new(), glued: Vec::new(), phones: Vec::new() };
        for identity in &anonymise::own(complaint) {
            let telling = identity.weak_words().map(|weak| plain(weak.word));
            people.words.extend(telling.filter(|word| word.len() >= 3 && !is_ordinary(word)));
            people.add_in_full(identity);
        }
        people
    }

    /// The people of the record, and everyone on the staff list: these in full, for a surname is that of others as well.
    pub(super) fn of_attachments(register: &Register, record: &Record) -> Self {
        let mut people = Self::of(&record.complaint);
        let colleagues = register.staff().map(anonymise::colleagues).unwrap_or_default();
        colleagues.iter().for_each(|colleague| people.add_in_full(colleague));
        people
    }

    fn add_in_full(&mut self, identity: &Identity) {
        let glued = |words: &[String]| words.iter().map(|word| plain(word)).collect::<String>();
        let is_name = matches!(identity.datum, Datum::Person(_) | Datum::Organisation(_));
        for form in identity.strong_forms() {
            let name = match form {
                Form::Phone(digits) => {
                    self.phones.push(digits);
                    continue;
                }
                Form::Words(words) if is_name => glued(&words),
                Form::Titled(words) if words.len() > 1 => glued(&words),
                _ => continue,
            };
            if name.len() >= 6 && !is_ordinary(&name) {
                self.glued.push(name);
            }
        }
    }

    /// Whether one of them is named in a name.
    pub(super) fn are_named_in(&self, text: &str) -> bool {
        let text = plain(text);
        let mut words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let together: String = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
        words.any(|word| self.words.iter().any(|own| own == word))
            || self.glued.iter().any(|own| together.contains(own.as_str()))
            || self.have_phone(&text)
    }

    /// Whether the number of one of them is in it.
    pub(super) fn have_phone(&self, text: &str) -> bool {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        self.phones.iter().any(|phone| digits.contains(phone.as_str()))
    }
}

/// Small letters without accents.
fn plain(text: &str) -> String {
    anonymise::fold(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_the_number_with_which_its_name_begins() {
        for (name, number) in [
            ("2026-014 Fatima", "2026-014"),
            ("2026-014-el-amrani", "2026-014"),
            ("2026-014-2", "2026-014"),
            ("202é-014", ""),
            ("Fatima 2026-014", ""),
            ("2026-0612345678", ""),
            ("0612345678", ""),
            ("2026", ""),
        ] {
            assert_eq!(number_before(name), number, "{name}");
        }
    }
    #[test]
    fn of_a_file_that_cannot_be_read_no_more_is_shown_than_its_number() {
        for (path, shown) in [
            ("2026/2026-014 Fatima.md", Some("2026/2026-014….md")),
            ("2026-014 Fatima/2026-014.md", Some("2026-014…/2026-014.md")),
            ("2026/2026-014.md", None),
            ("2026/2026-014.MD", None),
            ("2026/2026-014.md.txt", None),
            ("2026/2026-014.txt", None),
            ("2026/notities.md", None),
        ] {
            assert_eq!(path_by_number(&RelPath::new(path)), shown.map(RelPath::new), "{path}");
        }
    }
}
