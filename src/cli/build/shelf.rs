//! What was made of each complaint, for who makes the site of the same register again. In: a site that the gate has
//! passed, and what its pages were made from. Out: what stays as it is where nothing changed that a page could tell.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::anonymise::Identity;
use crate::calendar::Date;
use crate::check;
use crate::complaint::Number;
use crate::finding::Finding;
use crate::publish::Site;
use crate::register::{Entry, Record, Register};
use crate::render::Renderer;
use crate::source::RelPath;
use crate::views::Listing;
use crate::views::compose::{Digest, Links};

use super::super::arguments::Audience;
use super::edition::Material;
use super::reprint::Before;
use super::voice::{Seen, Voice};

/// A site in memory, and what it was made from.
pub(in crate::cli) struct Shelf {
    /// The site.
    pub(in crate::cli) site: Arc<Site>,
    pub(super) surroundings: Surroundings,
    pub(super) people: People,
    pub(super) voice: Arc<Voice>,
    pub(super) made: HashMap<RelPath, Arc<Made>>,
}

impl Shelf {
    /// All findings of the register that the site was made of, sorted.
    pub(in crate::cli) fn findings(&self, register: &Register) -> Vec<Finding> {
        check::check_by(register, |record| match self.made.get(record.file.path()) {
            Some(made) => made.seen.findings.clone(),
            None => check::check_read(register, record, self.voice.reading(record)),
        })
    }
}

/// All that every page may tell besides its own complaint. What it may tell of other complaints is in [`Made`].
#[derive(PartialEq)]
pub(super) struct Surroundings {
    audience: Audience,
    today: Date,
    /// Protocol and staff, as they were written.
    settings: [Option<String>; 2],
    logo: Option<Vec<u8>>,
    renderer: Arc<Renderer>,
}

impl Surroundings {
    pub(super) fn of(Material { register, audience, renderer, .. }: &Material<'_>) -> Self {
        let staff = register.staff.as_ref().and_then(|staff| staff.file.as_ref());
        let settings = [register.protocol.file.as_ref(), staff];
        Self {
            audience: *audience,
            today: register.today,
            settings: settings.map(|file| file.map(|file| file.text().to_owned())),
            logo: register.logo.as_ref().map(|logo| logo.bytes.clone()),
            renderer: Arc::clone(renderer),
        }
    }
}

/// Whom the register knows, and by which complaint.
#[derive(PartialEq)]
pub(super) struct People(Vec<(Option<Number>, Vec<Identity>)>);

impl People {
    pub(super) fn of(Material { register, identities, .. }: &Material<'_>) -> Self {
        let number = |entry: &Entry| entry.record().and_then(|record| record.complaint.number.given().cloned());
        let known = register.entries.iter().zip(identities);
        Self(known.map(|(entry, own)| (number(entry), own.all().to_vec())).collect())
    }
}

/// What remains of one complaint once its page is made, and what that was made from. It is compared, and not by a hash: a
/// page that had to be masked anew must never stay by chance.
pub(super) struct Made {
    /// What stands in its file.
    text: String,
    links: Links,
    /// Whether a report tells it in full.
    in_full: bool,
    pub(super) seen: Seen,
    pub(super) remains: (Digest, Listing),
}

impl Made {
    pub(super) fn of(record: &Record, links: Links, in_full: bool, seen: Seen, remains: (Digest, Listing)) -> Self {
        Self { text: record.file.text().to_owned(), links, in_full, seen, remains }
    }

    /// Whether it was made of this text, among the same complaints.
    pub(super) fn is_of(&self, record: &Record, links: &Links, in_full: bool) -> bool {
        self.text == record.file.text() && self.links == *links && self.in_full == in_full
    }
}

/// What is made of the complaints, gathered while a site is being made.
pub(super) struct Gathering<'s> {
    before: Option<&'s Before<'s>>,
    made: Mutex<HashMap<RelPath, Arc<Made>>>,
}

impl<'s> Gathering<'s> {
    pub(super) fn after(before: Option<&'s Before<'s>>) -> Self {
        Self { before, made: Mutex::default() }
    }

    /// What was last made of this file, where its texts would be masked just so again.
    pub(super) fn last(&self, record: &Record) -> Option<Arc<Made>> {
        let Before { shelf, difference } = self.before?;
        let made = shelf.made.get(record.file.path())?;
        let asked = made.seen.asked.as_ref()?;
        (!difference.concerns(asked)).then(|| Arc::clone(made))
    }

    pub(super) fn add(&self, record: &Record, made: Arc<Made>) {
        // A thread that panicked has left the map whole: each change is one insertion.
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(record.file.path().clone(), made);
    }

