//! The page of one complaint. In: its record, row, findings and masked texts. Out: its view.

use super::reckoning::{length, reckoning};
use super::words::{causes, kinds};
use super::{Composer, Texts};
use crate::calendar::Date;
use crate::complaint::{self, BodySection, TermOutcome};
use crate::finding;
use crate::personal::Personal;
use crate::protocol;
use crate::views::{
    AfterCare, Appeal, Code, Complaint, Day, Ending, Event, EventKind, Finding, Follows, Heading, Length, Measure,
    MeasureState, MissedTerm, Number, Role, Section, Term, TermState, Text, Timeline, Who, Word,
};
use crate::yaml::Field;

/// The heading over what stands before the first one.
pub const PREAMBLE: &str = "Vooraf";

/// What the page of a complaint tells of other complaints.
#[derive(Debug, PartialEq, Eq)]
pub struct Links {
    previous: Option<Number>,
    next: Option<Number>,
    follows: Option<Follows>,
}

impl Composer<'_> {
    /// The page of the complaint at this place in the order of numbers.
    pub fn complaint(&self, at: usize, findings: &[finding::Finding], texts: &impl Texts) -> Complaint {
        let (row, record) = (&self.rows[at], self.records[at]);
        let own = &record.complaint;
        let Links { previous, next, follows } = self.links(at);
        let terms: Vec<Term> = record.timeline.terms().iter().map(|term| self.term(term)).collect();
        let events = events(own);
        let today = row.status.is_open().then_some(Day(self.clock.today));
        Complaint {
            number: Number::from(&row.number),
            subject: texts.subject(),
            status: row.status.into(),
            received: row.received.map(Day),
            channel: own.channel.given().map(Word::new),
            kinds: kinds(self.protocol(), &row.kinds),
            causes: causes(self.protocol(), &row.causes),
            handler: own.handler.given().map(|name| self.handler(name, texts)),
            people: texts.people(),
            handled: row.handled.map(Day),
            lead_time: row.lead_days().map(Length::days),
            follows,
            next_step: self.next_step(at, findings),
            timeline: Timeline::of(&terms, &events, today),
            terms,
            events,
            sections: sections(own, texts),
            measures: self.measures(own, texts),
            appeal: appeal(own),
            after_care: after_care(own),
            ending: ending(own),
            missed_terms: missed_terms(own, texts),
            attachments: texts.attachments(&self.register.names_of_attachments(record)),
            findings: findings.iter().map(view_of).collect(),
            read_by: texts.read_by(),
            previous,
            next,
        }
    }

    /// What the page of the complaint at this place tells of other complaints.
    #[must_use]
    pub fn links(&self, at: usize) -> Links {
        let number = |at: Option<usize>| at.and_then(|at| self.rows.get(at)).map(|row| Number::from(&row.number));
        Links {
            previous: number(at.checked_sub(1)),
            next: number(at.checked_add(1)),
            follows: self.records[at].complaint.follows.given().map(|number| self.follows(number)),
        }
    }

    /// Of a handler the team may know that it is the director, for the protocol asks (§4); of nobody else.
    fn handler(&self, name: &Personal, texts: &impl Texts) -> Who {
        let is_director = || {
            let member = self.register.staff().and_then(|staff| staff.find(name));
            member.is_some_and(|member| member.role == protocol::Role::Director)
        };
        let role = || Who::Role(if is_director() { Role::Director } else { Role::Employee });
        texts.name(name).map_or_else(role, Who::Person)
    }

    fn follows(&self, number: &complaint::Number) -> Follows {
        let has_page = self.rows.binary_search_by(|row| row.number.cmp(number)).is_ok();
        Follows { number: number.into(), has_page }
    }

    fn term(&self, term: &complaint::TermState) -> Term {
        let due = term.deadline.due;
        let (done, state) = match term.outcome {
            TermOutcome::Met(day) => (Some(day), TermState::Met),
            TermOutcome::Missed(Some(day)) => {
                (Some(day), TermState::Missed(length(&self.protocol().calendar, term.deadline.duration, due, day)))
            }
            TermOutcome::Missed(None) | TermOutcome::Open => {
                (None, TermState::Open(self.clock.standing(due, term.deadline.duration)))
            }
            TermOutcome::Unknown => (None, TermState::Unknown),
        };
        Term {
            kind: term.step.into(),
            start: Day(term.deadline.start),
            due: Day(due),
            done: done.map(Day),
            state,
            reckoning: reckoning(&term.deadline),
            article: Some(Word::new(term.step.article())),
        }
    }

    fn measures(&self, own: &complaint::Complaint, texts: &impl Texts) -> Vec<Measure> {
        let measures = own.measures.given().zip(texts.measures());
        measures.map(|(own, what)| self.measure(own, what, texts)).collect()
    }

    fn measure(&self, measure: &complaint::Measure, what: Option<Text>, texts: &impl Texts) -> Measure {
        let state = match measure.by.get() {
            _ if !measure.done.is_absent() => MeasureState::Done,
            Some(by) if by < self.clock.today => MeasureState::Late,
            _ => MeasureState::Open,
        };
        Measure {
            what,
            who: measure.who.given().map(|who| in_charge(who, texts)),
            due: day(&measure.by),
            done: day(&measure.done),
            state,
        }
    }
}

