//! A complaint in sentences that can be read aloud in the meeting. In: its choices and months. Out: what came in, why,
//! what became of it; months and functions, never days or names.

use crate::views::{
    Appeal, EndReason, Ending, MeasureState, MeetingMeasure, Month, Outcome, Role, Satisfaction, TermKind, Word,
};

/// Writes sentences as of a year: a month of that year needs no year.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    pub(super) year: i32,
}

impl Telling {
    /// `In oktober kwam per e-mail een klacht binnen over de tijdigheid.`
    pub(super) fn opening(self, received: Option<Month>, channel: Option<&Word>, kinds: &[Word]) -> Word {
        let when = received.map_or_else(|| "Er".to_owned(), |month| self.in_month(month));
        let how = channel.map(|channel| format!(" per {}", channel.as_str())).unwrap_or_default();
        let about = listed(kinds.iter().map(|kind| spoken_kind(kind.as_str())));
        let about = about.map(|kinds| format!(" over {kinds}")).unwrap_or_default();
        Word::new(format!("{when} kwam{how} een klacht binnen{about}."))
    }

    /// When it was handled, or ended another way, and what was late.
    pub(super) fn outcome(
        self,
        handled: Option<Month>,
        ending: Option<(Option<Month>, &Ending)>,
        missed: &[TermKind],
    ) -> Option<Word> {
        let handled = handled.map(|month| format!("{} stelden wij een oplossing voor.", self.in_month(month)));
        let ended = ending.map(|(month, ending)| self.ended(month, ending.reason));
        sentences([handled, ended, late(missed)]).map(Word::new)
    }

    fn ended(self, month: Option<Month>, reason: Option<EndReason>) -> String {
        let (verb, rest) = match reason {
            Some(EndReason::Withdrawn) => ("trok", "de indiener de klacht in"),
            Some(EndReason::NotAdmissible) => ("bleek", "dat wij de klacht niet in behandeling konden nemen"),
            Some(EndReason::Referred) => ("verwezen", "wij de indiener door"),
            Some(EndReason::Double) => ("bleek", "dat deze klacht al eerder was ingediend"),
            None => ("is", "de klacht beëindigd"),
        };
        let when = month.map_or_else(|| "Daarna".to_owned(), |month| self.in_month(month));
        format!("{when} {verb} {rest}.")
    }

    /// `Een medewerker doet dit uiterlijk in december.`
    pub(super) fn agreed(self, who: Option<Role>, due: Option<Month>, state: MeasureState) -> Word {
        let who = who.map(function);
        let by = due.map(|month| format!(" uiterlijk in {}", month.words(self.year)));
        let (is_dated, by) = (by.is_some(), by.unwrap_or_default());
        Word::new(match (state, who) {
            (MeasureState::Done, Some(who)) => format!("Gedaan door {who}."),
            (MeasureState::Done, None) => "Dit is gedaan.".to_owned(),
            (MeasureState::Late, Some(who)) => format!("{} zou dit{by} doen. Het is nog niet gedaan.", capital(who)),
            (MeasureState::Late, None) => format!("Dit zou{by} gedaan zijn. Wie het doet, is niet afgesproken."),
            (MeasureState::Open, Some(who)) if is_dated => format!("{} doet dit{by}.", capital(who)),
            (MeasureState::Open, Some(who)) => format!("{} doet dit. Wanneer, is nog niet afgesproken.", capital(who)),
            (MeasureState::Open, None) if is_dated => {
                format!("Dit gebeurt{by}. Wie het doet, is nog niet afgesproken.")
            }
            (MeasureState::Open, None) => "Wie dit doet en wanneer, is nog niet afgesproken.".to_owned(),
        })
    }

    fn in_month(self, month: Month) -> String {
        format!("In {}", month.words(self.year))
    }
}

/// `Als oorzaken zijn genoteerd: planning en communicatie.`
pub(super) fn because(causes: &[Word]) -> Option<Word> {
    let label = if causes.len() == 1 { "oorzaak is" } else { "oorzaken zijn" };
    let causes = listed(causes.iter().map(Word::as_str))?;
    Some(Word::new(format!("Als {label} genoteerd: {causes}.")))
}

/// What came of an appeal, and what the complainant said in after-care.
pub(super) fn afterwards(appeal: Option<&Appeal>, satisfaction: Option<Satisfaction>) -> Option<Word> {
    let appeal = appeal.map(|appeal| match appeal.outcome {
        None => "De indiener ging in beroep bij de voorzitter. Er is nog geen uitspraak.",
        Some(Outcome::Upheld) => "De indiener ging in beroep en kreeg van de voorzitter gelijk.",
        Some(Outcome::PartlyUpheld) => "De indiener ging in beroep en kreeg van de voorzitter voor een deel gelijk.",
        Some(Outcome::Rejected) => "De indiener ging in beroep en kreeg van de voorzitter geen gelijk.",
        Some(Outcome::Withdrawn) => "De indiener ging in beroep, maar trok het beroep weer in.",
    });
    let satisfaction = satisfaction.map(|satisfaction| match satisfaction {
        Satisfaction::Yes => "Bij de nazorg was de indiener tevreden.",
        Satisfaction::Partly => "Bij de nazorg was de indiener deels tevreden.",
        Satisfaction::No => "Bij de nazorg was de indiener niet tevreden.",
        Satisfaction::Unreachable => "Bij de nazorg was de indiener niet te bereiken.",
    });
    sentences([appeal.map(str::to_owned), satisfaction.map(str::to_owned)]).map(Word::new)
}

