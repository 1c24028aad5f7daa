//! Who is told of by the names of files. In: a record, the name of a file or folder. Out: whether it names one of the
//! people of the record, and the path as it can be shown.

use crate::anonymise::{self, Datum, Form, Identity, is_ordinary};
use crate::complaint::{Complaint, Number};
use crate::register::{Record, Register};
use crate::source::RelPath;

/// A serial number of this many digits could be a telephone or citizen service number.
pub(super) const LONG_SERIAL: usize = 8;

const HIDDEN: &str = "…";

/// The path of the complaint file with `…` for what tells who someone is; none where it tells nobody.
pub(super) fn path_without_names(record: &Record) -> Option<RelPath> {
    if lies_at_its_number(record) {
        return None;
    }
    let people = People::of(&record.complaint);
    let (path, stem) = (record.file.path().as_str(), record.file.path().own_folder());
    if !people.are_named_in(stem) {
        return None;
    }
    let is_told_by_one = stem.split('/').any(|part| people.are_named_in(part));
    let part = |part: &str| {
        let hide = !is_told_by_one || people.are_named_in(part);
        if hide { format!("{}{HIDDEN}", number_before(part)) } else { part.to_owned() }
    };
    let parts: Vec<_> = stem.split('/').map(part).collect();
    Some(RelPath::new(format!("{}{}", parts.join("/"), &path[stem.len()..])))
}

/// Tells of the name of an attachment whether it names someone of this complaint, or a colleague in full.
pub fn names_someone(register: &Register, record: &Record) -> impl Fn(&str) -> bool + use<> {
    let people = People::of_attachments(register, record);
    move |name| people.are_named_in(name)
}

/// Whether the file lies where its number says, and so is called after nobody.
pub(super) fn lies_at_its_number(record: &Record) -> bool {
    let number = record.complaint.number.given();
    number.is_some_and(|number| format!("{}/{number}.md", number.year()) == record.file.path().as_str())
}

/// The number with which a name begins, or nothing: by that the file is found.
fn number_before(name: &str) -> &str {
    let end = name.find(|sign: char| !sign.is_ascii_digit() && sign != '-').unwrap_or(name.len());
    let number = name[..end].trim_end_matches('-');
    let is_short = number.len() < "2026-".len() + LONG_SERIAL;
    if is_short && Number::parse(number).is_some() { number } else { "" }
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
            ("Fatima 2026-014", ""),
            ("2026-0612345678", ""),
            ("0612345678", ""),
            ("2026", ""),
        ] {
            assert_eq!(number_before(name), number, "{name}");
        }
    }
}
