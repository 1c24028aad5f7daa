//! The protocol, with the terms of the office for which klacht was made.

use super::*;

pub(in crate::render) fn protocol() -> Protocol {
    let term = |kind, count, unit, article: &str| ProtocolTerm {
        kind,
        length: Length { count, unit },
        article: Some(Word::new(article)),
    };
    let weeks = |count| Length { count, unit: Unit::Weeks };
    Protocol {
        picture: TermPicture::of(Length::working_days(2), weeks(2), weeks(4), RulingFrom::EndOfHandlingTerm),
        confirmation: term(TermKind::Confirmation, 2, Unit::WorkingDays, "§2, termijn één"),
        registration: term(TermKind::Registration, 2, Unit::WorkingDays, "§2, termijn één"),
        handling: term(TermKind::Handling, 2, Unit::Weeks, "§2, termijn twee"),
        ruling: term(TermKind::Ruling, 4, Unit::Weeks, "§2, termijn drie"),
        ruling_from: RulingFrom::EndOfHandlingTerm,
        total: ProtocolTerm { article: None, ..term(TermKind::Total, 4, Unit::Weeks, "") },
        warning: Length::working_days(3),
        retention: Length { count: 2, unit: Unit::Years },
        retention_from: RetentionFrom::Closed,
        after_care: Length { count: 4, unit: Unit::Weeks },
        discussion: Length { count: 3, unit: Unit::Months },
        moves_to_working_day: false,
        extra_days_off: words(&["28 december 2026"]),
        kinds: words(&["aard", "kwaliteit", "tijdigheid", "wijze"]),
        causes: words(&["planning", "communicatie", "kennis", "werkproces", "systeem", "extern", "overig"]),
        channels: words(&["e-mail", "brief"]),
    }
}
