//! Tests of publishing: nothing that was published or that klacht did not write is ever lost.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use crate::anonymise::{Datum, Identity, Party};
use crate::complaint::Number;
use crate::personal::Personal;

fn gate() -> Gate {
    let number = Number::parse("2026-014").expect("a number");
    let datum = Datum::Email(Personal::new("f.elamrani@example.nl"));
    let identities = [Identity { party: Party::Complainant, datum }];
    Gate::new(&[Known { subject: Subject::Record(number), identities: &identities }], FixedWords::default())
}

fn place() -> (TempDir, PathBuf) {
    let parent = tempfile::tempdir().expect("a temporary folder");
    let target = parent.path().join("site");
    (parent, target)
}

/// Publishes a site of one page.
fn publish(target: &Path, text: &str) -> Result<Swapped, PublishError> {
    let gate = gate();
    let staging = Staging::new(target, Watch::Gate(&gate))?;
    staging.add("klachten/2026-014.html", text.as_bytes(), None)?;
    staging.add("index.html", b"index", None)?;
    staging.seal().expect("no leak").swap_in()
}

fn page(target: &Path) -> Option<String> {
    fs::read_to_string(target.join("klachten/2026-014.html")).ok()
}

/// What lies in a folder, hidden files too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> = entries.map(|entry| entry.expect("an entry").file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A site as an earlier run left it, under this name.
fn left_behind(parent: &Path, name: &str, text: &str) {
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let site = elsewhere.path().join("site");
    publish(&site, text).expect("a site");
    fs::rename(site, parent.join(name)).expect("both on one file system");
}

#[test]
fn a_site_replaces_the_one_before_and_leaves_nothing_beside_it() {
    let (parent, target) = place();
    for text in ["een", "twee"] {
        assert_eq!(publish(&target, text).expect("published"), Swapped { kept: None });
        assert_eq!(page(&target).as_deref(), Some(text));
        assert_eq!(names(parent.path()), ["site"]);
        assert_eq!(names(&target), [".gitignore", ".klacht-site", "index.html", "klachten"]);
    }
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let marks: Vec<_> = [1, 2]
        .map(|_| place())
        .into_iter()
        .map(|(_parent, target)| {
            publish(&target, "een").expect("published");
            fs::read(target.join(".klacht-site")).expect("the mark")
        })
        .collect();
    assert_eq!(marks[0], marks[1]);
}

#[test]
fn a_site_in_memory_passes_the_same_gate_and_holds_what_it_was_given_and_nothing_else() {
    let gate = gate();
    let memory = Memory::after(None, Watch::Gate(&gate));
    memory.add("klachten/2026-014.html", b"een", None).expect("kept");
    assert!(matches!(memory.add("klachten/2026-014.html", b"", None), Err(PublishError::Twice(_))));
    assert!(matches!(memory.add("../index.html", b"", None), Err(PublishError::PagePath(_))));
    let site = memory.seal().expect("no leak");
    assert_eq!(site.file("klachten/2026-014.html").map(AsRef::as_ref), Some(b"een".as_slice()));
    for other in ["", "klachten", "klachten/", "/klachten/2026-014.html", "klachten/../klachten/2026-014.html"] {
        assert!(site.file(other).is_none(), "{other}");
    }

    let memory = Memory::after(None, Watch::Gate(&gate));
    memory.add("index.html", b"mail naar f.elamrani@example.nl", None).expect("no error of the system");
    assert_eq!(memory.seal().expect_err("a leak").as_slice().len(), 1);
}

#[test]
fn a_file_is_taken_over_from_a_site_before_where_the_gate_of_now_passes_it() {
    let (unknowing, knowing) = (Gate::new(&[], FixedWords::default()), gate());
    let memory = Memory::after(None, Watch::Gate(&unknowing));
    for (path, text) in [("een.html", "een"), ("twee.html", "mail naar f.elamrani@example.nl")] {
        memory.add(path, text.as_bytes(), None).expect("kept");
    }
    let site = memory.seal().expect("no leak");
    for (gate, taken) in [(&unknowing, [true, true, false]), (&knowing, [true, false, false])] {
        let memory = Memory::after(Some(&site), Watch::Gate(gate));
        let paths = ["een.html", "twee.html", "drie.html"];
        assert_eq!(paths.map(|path| memory.again(path, None)), taken);
        let again = memory.seal().expect("what does not pass is not there");
        assert_eq!(paths.map(|path| again.file(path).is_some()), taken);
    }
}

