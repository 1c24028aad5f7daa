//! The protocol in plain words. In: the protocol as configured. Out: its view.

use super::Composer;
use crate::calendar::dutch;
use crate::protocol::{self, Step};
use crate::views::{Protocol, ProtocolTerm, RetentionFrom, RulingFrom, TermPicture, Word};

impl Composer<'_> {
    /// The page of the protocol.
    #[must_use]
    pub fn protocol_page(&self) -> Protocol {
        let own = self.protocol();
        let term = |step: Step| ProtocolTerm {
            kind: step.into(),
            length: own.duration(step).into(),
            article: Some(Word::new(step.article())),
        };
        let words = |list: &[String]| list.iter().map(|word| Word::new(word.as_str())).collect();
        let ruling_from = match own.ruling_from {
            protocol::RulingFrom::EndOfTermTwo => RulingFrom::EndOfHandlingTerm,
            protocol::RulingFrom::Handling => RulingFrom::Solution,
            protocol::RulingFrom::Appeal => RulingFrom::Appeal,
        };
        let length = |step: Step| own.duration(step).into();
        Protocol {
            picture: TermPicture::of(
                length(Step::Confirmation),
                length(Step::Handling),
                length(Step::Ruling),
                ruling_from,
            ),
            confirmation: term(Step::Confirmation),
            registration: term(Step::Registration),
            handling: term(Step::Handling),
            ruling: term(Step::Ruling),
            ruling_from,
            total: term(Step::Total),
            warning: own.warn_ahead.into(),
            retention: own.retention.into(),
            retention_from: match own.retain_from {
                protocol::RetainFrom::Closed => RetentionFrom::Closed,
                protocol::RetainFrom::Received => RetentionFrom::Received,
            },
            after_care: own.after_care.into(),
            discussion: own.team_meeting.into(),
            moves_to_working_day: own.calendar.settings().roll_to_working_day,
            extra_days_off: extra_days_off(own),
            kinds: words(&own.kinds),
            causes: words(&own.causes),
            channels: words(&own.channels),
        }
    }
}

fn extra_days_off(own: &protocol::Protocol) -> Vec<Word> {
    let settings = own.calendar.settings();
    let good_friday = settings.good_friday.then(|| Word::new("Goede Vrijdag"));
    let days = settings.extra_days_off.iter().map(|&day| Word::new(dutch::short(day)));
    good_friday.into_iter().chain(days).collect()
}
