//! Putting the scripts where git looks for them. In: where the register lies. Out: both scripts, or why neither.

use std::path::{Path, PathBuf};

use crate::cli::{Failure, git};
use crate::office::{HOOKS, Hook};
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
    /// When it lies in no repository, git looks for scripts outside of it, or there is another script already.
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
                 veranderd\n{}",
                repository.hooks.display(),
                by_hand()
            )));
        }
        let there = |hook: Hook| repository.hooks.join(hook.name).symlink_metadata().is_ok();
        let is_ours = |hook: Hook, script: &str| {
            let text = std::fs::read_to_string(repository.hooks.join(hook.name)).unwrap_or_default();
            text.lines().take(HEAD).eq(script.lines().take(HEAD))
        };
        let other = |(hook, script): &&(Hook, String)| there(*hook) && !is_ours(*hook, script);
        let others: Vec<_> = scripts.iter().filter(other).map(|(hook, _)| hook.name).collect();
        if !others.is_empty() {
            return Err(Failure::new(format!(
                "in {} staat al {}; er is niets veranderd\n{}",
                repository.hooks.display(),
                others.join(" en "),
                by_hand()
            )));
        }
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

fn by_hand() -> String {
    HOOKS.iter().fold("hulp: zet er zelf deze regels in:".to_owned(), |text, hook| {
        format!("{text}\n  {}: {}", hook.name, hook.by_hand)
    })
}
