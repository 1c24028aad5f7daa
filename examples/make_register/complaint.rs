//! Composes one complaint: its course through the protocol, its front matter and its text.

use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::people::{Complainant, Employee, Lists};
use crate::random::Random;
use crate::sentences;
use crate::text::Slots;

/// What holds for the whole register.
pub struct Plan<'a> {
    pub lists: &'a Lists,
    pub staff: &'a [Employee],
    pub seed: u64,
    pub words: usize,
    /// The day of which the register is a picture: nothing in it happens later.
    pub today: NaiveDate,
}

/// A complaint as it goes into a file.
pub struct Complaint {
    pub number: String,
    pub received: NaiveDate,
    pub subject: String,
    /// The YAML between the two `---` lines.
    pub front_matter: String,
    /// The sections below it.
    pub body: String,
    /// Whether its solution came too late, with nothing to account for it: one finding K103.
    pub late: bool,
}

/// How the handling of a complaint goes.
#[derive(Clone, Copy, PartialEq)]
enum Course {
    InTime,
    Late,
    LateAndAccountedFor,
    Appealed,
    Withdrawn,
}

impl Course {
    /// Fixed by the place in the register, so that the number of findings is known beforehand.
    fn of(index: usize) -> Self {
        match index % 50 {
            0 => Self::Late,
            25 => Self::LateAndAccountedFor,
            7 | 19 | 31 => Self::Appealed,
            13 => Self::Withdrawn,
            _ => Self::InTime,
        }
    }
}

/// The days of one complaint; those that lie after `today` have not happened.
struct Steps {
    registered: NaiveDate,
    contacted: NaiveDate,
    handled: NaiveDate,
    informed: NaiveDate,
    appealed: NaiveDate,
    ruled: NaiveDate,
    after_care: NaiveDate,
    discussed: NaiveDate,
    handling_due: NaiveDate,
}

impl Steps {
    fn plan(received: NaiveDate, course: Course, random: &mut Random) -> Self {
        let mut days = |low, high| Days::new(random.between(low, high) as u64);
        let handling_due = received + Days::new(14);
        let handled = match course {
            Course::Late | Course::LateAndAccountedFor => next_weekday(received + days(17, 24)),
            _ => previous_weekday(received + days(6, 14)),
        };
        let appealed = next_weekday(handled + days(1, 6));
        let ruled = next_weekday(appealed + days(5, 14));
        let settled = if course == Course::Appealed {
            ruled
        } else {
            handled
        };
        let after_care = next_weekday(settled + days(5, 20));
        Self {
            registered: next_weekday(received + Days::new(1)),
            contacted: next_weekday(received + days(2, 4)),
            handled,
            informed: next_weekday(handled + Days::new(1)),
            appealed,
            ruled,
            after_care,
            discussed: next_weekday(after_care + days(3, 60)),
            handling_due,
        }
    }
}

fn next_weekday(date: NaiveDate) -> NaiveDate {
    match date.weekday() {
        Weekday::Sat => date + Days::new(2),
        Weekday::Sun => date + Days::new(1),
        _ => date,
    }
}

fn previous_weekday(date: NaiveDate) -> NaiveDate {
    match date.weekday() {
        Weekday::Sat => date - Days::new(1),
        Weekday::Sun => date - Days::new(2),
        _ => date,
    }
}

impl Plan<'_> {
    /// The complaint at this place in the register.
    pub fn complaint(&self, index: usize, number: String, received: NaiveDate) -> Complaint {
        let mut random = Random::for_record(self.seed, index);
        let complainant = self.lists.complainant(index, &mut random);
        // The director handles some complaints and is never complained about; the chair does neither.
        let employees = self.staff.len() - 2;
        let involved = random.between(0, employees);
        let handler = (involved + random.between(1, employees)) % employees;
        let by_director = random.chance(15);
        let handler = if by_director { employees } else { handler };
        let colleague = (involved + 1) % employees;
        let service = *random.pick(sentences::SERVICES);
        let course = Course::of(index);
        let steps = Steps::plan(received, course, &mut random);
        let handled = course != Course::Withdrawn && steps.handled <= self.today;
        let late = course == Course::Late && steps.handling_due < self.today;
        let slots = Slots {
            complainant: &complainant,
            involved: &self.staff[involved],
            handler: &self.staff[handler],
            colleague: &self.staff[colleague],
            service,
            number: &number,
            received,
        };
        let subject = *random.pick(sentences::SUBJECTS);
        let subject = slots.fill(subject, &mut random);
        let body = slots.sections(self.words, handled, &mut random);
        let record = Record {
            complainant: &complainant,
            slots: &slots,
            by_director,
            course,
            steps,
            today: self.today,
        };
        let front_matter = record.front_matter(&subject, &mut random);
        Complaint {
            received,
            subject,
            front_matter,
            body,
            late,
            number,
        }
    }
}

/// What the front matter of one complaint is made from.
struct Record<'a> {
    complainant: &'a Complainant,
    slots: &'a Slots<'a>,
    by_director: bool,
    course: Course,
    steps: Steps,
    today: NaiveDate,
}

