//! Makes a register of any size for measuring: complaints that keep to the protocol, with fictional people throughout.
//! Input: how many, how long, a seed. Output: a folder for `klacht --register`, or with `--hugo` the same texts as a Hugo site.
//! The same arguments give the same bytes.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a tool of its own beside klacht: it writes a test register and says what it wrote"
)]

mod complaint;
mod hugo;
mod names;
mod people;
mod random;
mod sentences;
mod text;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{Datelike, Days, Months, NaiveDate};
use clap::Parser;

use complaint::{Complaint, Plan};
use people::{Employee, Lists};

/// Make a register of fictional complaints to measure with.
#[derive(Parser)]
struct Arguments {
    /// Folder to write; made when absent, refused when it holds anything.
    out: PathBuf,
    /// How many complaints.
    #[arg(long, default_value_t = 10_000)]
    count: usize,
    /// How many words each has in its sections.
    #[arg(long, default_value_t = 300)]
    words: usize,
    /// Another seed gives other people and other texts.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day of which the register is a picture.
    #[arg(long, default_value = "2026-11-23")]
    today: NaiveDate,
    /// Write the texts as a Hugo site.
    #[arg(long)]
    hugo: bool,
    /// With --hugo: bytes that the layout adds to each page, to make the pages as large as another program's.
    #[arg(long, default_value_t = 0, requires = "hugo")]
    filler: usize,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match make(&arguments) {
        Ok(late) => {
            println!("complaints={} late={late}", arguments.count);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("make_register: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the register; gives how many of its complaints are late, which `klacht check` must find.
fn make(arguments: &Arguments) -> io::Result<usize> {
    let out = &arguments.out;
    if out
        .read_dir()
        .is_ok_and(|mut entries| entries.next().is_some())
    {
        return Err(io::Error::other(format!("{} is not empty", out.display())));
    }
    let (lists, staff) = (Lists::new(), people::staff());
    let plan = Plan {
        lists: &lists,
        staff: &staff,
        seed: arguments.seed,
        words: arguments.words,
        today: arguments.today,
    };
    if arguments.hugo {
        hugo::write_site(out, arguments.filler)?;
    } else {
        write_file(&out.join("medewerkers.yaml"), &staff_list(&staff))?;
    }
    let mut late = 0;
    let mut numbering = Numbering::default();
    for index in 0..arguments.count {
        let received = received(index, arguments.count, arguments.today);
        let complaint = plan.complaint(index, numbering.next(received.year()), received);
        late += usize::from(complaint.late);
        if arguments.hugo {
            hugo::write_page(out, &complaint)?;
        } else {
            write_complaint(out, &complaint)?;
        }
    }
    Ok(late)
}

/// Numbers of complaints: the year and a place in it, from one.
#[derive(Default)]
struct Numbering {
    year: i32,
    last: usize,
}

impl Numbering {
    fn next(&mut self, year: i32) -> String {
        if year != self.year {
            *self = Self { year, last: 0 };
        }
        self.last += 1;
        format!("{year}-{:03}", self.last)
    }
}

/// Spreads the complaints over the two years before `today`: the oldest are not yet past retention.
fn received(index: usize, count: usize, today: NaiveDate) -> NaiveDate {
    let first = today - Months::new(24) + Days::new(2);
    let days = (today - first).num_days().unsigned_abs();
    first + Days::new(days * index as u64 / count as u64)
}

fn write_complaint(out: &Path, complaint: &Complaint) -> io::Result<()> {
    let year = &complaint.number[..4];
    let path = out.join(year).join(format!("{}.md", complaint.number));
    write_file(
        &path,
        &format!("---\n{}---\n{}", complaint.front_matter, complaint.body),
    )
}

fn staff_list(staff: &[Employee]) -> String {
    staff
        .iter()
        .map(|employee| {
            format!(
                "- naam: {}\n  functie: {}\n",
                employee.name.full(),
                employee.role
            )
        })
        .collect()
}

/// Writes a file and the folders above it; an error names the path.
fn write_file(path: &Path, text: &str) -> io::Result<()> {
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(named)?;
    }
    fs::write(path, text).map_err(named)
}