    pub(super) fn into_made(self) -> HashMap<RelPath, Arc<Made>> {
        self.made.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::super::reprint::Reprint;
    use super::*;
    use crate::register;
    use crate::render::path_of_complaint;

    /// The register that comes with klacht, to change.
    fn copied() -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("complaints");
        for file in walkdir::WalkDir::new(&source).into_iter().map(Result::unwrap) {
            let to = copy.path().join("complaints").join(file.path().strip_prefix(&source).unwrap());
            if file.file_type().is_dir() {
                fs::create_dir_all(to).unwrap();
            } else {
                fs::copy(file.path(), to).unwrap();
            }
        }
        copy
    }

    /// The register as it lies there now, with its site; after the last time, where there was one.
    fn shelved(last: Option<(Register, &Shelf)>, folder: &Path) -> (Register, Shelf) {
        let (register, shelf) = last.unzip();
        let today = "2026-11-23".parse().unwrap();
        let register = register::load_after(register, &folder.join("complaints"), today).unwrap();
        let made = Reprint::after(shelf, &register, Audience::Team, false).and_then(Reprint::shelve);
        let shelf = made.unwrap_or_else(|_| panic!("every register here can be shown"));
        assert_eq!(shelf.findings(&register), check::check(&register));
        (register, shelf)
    }

    impl Shelf {
        fn numbers(&self) -> impl Iterator<Item = &Number> {
            self.people.0.iter().filter_map(|(number, _)| number.as_ref())
        }
    }

    /// How many pages of complaints are the very bytes of the other site.
    fn taken_over(from: &Shelf, by: &Shelf) -> usize {
        let paths = by.numbers().map(|number| path_of_complaint(&number.into()));
        let same = |path: &String| match (from.site.file(path), by.site.file(path)) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        paths.filter(same).count()
    }

    #[test]
    fn what_is_taken_over_is_what_would_be_made_anew() {
        let folder = copied();
        let path = |path: &str| folder.path().join(path);
        let change = |file: &str, from: &str, to: &str| {
            let text = fs::read_to_string(path(file)).unwrap();
            assert!(text.contains(from), "{file} has no {from}");
            fs::write(path(file), text.replacen(from, to, 1)).unwrap();
        };
        let third = "complaints/2026/2026-003.md";
        let attach = || {
            fs::create_dir_all(path("complaints/2026/2026-003")).unwrap();
            fs::write(path("complaints/2026/2026-003/foto.png"), b"png").unwrap();
        };
        let template = || {
            fs::create_dir_all(path("templates")).unwrap();
            fs::write(path("templates/eigen.css"), "main { color: black }").unwrap();
        };
        let come = || {
            let text = fs::read_to_string(path(third)).unwrap().replace("2026-003", "2026-099");
            fs::write(path("complaints/2026/2026-099.md"), text.replace("Ayşe Goed", "Ismène Vlierbes")).unwrap();
        };
        // Of each change, how many pages of complaints it touches: its own, those of its neighbours, of a complaint that
        // follows on it, of whoever names the same person.
        let steps: [(&str, &dyn Fn(), usize); 13] = [
            ("nothing", &|| {}, 0),
            ("a word of a text", &|| change(third, "23 minuten", "een half uur"), 1),
            ("a day", &|| change(third, "\ngesloten: 2026-03-13", ""), 1),
            ("a complainant whom no other text names", &|| change(third, "Özlem Çelik", "Ayşe Kaya"), 1),
            ("a complainant whose name is a word of other texts", &|| change(third, "Ayşe Kaya", "Ayşe Goed"), 6),
            ("a word to be masked", &|| change(third, "kanaal:", "anonimiseren: [bandje]\nkanaal:"), 1),
            ("a text that someone read", &|| change(third, "kanaal:", "nagelezen: 0123456789abcdef\nkanaal:"), 1),
            ("a colleague", &|| change("complaints/medewerkers.yaml", "Sanne Bakker", "Sanne Bakkers"), 42),
            ("an attachment, of which no page tells", &attach, 0),
            ("a template", &template, 42),
            ("a complaint that comes", &come, 2),
            ("a complaint that goes", &|| fs::remove_file(path("complaints/2026/2026-001.md")).unwrap(), 2),
            (
                "a complaint that another one follows",
                &|| fs::remove_file(path("complaints/2024/2024-004.md")).unwrap(),
                3,
            ),
        ];
        let (mut register, mut last) = shelved(None, folder.path());
        for (what, step, touched) in steps {
            step();
            let (again, next) = shelved(Some((register, &last)), folder.path());
            assert_eq!(next.site, shelved(None, folder.path()).1.site, "{what}");
            assert_eq!(next.numbers().count() - taken_over(&last, &next), touched, "{what}");
            (register, last) = (again, next);
        }
    }
}
