//! What was made of each complaint, for who makes the site of the same register again. In: a site that the gate has
//! passed, and what its pages were made from. Out: what stays as it is where nothing changed that a page could tell.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::anonymise::{Identity, OwnIdentities};
use crate::calendar::Date;
use crate::complaint::Number;
use crate::publish::Site;
use crate::register::{Entry, Record, Register, UnsafeEntry};
use crate::render::Renderer;
use crate::source::{RelPath, SourceFile};
use crate::views::Listing;
use crate::views::compose::Digest;

use super::voice::Voice;

/// A site in memory, and what it was made from.
pub(in crate::cli) struct Shelf {
    /// The site.
    pub(in crate::cli) site: Arc<Site>,
    pub(super) surroundings: Surroundings,
    pub(super) voice: Arc<Voice>,
    pub(super) made: HashMap<RelPath, Arc<Made>>,
}

/// All that a page may tell besides its own complaint. It is compared, and not by a hash: a page that had to be masked
/// anew must never stay by chance.
#[derive(PartialEq)]
pub(super) struct Surroundings {
    today: Date,
    /// Protocol, staff and the list of those erased, as they were written.
    settings: Vec<Option<String>>,
    logo: Option<Vec<u8>>,
    renderer: Arc<Renderer>,
    paths: Vec<RelPath>,
    numbers: Vec<Option<Number>>,
    left_out: Vec<UnsafeEntry>,
    identities: Vec<Vec<Identity>>,
}

impl Surroundings {
    pub(super) fn of(
        register: &Register,
        left_out: &[UnsafeEntry],
        identities: &[OwnIdentities<'_>],
        renderer: Arc<Renderer>,
    ) -> Self {
        let staff = register.staff.as_ref().and_then(|staff| staff.file.as_ref());
        let settings = [register.protocol.file.as_ref(), staff, register.erased.file.as_ref()];
        let number = |entry: &Entry| entry.record().and_then(|record| record.complaint.number.given().cloned());
        Self {
            today: register.today,
            settings: settings.map(|file| file.map(|file: &SourceFile| file.text().to_owned())).into(),
            logo: register.logo.as_ref().map(|logo| logo.bytes.clone()),
            renderer,
            paths: register.paths.clone(),
            numbers: register.entries.iter().map(number).collect(),
            left_out: left_out.to_vec(),
            identities: identities.iter().map(|own| own.all().to_vec()).collect(),
        }
    }
}

/// What remains of one complaint once its page is made.
pub(super) struct Made {
    /// What stands in its file.
    text: String,
    /// Whether a report tells it in full.
    in_full: bool,
    pub(super) remains: (Digest, Listing),
}

impl Made {
    pub(super) fn of(record: &Record, in_full: bool, remains: (Digest, Listing)) -> Self {
        Self { text: record.file.text().to_owned(), in_full, remains }
    }
}

/// What is made of the complaints, gathered while a site is being made.
pub(super) struct Gathering<'s> {
    /// Where the same was made before, in the same surroundings.
    pub(super) last: Option<&'s Shelf>,
    made: Mutex<HashMap<RelPath, Arc<Made>>>,
}

impl<'s> Gathering<'s> {
    pub(super) fn after(last: Option<&'s Shelf>) -> Self {
        Self { last, made: Mutex::default() }
    }

    /// What was made of this complaint before, where it would become the same.
    pub(super) fn still(&self, record: &Record, in_full: bool) -> Option<Arc<Made>> {
        let made = self.last?.made.get(record.file.path())?;
        (made.in_full == in_full && made.text == record.file.text()).then(|| Arc::clone(made))
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

    use super::super::super::arguments::Audience;
    use super::super::edition::Edition;
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

    fn shelved(last: Option<&Shelf>, folder: &Path) -> Shelf {
        let register = register::load(&folder.join("complaints"), "2026-11-23".parse().unwrap()).unwrap();
        let made = Edition::after(last, &register, Audience::Team, false).and_then(Edition::shelve);
        made.unwrap_or_else(|_| panic!("every register here can be shown"))
    }

    /// How many pages of complaints are the very bytes of the other site.
    fn taken_over(from: &Shelf, by: &Shelf) -> usize {
        let numbers = by.surroundings.numbers.iter().flatten();
        let paths = numbers.map(|number| path_of_complaint(&number.into()));
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
        let steps: [(&str, &dyn Fn(), bool); 9] = [
            ("nothing", &|| {}, true),
            ("a word of a text", &|| change(third, "23 minuten", "een half uur"), true),
            ("a day", &|| change(third, "\ngesloten: 2026-03-13", ""), true),
            ("who complained", &|| change(third, "Özlem Çelik", "Ayşe Kaya"), false),
            ("a name to be masked", &|| change(third, "kanaal:", "anonimiseren: [bandje]\nkanaal:"), false),
            ("a colleague", &|| change("complaints/medewerkers.yaml", "Sanne Bakker", "Sanne Bakkers"), false),
            (
                "an attachment",
                &|| {
                    fs::create_dir_all(path("complaints/2026/2026-003")).unwrap();
                    fs::write(path("complaints/2026/2026-003/foto.png"), b"png").unwrap();
                },
                false,
            ),
            (
                "a template",
                &|| {
                    fs::create_dir_all(path("templates")).unwrap();
                    fs::write(path("templates/eigen.css"), "main { color: black }").unwrap();
                },
                false,
            ),
            ("a complaint that goes", &|| fs::remove_file(path("complaints/2026/2026-001.md")).unwrap(), false),
        ];
        let mut last = shelved(None, folder.path());
        for (what, step, stays) in steps {
            step();
            let next = shelved(Some(&last), folder.path());
            assert_eq!(next.site, shelved(None, folder.path()).site, "{what}");
            let (all, same) = (next.surroundings.numbers.len(), taken_over(&last, &next));
            assert!(if stays { same + 1 >= all } else { same == 0 }, "{what}: {same} of {all} taken over");
            last = next;
        }
    }
}
