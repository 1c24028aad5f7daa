//! What becomes of free text on the pages of the team before someone has read it (`vrije-tekst`).

/// When free text may be shown to the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeText {
    /// As soon as a machine has anonymised it.
    Automatic,
    /// Once someone has read it after that.
    AfterReading,
}

impl FreeText {
    /// What may stand in a file.
    pub const WORDS: [(&'static str, Self); 2] =
        [("automatisch", Self::Automatic), ("na-controle", Self::AfterReading)];
}
