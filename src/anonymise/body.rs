//! The body of a complaint as events of Markdown. In: a complaint and its file. Out: the events of each
//! part of it.

use crate::complaint::Complaint;
use crate::markdown::{PlacedEvent, events};
use crate::source::Span;

/// A body and its events.
#[derive(Debug)]
pub(super) struct Body<'a> {
    /// The whole text of the file.
    pub(super) text: &'a str,
    /// Where the body lies in it.
    pub(super) span: Span,
    pub(super) events: Vec<PlacedEvent<'a>>,
    /// For each event, up to where the text has been read when it comes.
    reached: Vec<usize>,
}

impl<'a> Body<'a> {
    pub(super) fn of(text: &'a str, complaint: &Complaint) -> Self {
        let span = complaint.halves.body;
        let events = events(text, span);
        let reached = positions(&events);
        Self { text, span, events, reached }
    }

    /// The events of a part, such as the content of a section.
    pub(super) fn events_of(&self, content: Span) -> impl Iterator<Item = &PlacedEvent<'a>> {
        let first = self.reached.partition_point(|reached| *reached < content.start);
        let end = self.reached.partition_point(|reached| *reached <= content.end);
        self.events[first..end].iter().filter(move |(_, span)| content.start <= span.start && span.end <= content.end)
    }
}

/// How far the text has been read when each event comes: never less than for the one before.
fn positions(events: &[PlacedEvent<'_>]) -> Vec<usize> {
    let mut reached = 0;
    let position = |(event, span): &PlacedEvent<'_>| {
        let ends = matches!(event, pulldown_cmark::Event::End(_));
        reached = reached.max(if ends { span.end } else { span.start });
        reached
    };
    events.iter().map(position).collect()
}
