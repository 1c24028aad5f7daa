//! A site that is made again whenever its register changes. In: the register, and the shelf of the last time. Out: the
//! next shelf, on which every page stays that would become the same.

use std::sync::Arc;

use super::super::arguments::Audience;
use super::edition::{Edition, Material, Refusal, Stopped};
use super::pages::Press;
use super::shelf::{Gathering, People, Shelf, Surroundings};
use crate::anonymise::Difference;
use crate::publish::Memory;
use crate::register::{Register, UnsafeEntry};

/// All that a site is made from, and what was made before.
pub(in crate::cli) struct Reprint<'r> {
    edition: Edition<'r>,
    people: People,
    surroundings: Surroundings,
    before: Option<Before<'r>>,
}

/// The last site, where it was made in the same surroundings.
pub(super) struct Before<'s> {
    pub(super) shelf: &'s Shelf,
    /// What is known of people otherwise than then.
    pub(super) difference: Difference,
}

impl<'r> Reprint<'r> {
    /// Gathers what the pages need. With `keep_going`, unsafe records are left out; else they stop it.
    ///
    /// # Errors
    /// As [`Edition::of`].
    pub(in crate::cli) fn after(
        last: Option<&'r Shelf>,
        register: &'r Register,
        audience: Audience,
        keep_going: bool,
    ) -> Result<Self, Stopped> {
        let material = Material::of(register, audience, keep_going)?;
        let (surroundings, people) = (Surroundings::of(&material), People::of(&material));
        let voice = || Arc::new(material.voice().taking_notes());
        let last = last.filter(|last| last.surroundings == surroundings);
        let (voice, difference) = match last {
            None => (voice(), None),
            Some(last) if last.people == people => (Arc::clone(&last.voice), Some(Difference::default())),
            Some(last) => {
                let voice = voice();
                let difference = voice.difference(&last.voice);
                (voice, difference)
            }
        };
        let before = last.zip(difference).map(|(shelf, difference)| Before { shelf, difference });
        Ok(Self { edition: Edition { material, voice }, people, surroundings, before })
    }

    /// The files that are left out of it.
    pub(in crate::cli) fn left_out(&self) -> &[UnsafeEntry] {
        self.edition.left_out()
    }

    /// Makes every page and data file in memory.
    ///
    /// # Errors
    /// When something would leak; when a page cannot be made.
    pub(in crate::cli) fn shelve(self) -> Result<Shelf, Stopped> {
        let Self { edition, people, surroundings, before } = self;
        let memory = Memory::after(before.as_ref().map(|before| &*before.shelf.site), edition.watch());
        let gathering = Gathering::after(before.as_ref());
        Press { gathering: Some(&gathering), ..edition.press(&memory) }.write(edition.left_out())?;
        let site = Arc::new(memory.seal().map_err(Refusal::Leaks)?);
        Ok(Shelf { site, surroundings, people, voice: edition.voice, made: gathering.into_made() })
    }
}
