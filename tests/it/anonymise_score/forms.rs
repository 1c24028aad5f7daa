//! Surface forms of names. In: an annotated text and the span of a name in it. Out: how the name is written there,
//! one form each: the first in [`Form`] that fits.

use std::collections::HashSet;
use std::ops::Range;

use super::words::{is_particle, words};
use crate::annotated::Sample;

/// How a name is written. Forms that say how come before those that say which part of the name is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `Jan de↵Vries`
    OverLineBreak,
    /// `**Jan** de Vries`
    WithinMarkdown,
    /// `J.P.`, `J. de V.`
    InitialsAlone,
    /// `JAN DE VRIES`
    Capitals,
    /// `jan de vries`
    SmallLetters,
    /// `Jans`, `De Vries'`
    Genitive,
    /// `De Vries, Jan`
    SurnameFirst,
    /// `Jan-Pieter`, `De Vries-Haan`
    Hyphenated,
    /// `J. de Vries`
    InitialsWithSurname,
    /// `Jan de V.`
    GivenNameWithInitial,
    /// `Jan de Vries`
    FullName,
    /// `Jan`
    GivenNameAlone,
    /// `De Vries`, `Vries`
    SurnameAlone,
}

impl Form {
    /// Its row in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::OverLineBreak => "over a line break",
            Self::WithinMarkdown => "within Markdown signs",
            Self::InitialsAlone => "initials alone",
            Self::Capitals => "all capitals",
            Self::SmallLetters => "small letters",
            Self::Genitive => "genitive",
            Self::SurnameFirst => "surname first",
            Self::Hyphenated => "hyphenated",
            Self::InitialsWithSurname => "initials with surname",
            Self::GivenNameWithInitial => "given name with initial",
            Self::FullName => "full name",
            Self::GivenNameAlone => "given name alone",
            Self::SurnameAlone => "surname alone",
        }
    }
}

/// What a word is in a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Particle,
    Initial,
    Word,
}

/// Tells the forms of the names in one text.
pub struct FormReader<'s> {
    text: &'s str,
    /// The words, in small letters, of each name of several words in the record or the text; given name first.
    full_names: Vec<Vec<String>>,
    /// All words of names, in small letters.
    words: HashSet<String>,
    given_names: &'s HashSet<String>,
}

impl<'s> FormReader<'s> {
    /// For the names of a text; `given_names` are in small letters.
    pub fn new(sample: &'s Sample, given_names: &'s HashSet<String>) -> Self {
        let text = sample.file.text();
        let spans = sample.spans.iter().filter(|(kind, _)| kind.ends_with("known-person"));
        let names = spans.map(|(_, span)| &text[span.clone()]).chain(sample.names.iter().map(String::as_str));
        let names: Vec<_> = names.map(|name| (name.contains(','), small_words(name))).collect();
        let words = names.iter().flat_map(|(_, words)| words).cloned().collect();
        let in_full = |words: &[String]| words.len() > 1 && words.iter().all(|word| word.chars().count() > 1);
        let full_names = names.into_iter().filter(|(inverted, words)| !inverted && in_full(words));
        Self { text, full_names: full_names.map(|(_, words)| words).collect(), words, given_names }
    }

    /// The form of the name in `span`.
    pub fn form(&self, span: &Range<usize>) -> Form {
        let name = &self.text[span.clone()];
        if name.contains('\n') || name.contains("<br>") {
            return Form::OverLineBreak;
        }
        if self.has_markdown(span) {
            return Form::WithinMarkdown;
        }
        let parts = self.parts(span);
        if !parts.contains(&Part::Word) && parts.contains(&Part::Initial) {
            return Form::InitialsAlone;
        }
        if !name.chars().any(char::is_lowercase) {
            return Form::Capitals;
        }
        if !name.chars().any(char::is_uppercase) {
            return Form::SmallLetters;
        }
        if self.is_genitive(name) {
            return Form::Genitive;
        }
        if name.contains([',', '(']) {
            return Form::SurnameFirst;
        }
        if name.contains('-') {
            return Form::Hyphenated;
        }
        self.form_by_parts(name, &parts)
    }

