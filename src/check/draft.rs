//! A finding in the making: what a rule says, before it is known which file and line that is.

use crate::calendar::Date;
use crate::finding::{Finding, Label, Severity};
use crate::source::{Place, SourceFile, Span};

use super::Rule;

/// What a rule has to say about one place.
pub(super) struct Draft {
    severity: Severity,
    span: Span,
    place: Option<Place>,
    message: String,
    help: Option<String>,
    labels: Vec<Label>,
    due: Option<Date>,
}

impl Draft {
    pub(super) fn new(severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self { severity, span, place: None, message: message.into(), help: None, labels: Vec::new(), due: None }
    }

    pub(super) fn error(span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, span, message)
    }

    pub(super) fn warning(span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, span, message)
    }

    /// How to mend it.
    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Another place that explains it.
    pub(super) fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// The last day of the term that it is about.
    pub(super) fn due(self, due: Date) -> Self {
        Self { due: Some(due), ..self }
    }

    /// A place in a file whose text could not be kept.
    pub(super) fn place(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    pub(super) fn finish(self, rule: &Rule, file: &SourceFile, number: Option<String>) -> Finding {
        Finding {
            code: rule.code,
            rule: rule.name,
            severity: self.severity,
            message: self.message,
            help: self.help,
            file: file.path().clone(),
            shown_as: None,
            place: self.place.unwrap_or_else(|| file.place(self.span)),
            span: self.span,
            labels: self.labels,
            number,
            due: self.due,
        }
    }
}
