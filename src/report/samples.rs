//! Findings and a complaint for the tests of all formats.

use crate::calendar::Date;
use crate::finding::{Code, Finding, Label, Severity};
use crate::source::{LineCol, Place, RelPath, SourceFile, Span};

/// A complaint whose every personal value is hidden in what is quoted.
pub const COMPLAINT: &str = "---
nummer: 2026-014               # bij Fatima thuis
ontvangen: 2026-11-02
kanaal: e-mail
betreft: [tijdigheid, aard]
onderwerp: Brief van Fatima
indiener: {naam: Fatima el Amrani, telefoon: 06 12 34 56 7}
ontvanger: \"Jan de Vries\"
behandelaar:
afgehandled: 2026-11-20
contact: 06 12 34 56 78
afgehandeld: 2026-11-20
nazorg:
  datum: 2026-12-14
  tevreden: Fatima
Fatima: ja
---

## Omschrijving
Fatima belde.
";

/// Its file.
pub fn complaint() -> SourceFile {
    SourceFile::new(RelPath::new("2026/2026-014.md"), COMPLAINT.to_owned())
}

/// A finding at line 12, column 14 of a complaint.
pub fn finding(code: u16) -> Finding {
    let at = |column| LineCol { line: 12, column };
    Finding {
        code: Code::new(code),
        rule: "handling-term",
        severity: Severity::Error,
        message: "de oplossing kwam te laat".to_owned(),
        help: None,
        file: RelPath::new("2026/2026-014.md"),
        shown_as: None,
        place: Place { start: at(14), end: at(24) },
        span: Span::new(0, 0),
        labels: Vec::new(),
        number: Some("2026-014".to_owned()),
        due: None,
    }
}

/// A finding about this part of a file.
pub fn finding_at(file: &SourceFile, code: u16, span: Span) -> Finding {
    Finding { file: file.path().clone(), place: file.place(span), span, ..finding(code) }
}

/// Where these words stand first in a file.
pub fn span_of(file: &SourceFile, words: &str) -> Span {
    let start = file.text().find(words).expect("the words stand in the file");
    Span::new(start, start + words.len())
}

/// A listing with every severity, out of order.
pub fn listing() -> Vec<Finding> {
    let file = complaint();
    let handled = span_of(&file, "2026-11-20\nnazorg");
    let handled = Span::new(handled.start, handled.start + 10);
    let late = Finding {
        message: "de oplossing kwam vier dagen te laat: 100% zeker".to_owned(),
        help: Some("verantwoord het onder `overschrijdingen`,\nof herstel de datum".to_owned()),
        labels: vec![Label { span: span_of(&file, "2026-11-02"), text: "de termijn loopt vanaf hier".to_owned() }],
        due: Date::from_ymd_opt(2026, 11, 16),
        ..finding_at(&file, 103, handled)
    };
    let phone = Finding {
        rule: "wrong-value",
        message: "dit is geen telefoonnummer".to_owned(),
        ..finding_at(&file, 4, span_of(&file, "06 12 34 56 7"))
    };
    let group = Finding {
        rule: "after-care",
        severity: Severity::Warning,
        message: "de nazorg is niet af".to_owned(),
        ..finding_at(&file, 204, span_of(&file, "datum: 2026-12-14\n  tevreden: Fatima"))
    };
    let note = Finding {
        rule: "not-a-complaint",
        severity: Severity::Note,
        message: "hierover is niets bekend".to_owned(),
        file: RelPath::new("2025/2025-001.md"),
        place: Place::START,
        number: None,
        ..finding(106)
    };
    vec![group, late, phone, note]
}
