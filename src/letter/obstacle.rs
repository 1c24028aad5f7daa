//! What stands in the way of a letter. In: a record and which letter. Out: all that is missing, in Dutch, with the
//! command that fills it. No value is repeated.

use std::fmt;

use super::{Case, Kind};
use crate::calendar::{Date, dutch};
use crate::complaint::{AppealOutcome, Number, SectionKind, Status};

/// Why a letter cannot be written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub(super) number: Option<Number>,
    /// All that stands in the way.
    pub obstacles: Vec<Obstacle>,
}

/// One thing that stands in the way of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Nobody knows where to write to.
    OutOfReach,
    /// Closed, or ended in another way.
    Over(Status),
    /// A field that the letter tells is absent or wrong.
    Unclear(&'static str),
    /// Nobody handles it.
    NoHandler,
    /// No cause is given.
    NoCause,
    /// A section is absent or empty.
    NoSection(SectionKind),
    /// No solution has been offered.
    NotHandled,
    /// No appeal was lodged.
    NoAppeal,
    /// The outcome of the appeal is not given.
    NoOutcome,
    /// The appeal has not been ruled on.
    InAppeal,
    /// The complainant waits for nothing.
    NothingAwaited,
    /// No new last day is named.
    NoNewDate,
    /// The new last day has passed.
    NewDatePassed(Date),
    /// The new last day lies within the term, which ends on this day.
    NewDateInTime(Date),
}

/// Everything that stands in the way of this letter, but for the new date of a delay.
pub(super) fn of(kind: Kind, case: Case<'_>) -> Vec<Obstacle> {
    let complaint = case.complaint;
    if complaint.complainant.is_out_of_reach() {
        return vec![Obstacle::OutOfReach];
    }
    if matches!(case.status, Status::Closed | Status::Ended) {
        return vec![Obstacle::Over(case.status)];
    }
    let mut obstacles = unclear(case);
    let mut need = |holds: bool, obstacle| {
        if !holds {
            obstacles.push(obstacle);
        }
    };
    let appealed = !complaint.appeal.lodged.is_absent();
    match kind {
        Kind::Confirmation | Kind::Delay => {}
        Kind::Solution => {
            need(!complaint.handler.is_absent(), Obstacle::NoHandler);
            need(!complaint.causes.is_empty(), Obstacle::NoCause);
            for section in [SectionKind::Cause, SectionKind::Solution] {
                let written = complaint.section(section).is_some_and(|section| !section.is_empty);
                need(written, Obstacle::NoSection(section));
            }
        }
        Kind::Ruling => {
            need(appealed, Obstacle::NoAppeal);
            need(!appealed || !complaint.appeal.outcome.is_absent(), Obstacle::NoOutcome);
        }
        Kind::AfterCare => {
            need(!complaint.handled.is_absent(), Obstacle::NotHandled);
            let withdrawn = complaint.appeal.outcome.get() == Some(AppealOutcome::Withdrawn);
            need(!appealed || withdrawn || !complaint.appeal.ruling.is_absent(), Obstacle::InAppeal);
        }
    }
    obstacles
}

/// The fields that a letter leans on and that cannot be trusted.
fn unclear(case: Case<'_>) -> Vec<Obstacle> {
    let complaint = case.complaint;
    let complainant = &complaint.complainant;
    let fields = [
        ("ontvangen", complaint.received.given().is_none()),
        ("indiener.naam", complainant.name.given().is_none()),
        ("indiener.e-mail", complainant.email.is_wrong()),
        ("indiener.adres", complainant.address.is_wrong()),
        ("behandelaar", complaint.handler.is_wrong()),
        ("afgehandeld", complaint.handled.is_wrong()),
        ("beroep", complaint.appeal.lodged.is_wrong() || complaint.appeal.ruling.is_wrong()),
        ("beroep.uitkomst", complaint.appeal.outcome.is_wrong()),
    ];
    fields.into_iter().filter(|(_, unclear)| *unclear).map(|(key, _)| Obstacle::Unclear(key)).collect()
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.as_ref().map_or("NUMMER", Number::as_str);
        write!(f, "er is geen brief gemaakt over klacht {number}")?;
        self.obstacles
            .iter()
            .try_for_each(|obstacle| write!(f, "\n- {}; {}", obstacle.what(), obstacle.way_out(number)))
    }
}