impl Record<'_> {
    fn front_matter(&self, subject: &str, random: &mut Random) -> String {
        let mut yaml = String::with_capacity(900);
        self.intake(subject, random, &mut yaml)
            .expect("writing to a String does not fail");
        self.handling(random, &mut yaml)
            .expect("writing to a String does not fail");
        yaml
    }

    fn happened(&self, date: NaiveDate) -> bool {
        date <= self.today
    }

    /// A line `key: date`, for what has happened.
    fn step(&self, key: &str, date: NaiveDate, yaml: &mut String) -> std::fmt::Result {
        if self.happened(date) {
            writeln!(yaml, "{key}: {date}")
        } else {
            Ok(())
        }
    }

    fn intake(&self, subject: &str, random: &mut Random, yaml: &mut String) -> std::fmt::Result {
        let Slots {
            number,
            received,
            involved,
            handler,
            ..
        } = self.slots;
        let channel = random.pick(&["e-mail", "e-mail", "e-mail", "brief"]);
        let kind = random.pick(&[
            "aard",
            "kwaliteit",
            "tijdigheid",
            "wijze",
            "[kwaliteit, tijdigheid]",
        ]);
        writeln!(
            yaml,
            "nummer: {number}\nontvangen: {received}\nkanaal: {channel}\nbetreft: {kind}"
        )?;
        writeln!(yaml, "onderwerp: {subject}\nindiener:")?;
        writeln!(yaml, "  naam: {}", self.complainant.name.full())?;
        writeln!(yaml, "  telefoon: {}", self.complainant.telephone)?;
        writeln!(yaml, "  e-mail: {}", self.complainant.email)?;
        writeln!(yaml, "  organisatie: {}", self.complainant.organisation)?;
        writeln!(yaml, "  adres: {}", self.complainant.address)?;
        writeln!(yaml, "ontvanger: {}", involved.name.full())?;
        writeln!(yaml, "behandelaar: {}", handler.name.full())?;
        writeln!(yaml, "betrokken: [{}]", involved.name.full())?;
        self.step("geregistreerd", self.steps.registered, yaml)?;
        self.step("bevestigd", self.steps.registered, yaml)?;
        self.step("contact", self.steps.contacted, yaml)
    }

    fn handling(&self, random: &mut Random, yaml: &mut String) -> std::fmt::Result {
        let steps = &self.steps;
        if self.course == Course::Withdrawn {
            if self.happened(steps.handled) {
                writeln!(
                    yaml,
                    "beeindigd:\n  datum: {}\n  reden: ingetrokken",
                    steps.handled
                )?;
            }
            return Ok(());
        }
        if self.course == Course::LateAndAccountedFor && self.happened(steps.handling_due) {
            writeln!(yaml, "overschrijdingen:\n  - termijn: afhandeling")?;
            writeln!(
                yaml,
                "    reden: De leverancier antwoordde later dan was afgesproken"
            )?;
            writeln!(
                yaml,
                "    gemeld: {}\n    nieuwe-datum: {}",
                steps.handling_due, steps.handled
            )?;
        }
        if !self.happened(steps.handled) {
            return Ok(());
        }
        let cause = random.pick(&[
            "planning",
            "communicatie",
            "kennis",
            "werkproces",
            "systeem",
            "extern",
            "overig",
        ]);
        writeln!(yaml, "oorzaak: {cause}\nafgehandeld: {}", steps.handled)?;
        if !self.by_director {
            self.step("directeur-geinformeerd", steps.informed, yaml)?;
        }
        if self.course == Course::Appealed && self.happened(steps.appealed) {
            writeln!(yaml, "beroep:\n  ingesteld: {}", steps.appealed)?;
            if self.happened(steps.ruled) {
                let outcome = random.pick(&["gegrond", "deels-gegrond", "ongegrond"]);
                writeln!(yaml, "  uitspraak: {}\n  uitkomst: {outcome}", steps.ruled)?;
            }
        }
        self.closing(random, yaml)
    }

    fn closing(&self, random: &mut Random, yaml: &mut String) -> std::fmt::Result {
        let steps = &self.steps;
        if random.chance(60) {
            let by = self.slots.handler.name.full();
            let until = steps.handled + Days::new(40);
            writeln!(
                yaml,
                "maatregelen:\n  - wat: Vaste vervanger bij verlof op het planbord\n    wie: {by}\n    voor: {until}"
            )?;
            self.step("    gereed", steps.informed, yaml)?;
        }
        if !self.happened(steps.after_care) {
            return Ok(());
        }
        self.step("besproken", steps.discussed, yaml)?;
        let satisfied = random.pick(&["ja", "ja", "ja", "deels", "onbereikbaar"]);
        writeln!(
            yaml,
            "nazorg:\n  datum: {}\n  tevreden: {satisfied}",
            steps.after_care
        )?;
        writeln!(yaml, "gesloten: {}", steps.after_care)
    }
}
