//! What each key of a complaint file asks for. In: a key and the protocol whose choices hold. Out: a day, a
//! number, one of a few words, or free text.

use super::Key;
use super::wish::READ;
use crate::complaint::{AppealOutcome, EndReason, GROUPS, KEYS, LISTS, Number, Satisfaction};
use crate::protocol::{Protocol, Step};
use crate::yaml;

/// The form of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A day.
    Day,
    /// The number of a complaint.
    Number,
    /// One of these words.
    Choice(Vec<String>),
    /// Free text, which may tell who someone is.
    Text,
}

impl Form {
    /// The form of one value of this key; of a list, that of its items.
    #[must_use]
    pub fn of(key: Key, protocol: &Protocol) -> Self {
        let words = |words: &[&str]| Self::Choice(words.iter().map(|word| (*word).to_owned()).collect());
        match key.name().as_str() {
            "nummer" | "vervolg-op" => Self::Number,
            "kanaal" => Self::Choice(protocol.channels.clone()),
            "betreft" => Self::Choice(protocol.kinds.clone()),
            "oorzaak" => Self::Choice(protocol.causes.clone()),
            "beroep.uitkomst" => words(&AppealOutcome::WORDS.map(|(word, _)| word)),
            "nazorg.tevreden" => words(&Satisfaction::WORDS.map(|(word, _)| word)),
            "beeindigd.reden" => words(&EndReason::WORDS.map(|(word, _)| word)),
            "overschrijdingen.termijn" => words(&Step::ALL.map(Step::word)),
            "ontvangen"
            | "geregistreerd"
            | "bevestigd"
            | "contact"
            | "afgehandeld"
            | "directeur-geinformeerd"
            | "beroep.ingesteld"
            | "beroep.uitspraak"
            | "maatregelen.voor"
            | "maatregelen.gereed"
            | "besproken"
            | "nazorg.datum"
            | "gesloten"
            | "beeindigd.datum"
            | "overschrijdingen.gemeld"
            | "overschrijdingen.nieuwe-datum"
            | "bewaren-tot" => Self::Day,
            _ => Self::Text,
        }
    }

    /// Whether this text is a day, a number or a choice that the form asks for; free text is none of them.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        match self {
            Self::Day => yaml::date(text).is_ok(),
            Self::Number => Number::parse(text).is_some(),
            Self::Choice(words) => words.iter().any(|word| word == text),
            Self::Text => false,
        }
    }
}

/// The keys that name a member of staff.
const STAFF: [&str; 3] = ["ontvanger", "behandelaar", "betrokken"];

/// What may be typed to change a value, for the completion of a command line: `gesloten=vandaag`,
/// `nazorg.tevreden=ja`, `onderwerp=`; with the names of those who work here, `behandelaar=Sanne Bakker`.
#[must_use]
pub fn suggestions(protocol: &Protocol, staff: &[&str]) -> Vec<String> {
    let in_groups = GROUPS.iter().filter(|(group, _)| !LISTS.contains(group)).flat_map(|(_, fields)| fields.iter());
    let alone = KEYS.into_iter().filter(|key| *key != READ && GROUPS.iter().all(|(group, _)| group != key));
    let lists = GROUPS.iter().filter(|(group, _)| LISTS.contains(group)).map(|(group, _)| format!("{group}+="));
    let keys = alone.chain(in_groups.copied()).filter_map(|name| Key::parse(name).ok());
    let values = keys.flat_map(|key| match Form::of(key, protocol) {
        Form::Day => vec![format!("{key}=vandaag")],
        Form::Choice(words) => words.iter().map(|word| format!("{key}={word}")).collect(),
        Form::Text if STAFF.contains(&key.top()) && !staff.is_empty() => {
            staff.iter().map(|name| format!("{key}={name}")).collect()
        }
        Form::Number | Form::Text => vec![format!("{key}=")],
    });
    values.chain(lists).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::complaint;
    use crate::source::{RelPath, SourceFile};
    use crate::yaml::{Expected, ProblemKind};

    #[test]
    fn the_form_of_each_key_is_the_one_that_the_reader_of_complaints_asks_for() {
        let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
        let protocol = Protocol::default();
        let in_groups = GROUPS.iter().flat_map(|(_, fields)| fields.iter().copied());
        let alone = KEYS.into_iter().filter(|key| GROUPS.iter().all(|(group, _)| group != key));
        for name in alone.chain(in_groups) {
            let yaml = match name.split_once('.') {
                Some((group, field)) => format!("{group}:\n  {field}: x\n"),
                None => format!("{name}: x\n"),
            };
            let file = SourceFile::new(RelPath::new("2026/2026-001.md"), format!("---\n{yaml}---\n"));
            let complaint = complaint::parse(&file, &protocol, today).expect("a complaint");
            let asked = complaint.problems.iter().find_map(|problem| match &problem.kind {
                ProblemKind::Wrong(expected) => Some(expected.clone()),
                _ => None,
            });
            assert_ne!(asked, Some(Expected::Group), "{name} stands among the groups");
            let form = match asked {
                Some(Expected::Date(_)) => Form::Day,
                Some(Expected::Number) => Form::Number,
                Some(Expected::Choice { options, .. }) => Form::Choice(options),
                _ => Form::Text,
            };
            assert_eq!(Form::of(Key::parse(name).expect("a key"), &protocol), form, "{name}");
        }
    }

    #[test]
    fn whatever_is_suggested_with_a_value_can_be_asked_for() {
        let protocol = Protocol::default();
        let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
        let suggestions = suggestions(&protocol, &["Sanne Bakker"]);
        for suggestion in suggestions.iter().filter(|suggestion| !suggestion.ends_with("+=")) {
            assert!(crate::edit::read(suggestion, &protocol, today).is_ok(), "{suggestion}");
        }
        for suggestion in
            ["gesloten=vandaag", "nazorg.tevreden=ja", "behandelaar=Sanne Bakker", "onderwerp=", "maatregelen+="]
        {
            assert!(suggestions.iter().any(|own| own == suggestion), "{suggestion}");
        }
    }
}