impl Obstacle {
    /// What is in the way.
    fn what(self) -> String {
        let plain = match self {
            Self::OutOfReach => "niemand weet wie de indiener is of waar die te bereiken is",
            Self::NoHandler => "er is nog geen behandelaar",
            Self::NoCause => "er is nog geen oorzaak",
            Self::NotHandled => "er is nog geen oplossing voorgesteld",
            Self::NoAppeal => "er is geen beroep",
            Self::NoOutcome => "de uitkomst van het beroep ontbreekt",
            Self::InAppeal => "het beroep loopt nog",
            Self::NothingAwaited => "de indiener wacht nergens op",
            Self::NoNewDate => "er is nog geen nieuwe datum",
            Self::Over(status) => return format!("de klacht is {}", status.word()),
            Self::Unclear(key) => return format!("het veld `{key}` ontbreekt of klopt niet"),
            Self::NoSection(section) => return format!("onder het kopje `## {}` staat nog niets", section.title()),
            Self::NewDatePassed(day) => return format!("de nieuwe datum, {}, is al voorbij", dutch::long(day)),
            Self::NewDateInTime(due) => {
                return format!("de nieuwe datum ligt niet na de laatste dag van de termijn, {}", dutch::long(due));
            }
        };
        plain.to_owned()
    }

