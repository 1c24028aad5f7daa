//! For whom a site is, and what therefore reads its files before they are written.

use super::gate::{Gate, GateId, Own};
use super::leak::Leak;
use crate::personal::Disclosure;

/// What a file must pass.
#[derive(Clone, Copy, Debug)]
pub enum Watch<'g> {
    /// For the team: the gate reads every byte.
    Gate(&'g Gate),
    /// For the management, who may know everything.
    Leave(&'g Disclosure),
}

impl Watch<'_> {
    /// Who the site is for, as the mark of its folder tells it.
    pub(super) fn audience(self) -> &'static str {
        match self {
            Self::Gate(_) => "team",
            Self::Leave(_) => "management",
        }
    }

    /// Which gate reads them; none where nothing does.
    pub(super) fn gate(self) -> Option<GateId> {
        match self {
            Self::Gate(gate) => Some(gate.id()),
            Self::Leave(_) => None,
        }
    }

    pub(super) fn search(self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Vec<Leak> {
        match self {
            Self::Gate(gate) => gate.search(path, bytes, own),
            Self::Leave(_) => Vec::new(),
        }
    }
}