    /// Which parts of a name are there, where nothing stands out in how it is written.
    fn form_by_parts(&self, name: &str, parts: &[Part]) -> Form {
        let name = small_words(name);
        match (parts.first(), parts.last()) {
            (Some(Part::Initial), _) => return Form::InitialsWithSurname,
            (_, Some(Part::Initial)) if self.is_given_name(&name[..1]) => return Form::GivenNameWithInitial,
            (_, Some(Part::Initial)) => return Form::SurnameFirst,
            _ => {}
        }
        let starts_with_particle = parts.first() == Some(&Part::Particle);
        if starts_with_particle || self.ends_a_full_name(&name) {
            Form::SurnameAlone
        } else if self.is_given_name(&name) {
            Form::GivenNameAlone
        } else if name.len() > 1 {
            Form::FullName
        } else {
            Form::SurnameAlone
        }
    }

    fn ends_a_full_name(&self, name: &[String]) -> bool {
        self.full_names.iter().any(|full| full.len() > name.len() && full.ends_with(name))
    }

    fn is_given_name(&self, name: &[String]) -> bool {
        let begins = |full: &Vec<String>| full.len() > name.len() && full.starts_with(name);
        self.full_names.iter().any(begins) || matches!(name, [word] if self.given_names.contains(word))
    }

    fn has_markdown(&self, span: &Range<usize>) -> bool {
        const SIGNS: [char; 4] = ['*', '_', '`', '~'];
        self.text[span.clone()].contains(SIGNS)
            || self.text[..span.start].ends_with(SIGNS)
            || self.text[span.end..].starts_with(SIGNS)
            || self.text[span.end..].starts_with("](")
    }

    /// With an apostrophe, or an s more than a name that stands elsewhere.
    fn is_genitive(&self, name: &str) -> bool {
        if name.ends_with("'s") || name.ends_with("’s") || name.ends_with(['\'', '’']) {
            return true;
        }
        let Some(last) = small_words(name).pop() else { return false };
        let in_full_name = self.full_names.iter().any(|full| full.contains(&last));
        !in_full_name && last.strip_suffix('s').is_some_and(|stem| self.words.contains(stem))
    }

    fn parts(&self, span: &Range<usize>) -> Vec<Part> {
        let words = words(self.text, span.clone());
        let alone = words.len() == 1;
        words.iter().map(|word| self.part(word, span.end, alone)).collect()
    }

    /// `name_end`: a full stop after it is that of the sentence.
    fn part(&self, span: &Range<usize>, name_end: usize, alone: bool) -> Part {
        const APOSTROPHES: [char; 2] = ['\'', '’'];
        let word = &self.text[span.clone()];
        let after = &self.text[span.end..];
        let letters = word.chars().count();
        let beside_apostrophe = self.text[..span.start].ends_with(APOSTROPHES) || after.starts_with(APOSTROPHES);
        let capitals = word.chars().all(char::is_uppercase);
        let short_form =
            letters <= 2 && span.end < name_end && after.starts_with('.') && word.starts_with(char::is_uppercase);
        if is_particle(word) || letters == 1 && (beside_apostrophe || !capitals) {
            Part::Particle
        } else if letters == 1 || short_form || alone && capitals && letters <= 3 && !self.words_know(word) {
            Part::Initial
        } else {
            Part::Word
        }
    }

    /// Whether three capitals are a short name: `BAS`.
    fn words_know(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.given_names.contains(&word) || self.full_names.iter().any(|full| full.contains(&word))
    }
}

fn small_words(name: &str) -> Vec<String> {
    words(name, 0..name.len()).into_iter().map(|word| name[word].to_lowercase()).collect()
}
