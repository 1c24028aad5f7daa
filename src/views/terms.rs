//! Where a term stands, in words and with a tone.

use serde::{Serialize, Serializer};

use super::choices::{Tone, badge};
use super::time::Length;

/// How long there is to do a thing, seen from the day of the build. Serialises as `{word, tone}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Past its day by so much.
    Late(Length),
    /// Today is the last day.
    Today,
    /// So much is left, and that is within the warning time of the protocol.
    Soon(Length),
    /// So much is left.
    Later(Length),
    /// The protocol sets no day for it.
    AnyDay,
}

impl Standing {
    /// `3 werkdagen te laat`, `vandaag uiterlijk`, `nog 2 werkdagen`.
    pub fn words(self) -> String {
        match self {
            Self::Late(by) => format!("{by} te laat"),
            Self::Today => "vandaag uiterlijk".to_owned(),
            Self::Soon(left) | Self::Later(left) => format!("nog {left}"),
            Self::AnyDay => "nog te doen".to_owned(),
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Late(_) => Tone::Late,
            Self::Today | Self::Soon(_) | Self::AnyDay => Tone::Soon,
            Self::Later(_) => Tone::Open,
        }
    }
}

impl Serialize for Standing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        badge(serializer, &self.words(), self.tone())
    }
}

/// What became of a term. Serialises as `{word, tone}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermState {
    /// Done in time.
    Met,
    /// Done, but late by so much.
    Missed(Length),
    /// Not done yet.
    Open(Standing),
    /// The day on which it was done is wrong: a finding says so.
    Unknown,
}

impl TermState {
    /// The same without the length of time, for where there is little room.
    pub fn in_short(self) -> &'static str {
        match self {
            Self::Met => "op tijd",
            Self::Missed(_) => "te laat",
            Self::Open(Standing::Late(_)) => "te laat, nog open",
            Self::Open(_) => "nog open",
            Self::Unknown => "niet te zeggen",
        }
    }
}

impl Serialize for TermState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Met => badge(serializer, "op tijd", Tone::Good),
            Self::Missed(by) => badge(serializer, &format!("{by} te laat"), Tone::Late),
            Self::Open(Standing::Late(by)) => badge(serializer, &format!("{by} te laat, nog open"), Tone::Late),
            Self::Open(standing) => standing.serialize(serializer),
            Self::Unknown => badge(serializer, "niet te zeggen", Tone::Late),
        }
    }
}
