//! Putting the scripts where git looks for them. In: where the register lies. Out: both scripts, or why neither.

use std::path::{Path, PathBuf};

use crate::cli::git::Repository;
use crate::cli::{Failure, git};
use crate::office::{HOOKS, Hook, register_line};
use crate::source::RelPath;
use crate::store::Store;

/// By so many lines klacht knows its own scripts.
const HEAD: usize = 2;

/// Scripts that can be put in place: nothing stands in the way.
pub(in crate::cli) struct Installation {
    folder: PathBuf,
    scripts: Vec<(Hook, String)>,
}

impl Installation {
    /// Looks where git wants its scripts. The register need not be there yet.
    ///
    /// # Errors
    /// When it lies in no repository, git looks for scripts outside of it, or there is another script already, or
    /// one for another register.
    pub(in crate::cli) fn plan(register: &Path) -> Result<Self, Failure> {
        let repository = git::repository_of(register)?.ok_or_else(|| {
            Failure::new(format!(
                "{} ligt niet in een git-project, en daar horen de controles bij; er is niets veranderd\nhulp: typ eerst \
                 git init in de map waarin het register komt",
                register.display()
            ))
        })?;
        let program = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("klacht"));
        let script = |hook: Hook| (hook, hook.script(&repository.register, &program.to_string_lossy()));
        let scripts: Vec<(Hook, String)> = HOOKS.into_iter().map(script).collect();
        if !repository.owns_hooks {
            return Err(Failure::new(format!(
                "git zoekt zijn controles voor dit project in {}, en die map is ook van andere projecten; er is niets \
                 veranderd\nhulp: zet er zelf deze regels in:{}",
                repository.hooks.display(),
                by_hand(&repository.register)
            )));
        }
        let there = |hook: Hook| repository.hooks.join(hook.name).symlink_metadata().is_ok();
        refuse_what_is_there(&repository, scripts.iter().filter(|(hook, _)| there(*hook)))?;
        let scripts = scripts.into_iter().filter(|(hook, _)| !there(*hook)).collect();
        Ok(Self { folder: repository.hooks, scripts })
    }

    /// Puts the scripts in place.
    ///
    /// # Errors
    /// When the system refuses.
    pub(in crate::cli) fn carry_out(&self) -> Result<(), Failure> {
        let store = Store::open_new(&self.folder).map_err(Failure::new)?;
        for (hook, script) in &self.scripts {
            store.create_program(&RelPath::new(hook.name), script).map_err(Failure::new)?;
        }
        Ok(())
    }
}

/// Nothing is overwritten: neither a script of someone else, nor one of klacht that guards another register.
fn refuse_what_is_there<'s>(
    repository: &Repository,
    there: impl Iterator<Item = &'s (Hook, String)>,
) -> Result<(), Failure> {
    let (mut others, mut of_another_register) = (Vec::new(), Vec::new());
    for (hook, script) in there {
        let text = std::fs::read_to_string(repository.hooks.join(hook.name)).unwrap_or_default();
        if !text.lines().take(HEAD).eq(script.lines().take(HEAD)) {
            others.push(hook.name);
        } else if register_line(&text) != register_line(script) {
            of_another_register.push(hook.name);
        }
    }
    let (folder, lines) = (repository.hooks.display(), by_hand(&repository.register));
    if !others.is_empty() {
        return Err(Failure::new(format!(
            "in {folder} staat al {}; er is niets veranderd\nhulp: zet er zelf deze regels in:{lines}",
            others.join(" en ")
        )));
    }
    if !of_another_register.is_empty() {
        let names = of_another_register.join(" en ");
        return Err(Failure::new(format!(
            "in {folder} staat al {names} van klacht, voor een register in een andere map; er is niets veranderd\n\
             hulp: is dat register er niet meer, haal {names} dan weg en typ opnieuw klacht hook install. Is het er nog, zet \
             dan zelf deze regels erin, boven de andere:{lines}",
        )));
    }
    Ok(())
}

fn by_hand(register: &str) -> String {
    HOOKS.iter().fold(String::new(), |text, hook| format!("{text}\n  {}: {}", hook.name, hook.by_hand(register)))
}
