//! The number of the next complaint (§2.1), and the file that keeps two branches from giving out the same one. In: the
//! names of a register's files and that file's text. Out: a number that was never given out, and the new text.

use uuid::Uuid;

use crate::complaint::Number;
use crate::source::RelPath;

/// The counter's file, at the top of the register.
pub const COUNTER: &str = "laatste-nummer.txt";

const HEADER: &str = "\
# Het laatste nummer van elk jaar. `klacht new` houdt dit bestand bij: bewaar het mee in git en verander het niet.
# Staan hieronder regels met <<<<<<< en >>>>>>>? Dan is op twee plaatsen tegelijk een nummer uitgegeven:
#   1. hebben twee klachten hetzelfde nummer, geef er dan een het eerste nummer dat vrij is: als naam van het bestand
#      en in het veld nummer;
#   2. houd hieronder van elk jaar alleen de regel met het hoogste nummer over;
#   3. typ klacht check om te zien of alles klopt.
";

/// A serial of more digits is a slip, or a telephone number (K302): the next complaint does not count on from there.
const LONGEST_SERIAL: usize = 6;

/// The numbers that were given out last, one line a year.
///
/// Each line ends in a mark that no other complaint has. Two branches that each give out a number have different
/// lines then, even where the number is the same, and git lets nobody merge them unseen.
#[derive(Clone, Debug)]
pub struct Counter {
    lines: Vec<String>,
    line_end: &'static str,
}

/// Two versions of the counter were merged, and nobody has chosen yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unresolved;

impl Counter {
    /// Reads the file's text; without a file no number was given out yet.
    ///
    /// # Errors
    /// When it holds the marks of a conflict.
    pub fn parse(text: Option<&str>) -> Result<Self, Unresolved> {
        let text = text.unwrap_or(HEADER);
        let marks = ["<<<<<<<", "=======", ">>>>>>>"];
        if text.lines().any(|line| marks.iter().any(|mark| line.starts_with(mark))) {
            return Err(Unresolved);
        }
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Ok(Self { lines: text.lines().map(str::to_owned).collect(), line_end })
    }

    /// The numbers that it names.
    pub fn numbers(&self) -> impl Iterator<Item = Number> {
        self.lines.iter().filter(|line| !line.starts_with('#')).flat_map(|line| numbers_in(line))
    }

    /// Notes a number; `complaint` is the text that has it now.
    pub fn note(&mut self, number: &Number, complaint: &str) {
        let mark = Uuid::new_v5(&Uuid::NAMESPACE_OID, complaint.as_bytes()).simple().to_string();
        let year = format!("{}:", number.year());
        let line = format!("{year} {number} {}", &mark[..8]);
        match self.lines.iter_mut().find(|line| line.starts_with(&year)) {
            Some(own) => *own = line,
            None => self.lines.push(line),
        }
    }

    /// The file's text.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line, self.line_end]).collect()
    }
}

/// The number after the highest one of this year, in whatever way that was given out: as the name of a file or of a
/// folder with attachments, in a record, to a complaint that was erased (`erased` is the text of `vernietigd.csv`), or
/// by the counter.
#[must_use]
pub fn next_number<'p>(
    year: &str,
    paths: impl IntoIterator<Item = &'p RelPath>,
    records: impl IntoIterator<Item = &'p Number>,
    erased: &str,
    counter: &Counter,
) -> Option<Number> {
    let in_path = |path: &'p RelPath| path.as_str().split('/').filter_map(Number::in_name);
    let named = paths.into_iter().flat_map(in_path).chain(records.into_iter().cloned());
    let given_out = named.chain(numbers_in(erased)).chain(counter.numbers());
    let last = given_out.filter(|number| number.year() == year).filter_map(|number| serial(&number)).max();
    Number::parse(&format!("{year}-{:03}", last.unwrap_or(0) + 1))
}

fn serial(number: &Number) -> Option<u32> {
    let (_, serial) = number.as_str().split_once('-')?;
    let serial = serial.trim_start_matches('0');
    (serial.len() <= LONGEST_SERIAL).then(|| serial.parse().unwrap_or(0))
}

fn numbers_in(text: &str) -> impl Iterator<Item = Number> {
    text.split(|sign: char| !sign.is_ascii_digit() && sign != '-').filter_map(Number::parse)
}
