//! Asking for the answers that were not given, one at a time. In: the answers so far. Out: all of them, each as `check`
//! would have it.

use inquire::validator::Validation;
use inquire::{CustomUserError, InquireError, MultiSelect, Select, Text};

use super::editor;
use crate::calendar::TypedDay;
use crate::cli::{Failure, terminal};
use crate::intake::{Answers, Intake, Objection, Question};
use crate::personal::Personal;
use crate::protocol::Role;

const CHOOSE: &str = "kies met de pijltjes en druk op Enter";
const CHOOSE_SOME: &str = "zet met de spatiebalk een kruisje bij alles wat klopt en druk op Enter";

/// Asks everything that has no answer yet.
///
/// # Errors
/// When the person stops, or the terminal or the editor refuses.
pub(super) fn ask(intake: Intake<'_>, given: Answers, receiver: Option<&Personal>) -> Result<Answers, Failure> {
    let mut answers = given;
    for question in Question::ALL {
        if answers.has(question) && intake.objection(&answers, question).is_none() {
            continue;
        }
        let asked = Asked { intake, answers: &answers, question };
        let answer = match question {
            Question::Received => asked.received(),
            Question::Channel => asked.channel(),
            Question::Kinds => asked.kinds(),
            Question::Receiver => asked.receiver(receiver),
            Question::Description => asked.description()?,
            _ => asked.text(),
        };
        answers.give(question, &answer.map_err(stopped)?);
    }
    Ok(answers)
}

/// One question, with the answers before it.
struct Asked<'a> {
    intake: Intake<'a>,
    answers: &'a Answers,
    question: Question,
}

type Answer = Result<String, InquireError>;

impl Asked<'_> {
    fn objection(&self, answer: &str) -> Option<Objection> {
        self.intake.objection(&self.answers.with(self.question, answer), self.question)
    }

    fn verdict(&self, answer: &str) -> Result<Validation, CustomUserError> {
        Ok(match self.objection(answer) {
            Some(objection) => Validation::Invalid(sentence(&objection).into()),
            None => Validation::Valid,
        })
    }

    /// A day, as `set` takes it too; in the file it has one form.
    fn received(&self) -> Answer {
        let today = self.intake.register().today;
        let day = |answer: &str| answer.parse().map(|typed: TypedDay| typed.seen_from(today).to_string());
        let verdict = |answer: &str| match day(answer) {
            Ok(day) => self.verdict(&day),
            Err(no_day) => Ok(Validation::Invalid(no_day.into())),
        };
        let (prompt, help) = words(self.question);
        let text = Text::new(prompt)
            .with_default("vandaag")
            .with_validator(verdict)
            .with_help_message(help.unwrap_or_default());
        text.prompt().map(|answer| day(&answer).expect("the answer was found to be a day"))
    }

    fn text(&self) -> Answer {
        let (prompt, help) = words(self.question);
        let text = Text::new(prompt).with_validator(|answer: &str| self.verdict(answer));
        match help {
            Some(help) => text.with_help_message(help).prompt(),
            None => text.prompt(),
        }
    }

    fn channel(&self) -> Answer {
        let channels = self.intake.register().protocol().channels.clone();
        Select::new(words(self.question).0, channels).without_filtering().with_help_message(CHOOSE).prompt()
    }

    fn kinds(&self) -> Answer {
        let kinds = self.intake.register().protocol().kinds.clone();
        let one_at_least = |chosen: &[inquire::list_option::ListOption<&String>]| -> Result<_, CustomUserError> {
            let none = || Validation::Invalid("kies er ten minste één".into());
            Ok(if chosen.is_empty() { none() } else { Validation::Valid })
        };
        let chosen = MultiSelect::new(words(self.question).0, kinds)
            .without_filtering()
            .with_help_message(CHOOSE_SOME)
            .with_validator(one_at_least)
            .prompt()?;
        Ok(chosen.join(", "))
    }

    /// Without a staff list any name will do.
    fn receiver(&self, proposed: Option<&Personal>) -> Answer {
        let register = self.intake.register();
        let Some(staff) = register.staff() else { return self.text() };
        let works_here = staff.members().iter().filter(|member| member.until.is_none_or(|day| day >= register.today));
        // The chair rules on appeals, and takes in no complaints.
        let names = works_here.filter(|member| member.role != Role::Chair).map(|member| &member.name);
        let names: Vec<String> = names.map(|name| name.reveal().to_owned()).collect();
        if names.is_empty() {
            return self.text();
        }
        let own = proposed.and_then(|own| names.iter().position(|name| name == own.reveal())).unwrap_or(0);
        Select::new(words(self.question).0, names)
            .with_starting_cursor(own)
            .without_filtering()
            .with_help_message(CHOOSE)
            .prompt()
    }

    /// In the office's own editor where one is set; there a mail can be pasted.
    fn description(&self) -> Result<Answer, Failure> {
        let Some(editor) = editor::find() else { return Ok(self.text()) };
        let mut words = String::new();
        loop {
            words = editor.write(&words)?;
            let Some(objection) = self.objection(&words) else { return Ok(Ok(words)) };
            let again = inquire::Confirm::new(&format!("{}. Opnieuw openen?", sentence(&objection)))
                .with_default(true)
                .with_default_value_formatter(&|_| "Ja/nee".to_owned())
                .with_formatter(&|yes| if yes { "ja" } else { "nee" }.to_owned())
                .with_parser(&|answer| match answer.trim().to_lowercase().as_str() {
                    "j" | "ja" => Ok(true),
                    "n" | "nee" => Ok(false),
                    _ => Err(()),
                })
                .with_error_message("typ ja of nee")
                .prompt();
            match again {
                Ok(true) => {}
                Ok(false) => return Ok(Err(InquireError::OperationCanceled)),
                Err(error) => return Ok(Err(error)),
            }
        }
    }
}

/// A question in words, and what helps to answer it.
fn words(question: Question) -> (&'static str, Option<&'static str>) {
    match question {
        Question::Received => {
            ("Wanneer is de klacht ontvangen?", Some("zoals gisteren of 2-11-2026; Enter voor vandaag"))
        }
        Question::Channel => ("Hoe kwam de klacht binnen?", None),
        Question::Kinds => ("Waar gaat de klacht over?", None),
        Question::Subject => ("Onderwerp, in een paar woorden:", None),
        Question::Name => ("Naam van de indiener:", Some("anoniem als de indiener geen naam gaf")),
        Question::Phone => ("Telefoonnummer van de indiener:", Some("onbekend als er geen is")),
        Question::Email => {
            ("E-mailadres van de indiener:", Some("mag leeg blijven als de klacht niet per e-mail kwam"))
        }
        Question::Organisation => ("Organisatie van de indiener:", Some("mag leeg blijven")),
        Question::Receiver => ("Wie ontving de klacht?", None),
        Question::Description => ("Wat is er gebeurd?", Some("in een paar zinnen; u kunt het bestand later aanvullen")),
    }
}

fn sentence(objection: &Objection) -> String {
    let help = objection.help.as_ref().map(|help| format!(": {help}"));
    terminal::wrapped(&format!("{}{}", objection.message, help.unwrap_or_default()))
}

fn stopped(error: InquireError) -> Failure {
    match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => {
            Failure::new("gestopt; er is niets vastgelegd")
        }
        InquireError::IO(error) => Failure::new(format!("er is niets vastgelegd: {}", crate::source::reason(&error))),
        _ => Failure::new("er is niets vastgelegd: in dit venster kan klacht geen vragen stellen"),
    }
}
