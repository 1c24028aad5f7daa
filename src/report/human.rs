//! Findings for a person. In: findings and the files that they are about. Out: text like that of a
//! compiler, in Dutch: what is wrong, where, the line with hidden personal data, and how to mend it.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};
use rayon::prelude::*;

use super::quote::{HIDDEN, QuotedLine, Quotes};
use super::totals::totals;
use super::{path_from, printable, sorted};
use crate::finding::{Code, Finding, Label, Severity};
use crate::protocol::Protocol;
use crate::source::{RelPath, SourceFile, Span};

/// The rule of which the very value that it points to must not be told, whatever its form: a choice that is someone's name.
const UNQUOTED: Code = Code::new(302);

/// A label farther from the finding than this is told in words, in lines.
const FARTHEST_LABEL: usize = 60;

/// Whether the text has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With the signs that colour a terminal.
    Coloured,
}

/// How a person is told about findings.
#[derive(Clone, Copy, Debug)]
pub struct Human<'a> {
    /// With or without colours.
    pub style: Style,
    /// The width of the terminal in columns, where it is known.
    pub width: Option<usize>,
    /// The folder of the register as it was given, so that the paths can be followed.
    pub register: &'a str,
    /// The protocol of the register: its choices are no personal data.
    pub protocol: &'a Protocol,
}

/// How much was checked.
#[derive(Clone, Copy, Debug)]
pub struct Checked {
    /// How many complaints were checked.
    pub complaints: usize,
    /// How many complaints the register has.
    pub all: usize,
}

/// Tells a person about all findings of a check, as [`excerpts`] does; the last line has the totals.
pub fn human<'f>(
    findings: &[Finding],
    files: impl Fn(&RelPath) -> Option<&'f SourceFile> + Sync,
    options: &Human<'_>,
    checked: Checked,
) -> String {
    format!("{}{}\n", excerpts(findings, files, options), totals(findings, checked))
}

/// Tells a person about findings, sorted, each with an empty line below it. `files` gives the file of a path; a finding
/// whose file it lacks is told without a quoted line.
pub fn excerpts<'f>(
    findings: &[Finding],
    files: impl Fn(&RelPath) -> Option<&'f SourceFile> + Sync,
    options: &Human<'_>,
) -> String {
    let renderer = match options.style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = options.width.map_or(renderer.clone(), |width| renderer.term_width(width));
    let sorted = sorted(findings);
    let of_files: Vec<_> = sorted.chunk_by(|a, b| a.file == b.file).collect();
    let told = |of_file: &&[&Finding]| {
        let file = files(&of_file[0].file);
        let source = file.map(|file| Source { file, quotes: Quotes::of(file, options.protocol) });
        let mut text = String::new();
        for finding in *of_file {
            let path = path_from(options.register, finding.shown_file());
            let groups = groups(finding, path, source.as_ref());
            let told = renderer.render(&groups);
            let mut lines: Vec<_> = told.lines().collect();
            // Each group opens with an empty gutter; below a place that stands alone that makes two.
            lines.dedup_by(|line, above| line == above && line.contains('|'));
            text.push_str(&lines.join("\n"));
            text.push_str("\n\n");
        }
        text
    };
    of_files.par_iter().map(told).collect()
}

struct Source<'f> {
    file: &'f SourceFile,
    quotes: Quotes<'f>,
}

impl Source<'_> {
    /// Whether a finding's place is in the text that there is. A file that could not be read has none.
    fn holds(&self, finding: &Finding) -> bool {
        let inside = |span: Span| self.file.text().get(span.start..span.end).is_some();
        inside(finding.span)
            && finding.labels.iter().all(|label| inside(label.span))
            && self.file.place(finding.span) == finding.place
    }
}

fn groups<'a>(finding: &'a Finding, path: String, source: Option<&Source<'_>>) -> Vec<Group<'a>> {
    let level = level(finding.severity);
    let title = level.clone().primary_title(printable(&finding.message)).id(finding.code.to_string());
    let help = finding.help.iter().map(|help| Level::HELP.with_name("hulp").message(printable(help)));
    let start = finding.place.start;
    let origin = Origin::path(path.clone()).line(start.line).char_column(start.column);
    let Some(source) = source.filter(|source| source.holds(finding) && finding.code != UNQUOTED) else {
        let group = title.element(origin);
        return vec![if finding.help.is_some() { group.element(Padding) } else { group }.elements(help)];
    };
    let (near, far): (Vec<_>, Vec<_>) = finding
        .labels
        .iter()
        .map(|label| (source.file.place(label.span).start.line, label))
        .partition(|(line, _)| line.abs_diff(start.line) <= FARTHEST_LABEL);
    let mut excerpt = Excerpt::new(start.line, source.quotes.line_at(finding.span.start), finding.span);
    for (line, label) in near {
        excerpt.label(line, || source.quotes.line_at(label.span.start), label);
    }
    let far = far.into_iter().map(|(line, label)| {
        let words = format!("regel {line}: {}", printable(&label.text));
        Level::NOTE.with_name("aantekening").message(words)
    });
    if excerpt.column == start.column {
        return vec![title.element(excerpt.snippet().path(path)).elements(far).elements(help)];
    }
    // What is hidden before the place has shifted it in the quoted line, and a snippet with a path
    // would tell that column: the true one stands in a group before it.
    let mut words = far.chain(help).peekable();
    let quoted = Group::with_level(level).element(excerpt.snippet());
    let quoted = if words.peek().is_some() { quoted.element(Padding) } else { quoted }.elements(words);
    vec![title.element(origin), quoted]
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name("fout"),
        Severity::Warning => Level::WARNING.with_name("waarschuwing"),
        Severity::Note => Level::NOTE.with_name("aantekening"),
    }
}

/// The quoted lines of one finding, each with what is marked in it.
struct Excerpt {
    /// The column of the finding in its quoted line.
    column: usize,
    lines: Vec<MarkedLine>,
}

struct MarkedLine {
    number: usize,
    line: QuotedLine,
    marks: Vec<(AnnotationKind, Span, Option<String>)>,
}

impl Excerpt {
    fn new(number: usize, line: QuotedLine, span: Span) -> Self {
        let column = line.text[..line.range(span).start].chars().count() + 1;
        let marks = vec![(AnnotationKind::Primary, span, None)];
        Self { column, lines: vec![MarkedLine { number, line, marks }] }
    }

    fn label(&mut self, number: usize, line: impl FnOnce() -> QuotedLine, label: &Label) {
        let mark = (AnnotationKind::Context, label.span, Some(printable(&label.text)));
        match self.lines.iter_mut().find(|marked| marked.number == number) {
            Some(marked) => marked.marks.push(mark),
            None => self.lines.push(MarkedLine { number, line: line(), marks: vec![mark] }),
        }
    }

    /// The lines in order; those between them are not quoted.
    fn snippet<'a>(mut self) -> Snippet<'a, Annotation<'a>> {
        self.lines.sort_by_key(|marked| marked.number);
        let first = self.lines[0].number;
        let mut text = String::new();
        let mut number = first;
        let mut annotations = Vec::new();
        for MarkedLine { number: own, line, marks } in self.lines {
            for between in number + 1..=own {
                text.push('\n');
                text.push_str(if between < own { HIDDEN } else { "" });
            }
            number = own;
            for (kind, span, words) in marks {
                let range = line.range(span);
                let annotation = kind.span(text.len() + range.start..text.len() + range.end);
                annotations.push(annotation.label(words));
            }
            text.push_str(&line.text);
        }
        Snippet::source(text).line_start(first).annotations(annotations)
    }
}

#[cfg(test)]
mod tests;
