//! What remains of a complaint once its page is written: its line in the register, what must happen,
//! and what the meeting reads. In: the view of the page, whose texts move on. Out: small views.

use super::Team;
use crate::complaint::SectionKind;
use crate::finding::Finding;
use crate::register::UnsafeEntry;
use crate::views::{
    Attention, Complaint, Day, Heading, Html, Index, Measure, Meeting, MeetingComplaint, MeetingMeasure, Month,
    NextTerm, Number, People, RegisterPage, RegisterRow, SearchEntry, SearchVolume, Searchable, Section, Standing,
    TermState, Word,
};

/// What front page and reports need of one complaint.
#[derive(Debug)]
pub struct Digest {
    line: RegisterRow,
    search: SearchEntry,
    attention: Vec<Attention>,
    /// What the meeting reads.
    case: MeetingComplaint,
}

/// The pages that draw on all complaints, and what the script searches.
#[derive(Debug)]
pub struct Overview {
    /// The front page.
    pub index: Index,
    /// The pages of volumes that are not on it.
    pub register: Vec<RegisterPage>,
    /// What the script searches, a volume at a time.
    pub search: Vec<SearchVolume>,
    /// The reports, the oldest first.
    pub meetings: Vec<Meeting>,
}

impl Team<'_> {
    /// The pages that draw on all complaints; `digests` in order of number.
    #[must_use]
    pub fn overview(&self, digests: Vec<Digest>, left_out: &[UnsafeEntry]) -> Overview {
        let (mut lines, mut search) = (Vec::with_capacity(digests.len()), Vec::with_capacity(digests.len()));
        let (mut attention, mut cases) = (Vec::new(), Vec::with_capacity(digests.len()));
        for digest in digests {
            lines.push(digest.line);
            search.push(digest.search);
            attention.extend(digest.attention);
            cases.push(digest.case);
        }
        let volumes = self.volumes();
        let (table, register) = self.tables(&volumes, lines);
        Overview {
            index: self.index(table, attention, left_out),
            register,
            search: volumes.search(search),
            meetings: self.meetings(cases),
        }
    }

    /// Keeps what front page and reports need of the complaint at this place, from its page.
    pub fn digest(&self, at: usize, findings: &[Finding], page: Complaint) -> Digest {
        let row = &self.rows[at];
        let next = row.next_term().map(|(step, until)| NextTerm {
            kind: step.into(),
            due: Day(until),
            standing: self.clock.standing(until, self.protocol().duration(step)),
        });
        Digest {
            search: search_entry(&page),
            attention: self.attention(at, findings, &page),
            line: RegisterRow {
                number: page.number.clone(),
                subject: page.subject.clone(),
                people: page.people.as_ref().map(People::in_short),
                received: page.received,
                kinds: page.kinds.clone(),
                status: page.status,
                next,
                causes: page.causes.clone(),
                lead_days: row.lead_days(),
            },
            case: MeetingComplaint {
                handled: row.handled.map(Month::from),
                ended: row.ended.map(Month::from),
                discussed: row.discussed.map(Month::from),
                ..case(page)
            },
        }
    }
}

/// What the page shows, to search in.
fn search_entry(page: &Complaint) -> SearchEntry {
    let sections = page.sections.iter().flat_map(|section| {
        let heading = match &section.heading {
            Heading::Written(heading) => Some(heading),
            Heading::Known(_) => None,
        };
        heading.into_iter().chain([&section.plain])
    });
    let measures = page.measures.iter().filter_map(|measure| measure.what.as_ref());
    let reasons = page.missed_terms.iter().filter_map(|missed| missed.reason.as_ref());
    let people = page.people.iter().flat_map(People::texts);
    SearchEntry {
        number: page.number.clone(),
        received: page.received,
        status: Word::new(page.status.word()),
        kinds: page.kinds.clone(),
        causes: page.causes.clone(),
        text: Searchable::of(page.subject.iter().chain(sections).chain(measures).chain(reasons).chain(people)),
    }
}

/// The page as the meeting reads it: it moves, for the texts are most of a register.
fn case(page: Complaint) -> MeetingComplaint {
    let number = page.number;
    let missed = page.terms.iter().filter(|term| is_missed(term.state)).map(|term| term.kind).collect();
    let measures = page.measures.into_iter().map(|measure| meeting_measure(&number, measure)).collect();
    let mut sections = page.sections;
    let mut take = |kind| take(&mut sections, kind);
    let (summary, description) = (take(SectionKind::Summary), take(SectionKind::Description));
    MeetingComplaint {
        subject: page.subject,
        people: page.people.as_ref().map(People::in_short),
        status: page.status,
        kinds: page.kinds,
        causes: page.causes,
        received: page.received.map(|day| Month::from(day.0)),
        handled: None,
        ended: None,
        discussed: None,
        missed,
        read_by: page.read_by,
        story: summary.or(description),
        cause: take(SectionKind::Cause),
        solution: take(SectionKind::Solution),
        lessons: take(SectionKind::Lessons),
        measures,
        appealed: page.appeal.is_some(),
        outcome: page.appeal.and_then(|appeal| appeal.outcome),
        satisfaction: page.after_care.and_then(|after_care| after_care.satisfaction),
        number,
    }
}

fn is_missed(state: TermState) -> bool {
    matches!(state, TermState::Missed(_) | TermState::Open(Standing::Late(_)))
}

/// The text of the first section of this kind.
fn take(sections: &mut Vec<Section>, kind: SectionKind) -> Option<Html> {
    let at = sections.iter().position(|section| section.kind == Some(kind))?;
    Some(sections.swap_remove(at).body)
}

fn meeting_measure(number: &Number, measure: Measure) -> MeetingMeasure {
    MeetingMeasure {
        number: number.clone(),
        what: measure.what,
        who: measure.who,
        due: measure.due.map(|day| Month::from(day.0)),
        state: measure.state,
    }
}