/// A function that the record itself names stays; for the team a person becomes an employee.
fn in_charge(who: &Personal, texts: &impl Texts) -> Who {
    match protocol::Role::from_word(who.reveal()) {
        Some(role) => Who::Role(role.into()),
        None => texts.name(who).map_or(Who::Role(Role::Employee), Who::Person),
    }
}

pub(super) fn day(field: &Field<Date>) -> Option<Day> {
    field.get().map(Day)
}

/// Everything that happened, in order of days.
fn events(own: &complaint::Complaint) -> Vec<Event> {
    let single = [
        (EventKind::Received, &own.received),
        (EventKind::Registered, &own.registered),
        (EventKind::Confirmed, &own.confirmed),
        (EventKind::Contact, &own.contact),
        (EventKind::SolutionOffered, &own.handled),
        (EventKind::DirectorInformed, &own.director_informed),
        (EventKind::AppealLodged, &own.appeal.lodged),
        (EventKind::Ruled, &own.appeal.ruling),
        (EventKind::Discussed, &own.discussed),
        (EventKind::AfterCare, &own.after_care.date),
        (EventKind::Closed, &own.closed),
        (EventKind::Ended, &own.ended.date),
    ];
    let measures = own.measures.given().map(|measure| (EventKind::MeasureDone, &measure.done));
    let delays = own.overruns.given().map(|overrun| (EventKind::DelayTold, &overrun.reported));
    let all = single.into_iter().chain(measures).chain(delays);
    let mut events: Vec<_> = all.filter_map(|(kind, field)| day(field).map(|day| Event { day, kind })).collect();
    events.sort_by_key(|event| event.day);
    events
}

/// All of the body that may be read: nothing that was written is left out for its heading.
fn sections(own: &complaint::Complaint, texts: &impl Texts) -> Vec<Section> {
    let section = |heading, content, kind| {
        Some(Section { heading, body: texts.section(content)?, plain: texts.section_text(content)?, kind })
    };
    let preamble = own.preamble.and_then(|part| section(Heading::Known(Word::new(PREAMBLE)), part, None));
    let written = own
        .sections
        .iter()
        .filter(|section| !section.is_empty)
        .filter_map(|own| section(heading(own, texts)?, own.content, own.kind));
    preamble.into_iter().chain(written).collect()
}

fn heading(section: &BodySection, texts: &impl Texts) -> Option<Heading> {
    match section.kind {
        Some(kind) => Some(Heading::Known(Word::new(kind.title()))),
        None => texts.section_text(section.heading).map(Heading::Written),
    }
}

fn appeal(own: &complaint::Complaint) -> Option<Appeal> {
    let appeal = &own.appeal;
    (!appeal.group.is_absent()).then(|| Appeal {
        lodged: day(&appeal.lodged),
        ruled: day(&appeal.ruling),
        outcome: appeal.outcome.get().map(Into::into),
    })
}

fn after_care(own: &complaint::Complaint) -> Option<AfterCare> {
    let after_care = &own.after_care;
    (!after_care.group.is_absent())
        .then(|| AfterCare { day: day(&after_care.date), satisfaction: after_care.satisfied.get().map(Into::into) })
}

fn ending(own: &complaint::Complaint) -> Option<Ending> {
    own.has_ended().then(|| Ending { day: day(&own.ended.date), reason: own.ended.reason.get().map(Into::into) })
}

fn missed_terms(own: &complaint::Complaint, texts: &impl Texts) -> Vec<MissedTerm> {
    let overruns = own.overruns.given().zip(texts.reasons());
    let missed = overruns.map(|(overrun, reason)| MissedTerm {
        kind: overrun.step.get().map(Into::into),
        reason,
        told: day(&overrun.reported),
        new_date: day(&overrun.new_date),
    });
    missed.collect()
}

fn view_of(finding: &finding::Finding) -> Finding {
    Finding {
        code: Code(finding.code),
        severity: finding.severity.into(),
        message: Word::new(quoted(&finding.message)),
        help: finding.help.as_deref().map(|help| Word::new(quoted(help))),
    }
}

/// The same sentence with quotation marks where a terminal shows backticks.
fn quoted(sentence: &str) -> String {
    let mut opens = false;
    let mark = |sign| match sign {
        '`' => {
            opens = !opens;
            if opens { '‘' } else { '’' }
        }
        sign => sign,
    };
    sentence.chars().map(mark).collect()
}