#[test]
fn an_empty_folder_and_a_folder_that_does_not_exist_are_fine() {
    let (_parent, target) = place();
    fs::create_dir(&target).unwrap();
    publish(&target, "een").expect("published");
    let deeper = target.with_file_name("uit").join("2026");
    publish(&deeper, "een").expect("published");
    assert_eq!(page(&deeper).as_deref(), Some("een"));
}

#[test]
fn what_klacht_did_not_write_is_refused_and_left_alone() {
    let (parent, target) = place();
    fs::create_dir(&target).unwrap();
    fs::write(target.join("notitie.txt"), "van mij").unwrap();
    let error = publish(&target, "een").expect_err("not ours");
    assert!(matches!(&error, PublishError::Foreign(path) if *path == target), "{error}");
    assert!(error.to_string().contains(&target.display().to_string()));
    assert_eq!(names(parent.path()), ["site"]);
    assert_eq!(names(&target), ["notitie.txt"]);

    let file = parent.path().join("bestand");
    fs::write(&file, "van mij").unwrap();
    assert!(matches!(publish(&file, "een"), Err(PublishError::File(path)) if path == file));
    assert!(matches!(publish(Path::new("/"), "een"), Err(PublishError::NoName(_))));
    assert!(matches!(publish(&target.join(".."), "een"), Err(PublishError::NoName(_))));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_refused_and_never_followed() {
    let (parent, target) = place();
    let real = parent.path().join("echt");
    publish(&real, "een").expect("published");
    std::os::unix::fs::symlink(&real, &target).unwrap();
    for target in [target.clone(), target.join("")] {
        assert!(matches!(publish(&target, "twee"), Err(PublishError::SymbolicLink(_))));
    }
    fs::remove_file(&target).unwrap();

    publish(&target, "een").expect("published");
    let mine = parent.path().join("mijn");
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("notitie.txt"), "van mij").unwrap();
    std::os::unix::fs::symlink(&mine, target.join("klachten/koppeling")).unwrap();
    publish(&target, "twee").expect("published");
    assert_eq!(names(&mine), ["notitie.txt"]);
}

#[test]
fn files_that_someone_put_in_the_site_are_kept_with_the_old_site() {
    let (parent, target) = place();
    publish(&target, "een").expect("published");
    fs::write(target.join("klachten/notitie.txt"), "van mij").unwrap();
    fs::write(target.join(".DS_Store"), "").unwrap();
    let kept = publish(&target, "twee").expect("published").kept.expect("kept");
    assert_eq!(kept, parent.path().join("site.bewaard-1"));
    assert_eq!(fs::read_to_string(kept.join("klachten/notitie.txt")).unwrap(), "van mij");
    assert_eq!(page(&target).as_deref(), Some("twee"));
    assert_eq!(publish(&target, "drie").expect("published").kept, None);
}

#[test]
fn a_leak_leaves_the_old_site_untouched_and_nothing_beside_it() {
    let (parent, target) = place();
    publish(&target, "een").expect("published");
    let gate = gate();
    let staging = Staging::new(&target, Watch::Gate(&gate)).expect("a staging folder");
    staging.add("index.html", b"mail naar f.elamrani@example.nl", None).expect("no error of the system");
    staging.add("klachten/2026-014.html", b"twee", None).expect("no error of the system");
    let leaks = staging.seal().expect_err("a leak");
    let shown: Vec<_> = leaks.as_slice().iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["index.html: een e-mailadres uit klacht 2026-014"]);
    assert_eq!(page(&target).as_deref(), Some("een"));
    assert_eq!(names(parent.path()), ["site"]);
}