    /// What to do about it.
    fn way_out(self, number: &str) -> String {
        match self {
            Self::OutOfReach => "een brief kan dan niet, en hoeft ook niet".to_owned(),
            Self::Over(_) => {
                format!("komt de indiener erop terug, begin dan een nieuwe klacht met `vervolg-op: {number}`")
            }
            Self::Unclear(_) => "`klacht check` zegt wat er moet staan".to_owned(),
            Self::NoHandler => {
                format!("vul in wie het is: klacht set {number} behandelaar=\"Voornaam Achternaam\"")
            }
            Self::NoCause => format!("vul in welke het is, zoals: klacht set {number} oorzaak=planning"),
            Self::NoSection(_) => format!("schrijf het in het klachtbestand van {number}"),
            Self::NotHandled => format!("dat doet u met: klacht letter {number} solution"),
            Self::NoAppeal => {
                format!("ging de indiener in beroep, vul dan de dag in: klacht set {number} beroep.ingesteld=vandaag")
            }
            Self::NoOutcome => format!(
                "vul in gegrond, deels-gegrond, ongegrond of ingetrokken, zoals: klacht set {number} \
                 beroep.uitkomst=gegrond"
            ),
            Self::InAppeal => format!("eerst volgt de uitspraak: klacht letter {number} ruling"),
            Self::NothingAwaited => "de oplossing is voorgesteld en er loopt geen beroep".to_owned(),
            Self::NoNewDate => {
                format!("noem die erbij, met de reden: klacht letter {number} delay --new-date … --reason \"…\"")
            }
            Self::NewDatePassed(_) => format!("noem een latere: klacht letter {number} delay --new-date …"),
            Self::NewDateInTime(_) => "er is dan geen uitstel".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::{self, Timeline};
    use crate::letter::{Letter, NewDate};
    use crate::protocol::Protocol;
    use crate::source::{RelPath, SourceFile};

    fn obstacles(kind: Kind, fields: &str, sections: &str) -> Vec<Obstacle> {
        let text =
            format!("---\nnummer: 2026-001\nontvangen: 2026-11-02\n{fields}\n---\n## Omschrijving\nx\n{sections}");
        let file = SourceFile::new(RelPath::new("2026/2026-001.md"), text);
        let protocol = Protocol::default();
        let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
        let complaint = complaint::parse(&file, &protocol, today).expect("a complaint");
        let timeline = Timeline::of(&complaint, &protocol, today);
        let status = Status::of(&complaint);
        let case = Case {
            text: file.text(),
            complaint: &complaint,
            timeline: &timeline,
            status,
            protocol: &protocol,
            staff: None,
            today,
        };
        Letter::about(kind, case, &NewDate::default()).map_or_else(|refusal| refusal.obstacles, |_| Vec::new())
    }

    #[test]
    fn each_letter_waits_for_what_it_must_tell() {
        const WHO: &str = "indiener: {naam: Li Mei, telefoon: onbekend, e-mail: l.mei@example.nl}\n";
        const WRITTEN: &str = "## Oorzaak\nx\n## Voorgestelde oplossing\ny\n";
        let day = |day| Date::from_ymd_opt(2026, 11, day).expect("a day");
        for (kind, fields, sections, expected) in [
            (Kind::Confirmation, "", "", vec![]),
            (Kind::Confirmation, "gesloten: 2026-11-20", "", vec![Obstacle::Over(Status::Closed)]),
            (Kind::AfterCare, "beeindigd: {datum: 2026-11-09, reden: dubbel}", "", vec![Obstacle::Over(Status::Ended)]),
            (Kind::Solution, "behandelaar: A B\noorzaak: kennis", WRITTEN, vec![]),
            (
                Kind::Solution,
                "",
                "## Oorzaak\nx\n## Voorgestelde oplossing\n<!-- nog -->\n",
                vec![Obstacle::NoHandler, Obstacle::NoCause, Obstacle::NoSection(SectionKind::Solution)],
            ),
            (Kind::Ruling, "", "", vec![Obstacle::NoAppeal]),
            (Kind::Ruling, "beroep: {ingesteld: 2026-11-19}", "", vec![Obstacle::NoOutcome]),
            (Kind::Ruling, "beroep: {ingesteld: gisteren, uitkomst: gegrond}", "", vec![Obstacle::Unclear("beroep")]),
            (Kind::AfterCare, "", "", vec![Obstacle::NotHandled]),
            (Kind::AfterCare, "afgehandeld: 2026-11-10\nberoep: {ingesteld: 2026-11-12}", "", vec![Obstacle::InAppeal]),
            (
                Kind::AfterCare,
                "afgehandeld: 2026-11-10\nberoep: {ingesteld: 2026-11-12, uitkomst: ingetrokken}",
                "",
                vec![],
            ),
            (Kind::Delay, "", "", vec![Obstacle::NoNewDate]),
            (Kind::Delay, "afgehandeld: 2026-11-10", "", vec![Obstacle::NothingAwaited]),
            (
                Kind::Delay,
                "overschrijdingen: {termijn: afhandeling, reden: ziekte, nieuwe-datum: 2026-11-20}",
                "",
                vec![Obstacle::NewDatePassed(day(20))],
            ),
            (
                Kind::Delay,
                "overschrijdingen: [{termijn: uitspraak, nieuwe-datum: 2026-12-30}, {termijn: afhandeling, nieuwe-datum: \
                 2026-12-01}]",
                "",
                vec![],
            ),
        ] {
            assert_eq!(obstacles(kind, &format!("{WHO}{fields}"), sections), expected, "{kind:?}: {fields}");
        }
        let unknown = "indiener: {naam: anoniem, telefoon: onbekend}";
        assert_eq!(obstacles(Kind::Confirmation, unknown, ""), [Obstacle::OutOfReach]);
        let no_name = "indiener: {telefoon: onbekend, e-mail: fout}";
        let expected = [Obstacle::Unclear("indiener.naam"), Obstacle::Unclear("indiener.e-mail")];
        assert_eq!(obstacles(Kind::Confirmation, no_name, ""), expected);
    }
}
