//! The steps of the protocol that have a term.

/// A step with a term (§2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The written confirmation of receipt.
    Confirmation,
    /// The entry in the register.
    Registration,
    /// The offer of a solution.
    Handling,
    /// The ruling on appeal.
    Ruling,
    /// The whole, from receipt to the solution or the ruling.
    Total,
}

impl Step {
    /// All steps, in the order of the protocol.
    pub const ALL: [Self; 5] = [Self::Confirmation, Self::Registration, Self::Handling, Self::Ruling, Self::Total];

    /// The step's word in files: `afhandeling`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmation => "bevestiging",
            Self::Registration => "registratie",
            Self::Handling => "afhandeling",
            Self::Ruling => "uitspraak",
            Self::Total => "doorlooptijd",
        }
    }

    /// The step with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// The article of the protocol that sets the term.
    #[must_use]
    pub fn article(self) -> &'static str {
        match self {
            Self::Confirmation | Self::Registration => "§2, termijn één",
            Self::Handling => "§2, termijn twee; §2.3",
            Self::Ruling => "§2, termijn drie; §2.4",
            Self::Total => "§2, doorlooptijd",
        }
    }

    /// What must have happened when the term ends, in Dutch: "de ontvangst is bevestigd".
    #[must_use]
    pub fn to_do(self) -> &'static str {
        match self {
            Self::Confirmation => "ontvangst bevestigen",
            Self::Registration => "klacht registreren",
            Self::Handling => "oplossing voorstellen",
            Self::Ruling => "uitspraak op het beroep meedelen",
            Self::Total => "klacht in het geheel afronden",
        }
    }
}