#[test]
fn a_staging_folder_that_is_dropped_is_gone() {
    let (parent, target) = place();
    let gate = gate();
    let staging = Staging::new(&target, Watch::Gate(&gate)).expect("a staging folder");
    staging.add("a/b/c.html", b"een", None).expect("written");
    drop(staging);
    assert!(names(parent.path()).is_empty());
}

#[test]
fn a_run_that_was_killed_loses_nothing_that_was_published() {
    let (old, new) = (".site.klacht-oud", ".site.klacht-nieuw");
    for (state, expected) in [
        // While it wrote, before and after it had marked its folder.
        (vec![("site", "oud"), (new, "half")], "oud"),
        (vec![("site", "oud"), (new, "")], "oud"),
        // Between the two renames.
        (vec![(old, "oud"), (new, "half")], "oud"),
        (vec![(old, "oud"), ("site", "")], "oud"),
        // After them, before the old site was gone.
        (vec![("site", "nieuw"), (old, "oud")], "nieuw"),
    ] {
        let (parent, target) = place();
        for (name, text) in &state {
            if text.is_empty() {
                fs::create_dir(parent.path().join(name)).unwrap();
            } else {
                left_behind(parent.path(), name, text);
            }
        }
        fs::write(parent.path().join(".site.klacht-slot"), "").unwrap();
        let gate = gate();
        let staging = Staging::new(&target, Watch::Gate(&gate)).expect("recovered");
        assert_eq!(page(&target).as_deref(), Some(expected), "{state:?}");
        drop(staging);
        assert_eq!(names(parent.path()), ["site"], "{state:?}");
    }
}

#[test]
fn hidden_folders_that_klacht_did_not_write_stop_the_run() {
    for name in [".site.klacht-oud", ".site.klacht-nieuw"] {
        let (parent, target) = place();
        fs::create_dir(parent.path().join(name)).unwrap();
        fs::write(parent.path().join(name).join("notitie.txt"), "van mij").unwrap();
        assert!(matches!(publish(&target, "een"), Err(PublishError::Foreign(_))), "{name}");
        assert_eq!(names(&parent.path().join(name)), ["notitie.txt"]);
        assert_eq!(names(parent.path()), [name]);
    }
}

#[test]
fn a_half_removed_site_of_ours_is_removed_further() {
    let (parent, target) = place();
    publish(&target, "nieuw").expect("published");
    left_behind(parent.path(), ".site.klacht-oud", "oud");
    fs::remove_dir_all(parent.path().join(".site.klacht-oud/klachten")).unwrap();
    publish(&target, "nieuwer").expect("published");
    assert_eq!(names(parent.path()), ["site"]);
}

#[test]
fn runs_at_the_same_time_wait_for_each_other_and_each_publishes_a_whole_site() {
    let (parent, target) = place();
    std::thread::scope(|scope| {
        for text in ["een", "twee", "drie"] {
            let target = &target;
            scope.spawn(move || {
                for _ in 0..5 {
                    publish(target, text).expect("published");
                }
            });
        }
    });
    assert!(matches!(page(&target).as_deref(), Some("een" | "twee" | "drie")));
    assert_eq!(names(parent.path()), ["site"]);
}

#[test]
fn a_page_stays_within_the_site_and_is_added_once() {
    let (_parent, target) = place();
    let gate = gate();
    let staging = Staging::new(&target, Watch::Gate(&gate)).expect("a staging folder");
    for path in
        ["", "/a.html", "../a.html", "a/../b.html", "a//b.html", "a/", "a\\b.html", ".klacht-site", ".gitignore", "C:a"]
    {
        assert!(matches!(staging.add(path, b"", None), Err(PublishError::PagePath(_))), "{path}");
    }
    staging.add("a.html", b"", None).expect("written");
    assert!(matches!(staging.add("a.html", b"", None), Err(PublishError::Twice(_))));
}

#[test]
fn a_refusal_of_the_system_is_told_in_dutch_with_the_path() {
    let (parent, _) = place();
    let file = parent.path().join("bestand");
    fs::write(&file, "").unwrap();
    let error = publish(&file.join("site"), "een").expect_err("no folder");
    let shown = error.to_string();
    assert!(shown.contains("is geen map") && shown.contains(&file.display().to_string()), "{shown}");
}
