//! The folders beside a target: the staging folder, and the old site during a swap. In: a target, and
//! what an earlier run that was killed left behind. Out: the old site back in place, the rest cleaned.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::PublishError;
use super::marker::{self, Occupant};

/// A target and the hidden paths beside it, which one run at a time uses.
#[derive(Debug)]
pub(super) struct Neighbours {
    pub(super) target: PathBuf,
    /// The new site while it is written.
    pub(super) staging: PathBuf,
    /// The old site between the two renames of a swap, and until it is removed.
    pub(super) old: PathBuf,
    pub(super) lock: PathBuf,
    name: OsString,
}

impl Neighbours {
    pub(super) fn of(target: &Path) -> Result<Self, PublishError> {
        let no_name = || PublishError::NoName(target.to_owned());
        let name = target.file_name().ok_or_else(no_name)?;
        let hidden = |role: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(role);
            target.with_file_name(hidden)
        };
        Ok(Self {
            // Without a slash at its end, through which a symbolic link would be followed.
            target: target.with_file_name(name),
            staging: hidden(".klacht-nieuw"),
            old: hidden(".klacht-oud"),
            lock: hidden(".klacht-slot"),
            name: name.to_owned(),
        })
    }

    /// The folder that holds all of them; it is made where it does not exist.
    pub(super) fn make_parent(&self) -> Result<(), PublishError> {
        match self.target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => {
                fs::create_dir_all(parent).map_err(PublishError::io("de map is niet te maken", parent))
            }
            _ => Ok(()),
        }
    }

    /// Refuses a target that is not klacht's to replace.
    pub(super) fn check_target(&self) -> Result<Occupant, PublishError> {
        let occupant = occupant(&self.target)?;
        match occupant {
            Occupant::Nothing | Occupant::EmptyFolder | Occupant::Ours => Ok(occupant),
            Occupant::Foreign => Err(PublishError::Foreign(self.target.clone())),
            Occupant::File => Err(PublishError::File(self.target.clone())),
            Occupant::SymbolicLink => Err(PublishError::SymbolicLink(self.target.clone())),
        }
    }

    /// Refuses a target that holds a site for someone else, and one that lies within a site: what goes
    /// out with that site would take this one along.
    pub(super) fn check_audience(&self, audience: &str) -> Result<(), PublishError> {
        let other = || PublishError::OtherAudience(self.target.clone());
        if occupant(&self.target)? == Occupant::Ours {
            let found = marker::audience_of(&self.target);
            let found = found.map_err(PublishError::io("de map is niet te lezen", &self.target))?;
            return if found.is_none_or(|found| found == audience) { Ok(()) } else { Err(other()) };
        }
        let full = std::path::absolute(&self.target).unwrap_or_else(|_| self.target.clone());
        let within = full.ancestors().skip(1).find(|folder| folder.join(marker::MARKER).is_file());
        within
            .map_or(Ok(()), |site| Err(PublishError::WithinSite { target: self.target.clone(), site: site.to_owned() }))
    }

    /// Mends what a killed run left: an old site whose place is empty goes back first, for it is what
    /// was published; then an old site that has a successor and an unfinished new one go.
    pub(super) fn recover(&self) -> Result<(), PublishError> {
        let target = self.check_target()?;
        let old = self.check_own(&self.old)?;
        let staging = self.check_own(&self.staging)?;
        if old == Occupant::Ours {
            if target == Occupant::Ours {
                self.retire_old()?;
            } else {
                self.put_old_back(&target)?;
            }
        }
        if staging == Occupant::Ours {
            marker::remove(&self.staging).map_err(PublishError::io("de map is niet weg te halen", &self.staging))?;
        }
        Ok(())
    }

    fn put_old_back(&self, target: &Occupant) -> Result<(), PublishError> {
        self.clear(target)?;
        fs::rename(&self.old, &self.target)
            .map_err(PublishError::io("de oude site is niet terug te zetten", &self.target))
    }

    /// Takes an empty folder out of the way.
    fn clear(&self, target: &Occupant) -> Result<(), PublishError> {
        if *target == Occupant::EmptyFolder {
            fs::remove_dir(&self.target).map_err(PublishError::io("de map is niet te vervangen", &self.target))?;
        }
        Ok(())
    }

    /// Whether a hidden path is free or ours; what someone else put there stops the run.
    fn check_own(&self, path: &Path) -> Result<Occupant, PublishError> {
        match occupant(path)? {
            found @ (Occupant::Nothing | Occupant::Ours) => Ok(found),
            // A run that was killed before it could mark its folder.
            Occupant::EmptyFolder => {
                fs::remove_dir(path).map_err(PublishError::io("de map is niet weg te halen", path))?;
                Ok(Occupant::Nothing)
            }
            Occupant::Foreign => Err(PublishError::Foreign(path.to_owned())),
            Occupant::File => Err(PublishError::File(path.to_owned())),
            Occupant::SymbolicLink => Err(PublishError::SymbolicLink(path.to_owned())),
        }
    }

    /// Puts the staging folder in the place of the target: two renames, of which the second is undone
    /// by the first run after a kill. Gives the folder in which an old site was kept.
    pub(super) fn swap(&self) -> Result<Option<PathBuf>, PublishError> {
        let target = self.check_target()?;
        self.clear(&target)?;
        let had_site = target == Occupant::Ours;
        if had_site {
            fs::rename(&self.target, &self.old)
                .map_err(PublishError::io("de oude site is niet opzij te zetten", &self.target))?;
        }
        if let Err(error) = fs::rename(&self.staging, &self.target) {
            if had_site && fs::rename(&self.old, &self.target).is_err() {
                let reason = crate::source::reason(&error);
                return Err(PublishError::HalfWay { old: self.old.clone(), target: self.target.clone(), reason });
            }
            return Err(PublishError::io("de nieuwe site is niet op haar plaats te zetten", &self.target)(error));
        }
        if had_site { self.retire_old() } else { Ok(None) }
    }

    /// Removes an old site that has a successor; keeps it where someone put something of their own in it.
    fn retire_old(&self) -> Result<Option<PathBuf>, PublishError> {
        let failed = || PublishError::io("de oude site is niet weg te halen", &self.old);
        if marker::has_strangers(&self.old).map_err(failed())? {
            let kept = self.place_to_keep()?;
            fs::rename(&self.old, &kept).map_err(failed())?;
            return Ok(Some(kept));
        }
        marker::remove(&self.old).map_err(failed())?;
        Ok(None)
    }

    /// The first free name of the form `site.bewaard-1`.
    fn place_to_keep(&self) -> Result<PathBuf, PublishError> {
        let mut serial = 1_u32;
        loop {
            let mut name = self.name.clone();
            name.push(format!(".bewaard-{serial}"));
            let kept = self.target.with_file_name(name);
            if occupant(&kept)? == Occupant::Nothing {
                return Ok(kept);
            }
            serial += 1;
        }
    }
}

fn occupant(path: &Path) -> Result<Occupant, PublishError> {
    Occupant::of(path).map_err(PublishError::io("de map is niet te lezen", path))
}
