//! Choices with their Dutch words: what a complaint can be, who can act, what can happen.
//! Those that a page shows as a badge serialise as `{word, tone}`, the others as their word.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// An enum of which each member has a fixed Dutch word; it serialises as that word.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$member_meta:meta])* $member:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name {
            $($(#[$member_meta])* #[serde(rename = $word)] $member,)+
        }

        impl $name {
            /// The word that pages use.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$member => $word,)+
                }
            }
        }
    };
}
pub(super) use named;

named! {
    /// How a thing stands: decides colour and mark, never the only bearer of meaning.
    pub enum Tone {
        /// Done in time, or well.
        Good = "good",
        /// Missed, or badly.
        Late = "late",
        /// Asks for attention within the warning time.
        Soon = "soon",
        /// Under way.
        Open = "open",
        /// Neither good nor bad.
        Plain = "plain",
    }
}

/// Serialises a badge: `{word, tone}`.
pub(super) fn badge<S: Serializer>(serializer: S, word: &str, tone: Tone) -> Result<S::Ok, S::Error> {
    let mut fields = serializer.serialize_struct("Badge", 2)?;
    fields.serialize_field("word", word)?;
    fields.serialize_field("tone", &tone)?;
    fields.end()
}

/// An enum of which each member has a word and a tone; it serialises as a badge.
macro_rules! badges {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$member_meta:meta])* $member:ident = $word:literal, $tone:ident;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$member_meta])* $member,)+
        }

        impl $name {
            /// The word that pages use.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$member => $word,)+
                }
            }

            /// How it is marked.
            pub const fn tone(self) -> Tone {
                match self {
                    $(Self::$member => Tone::$tone,)+
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                badge(serializer, self.word(), self.tone())
            }
        }
    };
}

badges! {
    /// Where a complaint stands; derived from its dates.
    pub enum Status {
        /// Received, nothing more.
        Received = "ontvangen", Open;
        /// A handler is at work.
        InProgress = "in behandeling", Open;
        /// A solution was offered.
        SolutionOffered = "oplossing voorgesteld", Open;
        /// The complainant went to the chair.
        InAppeal = "in beroep", Soon;
        /// The chair ruled.
        Ruled = "uitspraak gedaan", Open;
        /// After-care done and closed.
        Closed = "gesloten", Good;
        /// Left by another way: withdrawn, referred, not admissible, double.
        Ended = "beëindigd", Plain;
    }
}

badges! {
    /// What came of an appeal.
    pub enum Outcome {
        /// The appeal was right.
        Upheld = "gegrond", Late;
        /// Partly right.
        PartlyUpheld = "deels gegrond", Soon;
        /// Not right.
        Rejected = "ongegrond", Plain;
        /// Withdrawn by the complainant.
        Withdrawn = "ingetrokken", Plain;
    }
}

badges! {
    /// What the complainant said in after-care.
    pub enum Satisfaction {
        /// Satisfied.
        Yes = "tevreden", Good;
        /// Partly.
        Partly = "deels tevreden", Soon;
        /// Not satisfied.
        No = "niet tevreden", Late;
        /// Could not be reached.
        Unreachable = "onbereikbaar", Plain;
    }
}

badges! {
    /// Weight of a finding.
    pub enum Severity {
        /// Must be mended.
        Error = "fout", Late;
        /// Should be looked at.
        Warning = "waarschuwing", Soon;
        /// For information.
        Note = "aantekening", Plain;
    }
}

named! {
    /// The terms of the protocol.
    pub enum TermKind {
        /// Written confirmation of receipt.
        Confirmation = "bevestiging",
        /// Registration in the register.
        Registration = "registratie",
        /// Handling: the solution.
        Handling = "afhandeling",
        /// Ruling on an appeal.
        Ruling = "uitspraak",
        /// The whole, from receipt to solution or ruling.
        Total = "doorlooptijd",
    }
}

named! {
    /// Who acts, by function alone.
    pub enum Role {
        /// Any employee.
        Employee = "medewerker",
        /// The director.
        Director = "directeur",
        /// The chair.
        Chair = "voorzitter",
    }
}

named! {
    /// Why a complaint was ended without having been handled.
    pub enum EndReason {
        /// Withdrawn by the complainant.
        Withdrawn = "ingetrokken",
        /// Not admissible.
        NotAdmissible = "niet ontvankelijk",
        /// Referred to another body.
        Referred = "doorverwezen",
        /// The same as another complaint.
        Double = "dubbel",
    }
}

named! {
    /// What must be done next; serialises as an order in words.
    pub enum Task {
        /// Confirm receipt to the complainant.
        Confirm = "ontvangst bevestigen",
        /// Enter it in the register.
        Register = "klacht registreren",
        /// Offer a solution.
        Handle = "oplossing voorstellen",
        /// Tell the ruling to the complainant.
        Rule = "uitspraak doen in beroep",
        /// Carry out a measure.
        CarryOutMeasure = "maatregel uitvoeren",
        /// Ask the complainant whether all is well.
        AfterCare = "nazorg doen",
        /// Inform the director.
        InformDirector = "directeur informeren",
        /// Close the complaint.
        Close = "klacht sluiten",
        /// Discuss in the team meeting.
        Discuss = "bespreken in het teamoverleg",
        /// Erase: past retention.
        Erase = "wissen (de bewaartermijn is voorbij)",
        /// Mend the record.
        Mend = "klachtbestand verbeteren",
    }
}

named! {
    /// What happened on a day.
    pub enum EventKind {
        /// The complaint came in.
        Received = "klacht ontvangen",
        /// Entered in the register.
        Registered = "geregistreerd",
        /// Receipt confirmed in writing.
        Confirmed = "ontvangst bevestigd",
        /// The handler spoke with the complainant, or last tried.
        Contact = "contact met de indiener",
        /// A solution was offered.
        SolutionOffered = "oplossing voorgesteld",
        /// The director was informed.
        DirectorInformed = "directeur geïnformeerd",
        /// The complainant was told that a term would be missed.
        DelayTold = "vertraging gemeld aan de indiener",
        /// Appeal lodged with the chair.
        AppealLodged = "beroep ingesteld",
        /// The ruling was told to the complainant.
        Ruled = "uitspraak gedaan",
        /// A measure was carried out.
        MeasureDone = "maatregel uitgevoerd",
        /// After-care.
        AfterCare = "nazorg",
        /// Discussed in the team meeting.
        Discussed = "besproken in het teamoverleg",
        /// Closed.
        Closed = "gesloten",
        /// Ended another way.
        Ended = "beëindigd",
    }
}
