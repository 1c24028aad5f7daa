//! What remains of a complaint once its page is written: its line in the register, what must happen,
//! what the script searches, and what the meeting reads. In: the view of the page, whose texts move on. Out: small views.

use super::Composer;
use crate::finding::Finding;
use crate::register::UnsafeEntry;
use crate::views::{
    Attention, Complaint, Day, Heading, Index, MeasureState, MeetingComplaint, MeetingMeasure, NextTerm, People,
    ReadBy, RegisterPage, RegisterRow, SearchEntry, SearchVolume, Searchable, Word,
};

/// What front page and reports need of one complaint.
#[derive(Debug, Clone)]
pub struct Digest {
    line: RegisterRow,
    search: SearchEntry,
    attention: Vec<Attention>,
    /// What it still wants done.
    open_measures: Vec<MeetingMeasure>,
    /// What the meeting reads, where a report tells it in full.
    case: Option<Box<MeetingComplaint>>,
}

/// What the reports tell.
#[derive(Debug, Default)]
pub struct Cases {
    /// The complaints that stand on a report in full, each at its place in the order of numbers.
    pub(super) told: Vec<Option<Box<MeetingComplaint>>>,
    /// The measures of all complaints that are open or late, in order of number.
    pub(super) open_measures: Vec<MeetingMeasure>,
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
    /// What the reports tell.
    pub cases: Cases,
    /// How many complaints stand there without their texts, for nobody has read these.
    pub without_text: usize,
}

impl Composer<'_> {
    /// The pages that draw on all complaints; `digests` in order of number.
    #[must_use]
    pub fn overview(&self, digests: Vec<Digest>, left_out: &[UnsafeEntry]) -> Overview {
        let (mut lines, mut search) = (Vec::with_capacity(digests.len()), Vec::with_capacity(digests.len()));
        let (mut attention, mut cases, mut without_text) = (Vec::new(), Cases::default(), 0);
        for digest in digests {
            without_text += usize::from(digest.line.read_by == Some(ReadBy::Nobody));
            lines.push(digest.line);
            search.push(digest.search);
            attention.extend(digest.attention);
            cases.open_measures.extend(digest.open_measures);
            cases.told.push(digest.case);
        }
        let volumes = self.volumes();
        let (table, register) = self.tables(&volumes, lines);
        let index = self.index(table, attention, left_out);
        Overview { index, register, search: volumes.search(search), cases, without_text }
    }

    /// Keeps what front page and reports need of the complaint at this place, from its page.
    pub fn digest(&self, at: usize, findings: &[Finding], page: Complaint) -> Digest {
        let row = &self.rows[at];
        let next = row.next_term().map(|(step, until)| NextTerm {
            kind: step.into(),
            due: Day(until),
            standing: self.clock.standing(until, self.protocol().duration(step)),
        });
        let search = search_entry(&page);
        let attention = self.attention(at, findings, &page);
        let line = RegisterRow {
            number: page.number.clone(),
            subject: page.subject.clone(),
            read_by: page.read_by,
            people: page.people.as_ref().map(People::in_short),
            received: page.received,
            kinds: page.kinds.clone(),
            status: page.status,
            next,
            causes: page.causes.clone(),
            lead_days: row.lead_days(),
        };
        let case = self.case(at, page);
        let open_measures =
            case.measures.iter().filter(|measure| measure.state != MeasureState::Done).cloned().collect();
        let case = self.tells_in_full(at).then(|| Box::new(case));
        Digest { line, search, attention, open_measures, case }
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