/// Whether it is still to be agreed who does it, or by when.
pub(super) fn is_unassigned(measure: &MeetingMeasure) -> bool {
    measure.state != MeasureState::Done && (measure.who.is_none() || measure.due.is_none())
}

/// The kinds of §1 as one says them; an office's own as it wrote them.
fn spoken_kind(kind: &str) -> &str {
    match kind {
        "aard" => "de aard van de dienst",
        "kwaliteit" => "de kwaliteit van de dienst",
        "tijdigheid" => "de tijdigheid",
        "wijze" => "de wijze waarop wij te werk gingen",
        own => own,
    }
}

fn function(role: Role) -> &'static str {
    match role {
        Role::Employee => "een medewerker",
        Role::Director => "de directeur",
        Role::Chair => "de voorzitter",
    }
}

fn capital(phrase: &str) -> String {
    let (first, rest) = phrase.split_at(1);
    first.to_uppercase() + rest
}

/// What was late: steps have a term, the whole has a norm.
fn late(missed: &[TermKind]) -> Option<String> {
    let steps: Vec<String> =
        missed.iter().filter(|kind| **kind != TermKind::Total).map(|kind| format!("de {}", kind.word())).collect();
    let verb = if steps.len() == 1 { "Te laat was" } else { "Te laat waren" };
    let steps = listed(steps.iter().map(String::as_str)).map(|steps| format!("{verb} {steps}."));
    let whole = missed.contains(&TermKind::Total).then(|| "In totaal duurde het langer dan de norm.".to_owned());
    sentences([steps, whole])
}

/// `a`, `a en b`, `a, b en c`.
fn listed<'w>(words: impl Iterator<Item = &'w str>) -> Option<String> {
    let words: Vec<&str> = words.collect();
    match words.split_last()? {
        (last, []) => Some((*last).to_owned()),
        (last, before) => Some(format!("{} en {last}", before.join(", "))),
    }
}

fn sentences<const N: usize>(all: [Option<String>; N]) -> Option<String> {
    let all: Vec<String> = all.into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::Day;

    const TELLING: Telling = Telling { year: 2026 };

    fn month(date: &str) -> Option<Month> {
        Some(Month::from(date.parse::<crate::calendar::Date>().expect("tests write real dates")))
    }

    fn words(words: &[&str]) -> Vec<Word> {
        words.iter().copied().map(Word::new).collect()
    }

    #[test]
    fn the_opening_says_what_is_known_and_nothing_else() {
        for (received, channel, kinds, sentence) in [
            (
                month("2026-10-05"),
                Some("e-mail"),
                &["tijdigheid"][..],
                "In oktober kwam per e-mail een klacht binnen over de tijdigheid.",
            ),
            (
                month("2025-10-05"),
                Some("brief"),
                &["kwaliteit", "bejegening"],
                "In oktober 2025 kwam per brief een klacht binnen over de kwaliteit van de dienst en bejegening.",
            ),
            (None, None, &["a", "b", "c"], "Er kwam een klacht binnen over a, b en c."),
            (None, None, &[], "Er kwam een klacht binnen."),
        ] {
            assert_eq!(TELLING.opening(received, channel.map(Word::new).as_ref(), &words(kinds)), Word::new(sentence));
        }
    }

    #[test]
    fn a_solution_another_way_out_and_what_was_late_are_told_in_that_order() {
        let ending = |reason| Ending { day: None::<Day>, reason };
        let withdrawn = ending(Some(EndReason::Withdrawn));
        let unknown = ending(None);
        for (handled, ended, missed, told) in [
            (None, None, &[][..], None),
            (
                month("2026-11-03"),
                None,
                &[TermKind::Handling][..],
                Some("In november stelden wij een oplossing voor. Te laat was de afhandeling."),
            ),
            (None, Some((month("2026-03-01"), &withdrawn)), &[], Some("In maart trok de indiener de klacht in.")),
            (None, Some((None, &unknown)), &[], Some("Daarna is de klacht beëindigd.")),
            (
                None,
                None,
                &[TermKind::Registration, TermKind::Handling, TermKind::Total],
                Some("Te laat waren de registratie en de afhandeling. In totaal duurde het langer dan de norm."),
            ),
        ] {
            assert_eq!(TELLING.outcome(handled, ended, missed), told.map(Word::new));
        }
    }

    #[test]
    fn a_measure_says_who_does_it_and_by_when_or_that_this_is_not_agreed() {
        for (who, due, state, sentence) in [
            (
                Some(Role::Employee),
                month("2026-12-01"),
                MeasureState::Open,
                "Een medewerker doet dit uiterlijk in december.",
            ),
            (
                Some(Role::Director),
                None,
                MeasureState::Open,
                "De directeur doet dit. Wanneer, is nog niet afgesproken.",
            ),
            (
                None,
                month("2027-01-09"),
                MeasureState::Open,
                "Dit gebeurt uiterlijk in januari 2027. Wie het doet, is nog niet afgesproken.",
            ),
            (None, None, MeasureState::Open, "Wie dit doet en wanneer, is nog niet afgesproken."),
            (
                Some(Role::Employee),
                month("2026-10-01"),
                MeasureState::Late,
                "Een medewerker zou dit uiterlijk in oktober doen. Het is nog niet gedaan.",
            ),
            (Some(Role::Chair), None, MeasureState::Done, "Gedaan door de voorzitter."),
        ] {
            assert_eq!(TELLING.agreed(who, due, state), Word::new(sentence));
        }
    }
}
