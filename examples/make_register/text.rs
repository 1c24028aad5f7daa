//! Fills sentences with the particulars of a complaint and lays them out as sections of a wanted number of words.

use chrono::{Datelike, NaiveDate};

use crate::people::{Complainant, Employee, capitalised};
use crate::random::Random;
use crate::sentences;

/// Lines are broken here, as an editor would, so that names fall across line ends too.
const LINE_WIDTH: usize = 96;
const SENTENCES_PER_PARAGRAPH: usize = 4;

/// What the slots of a sentence stand for in one complaint.
pub struct Slots<'a> {
    pub complainant: &'a Complainant,
    pub involved: &'a Employee,
    pub handler: &'a Employee,
    pub colleague: &'a Employee,
    pub service: &'static str,
    pub number: &'a str,
    pub received: NaiveDate,
}

impl Slots<'_> {
    /// The sentence with its slots filled; a slot that begins with a capital gives a value that does.
    pub fn fill(&self, sentence: &str, random: &mut Random) -> String {
        let mut filled = String::with_capacity(sentence.len() + 40);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after
                .split_once('}')
                .expect("every slot in `sentences` is closed");
            filled.push_str(before);
            let value = self.value(&slot.to_lowercase(), random);
            let capital = slot.starts_with(char::is_uppercase);
            filled.push_str(&if capital { capitalised(&value) } else { value });
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn value(&self, slot: &str, random: &mut Random) -> String {
        let complainant = self.complainant;
        match slot {
            "indiener" => complainant.name.full(),
            "initialen" => complainant.name.with_initials(),
            "voornaam" => complainant.name.first_name.clone(),
            "aanhef" => format!(
                "{} {}",
                complainant.salutation,
                complainant.name.formal_surname()
            ),
            "telefoon" => complainant.telephone.clone(),
            "mail" => complainant.email.clone(),
            "adres" => complainant.address.clone(),
            "organisatie" => complainant.organisation.clone(),
            "medewerker" => self.involved.name.full(),
            "behandelaar" => self.handler.name.full(),
            "collega" => self.colleague.name.first_name.clone(),
            "dienst" => self.service.to_owned(),
            "kenmerk" => format!("{}/{}", self.number, random.between(10, 99)),
            "bedrag" => format!(
                "€ {},{:02}",
                random.between(45, 990),
                random.between(0, 100)
            ),
            "datum" => in_words(self.received - chrono::Days::new(random.between(2, 60) as u64)),
            other => unreachable!("`{other}` is no slot"),
        }
    }

    /// The sections of the complaint, together about `words` words; before it is handled there is a description alone.
    pub fn sections(&self, words: usize, handled: bool, random: &mut Random) -> String {
        let plan: &[(&str, &[&str], usize)] = if handled {
            &[
                ("Omschrijving", sentences::DESCRIPTION, 50),
                ("Oorzaak", sentences::CAUSE, 15),
                ("Voorgestelde oplossing", sentences::SOLUTION, 18),
                ("Leerpunten", sentences::LESSONS, 10),
                ("Samenvatting", sentences::SUMMARY, 7),
            ]
        } else {
            &[("Omschrijving", sentences::DESCRIPTION, 100)]
        };
        let mut text = String::with_capacity(words * 8);
        let (mut share_so_far, mut written) = (0, 0);
        for (heading, pool, share) in plan {
            share_so_far += share;
            let goal = words * share_so_far / 100;
            text.push_str(&format!("\n## {heading}\n"));
            written += self.paragraphs(pool, goal.saturating_sub(written), random, &mut text);
        }
        text
    }

    /// Adds sentences until there are `goal` words; gives how many there are.
    fn paragraphs(
        &self,
        pool: &[&str],
        goal: usize,
        random: &mut Random,
        text: &mut String,
    ) -> usize {
        let first = random.between(0, pool.len());
        let mut written = 0;
        for turn in 0.. {
            if turn > 0 && written >= goal {
                break;
            }
            let sentence = self.fill(pool[(first + turn) % pool.len()], random);
            if turn % SENTENCES_PER_PARAGRAPH == 0 {
                text.push('\n');
            }
            written += push_wrapped(&sentence, text);
            if turn % SENTENCES_PER_PARAGRAPH == SENTENCES_PER_PARAGRAPH - 1 || written >= goal {
                text.push('\n');
            }
        }
        written
    }
}

/// Adds a sentence to the line that `text` ends with, breaking lines as needed; gives its number of words.
fn push_wrapped(sentence: &str, text: &mut String) -> usize {
    let mut width = text.rsplit('\n').next().unwrap_or_default().chars().count();
    let mut words = 0;
    for word in sentence.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > LINE_WIDTH {
            text.push('\n');
            width = 0;
        } else if width > 0 {
            text.push(' ');
            width += 1;
        }
        text.push_str(word);
        width += length;
        words += 1;
    }
    words
}

/// `12 maart 2026`.
fn in_words(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    format!(
        "{} {} {}",
        date.day(),
        MONTHS[date.month0() as usize],
        date.year()
    )
}
