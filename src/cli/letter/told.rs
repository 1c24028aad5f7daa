//! What `klacht confirm` and `klacht letter` say of a draft: where it is, what to look at, and what comes next.

use crate::calendar::dutch;
use crate::cli::terminal;
use crate::complaint::TermOutcome;
use crate::letter::{Delay, Draft, Kind, Letter, Matter};
use crate::protocol::Step;

/// What a letter is called: "de bevestiging van ontvangst".
fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Confirmation => "de bevestiging van ontvangst",
        Kind::Solution => "de brief met de voorgestelde oplossing",
        Kind::Ruling => "de uitspraak op het beroep",
        Kind::Delay => "het bericht van uitstel",
        Kind::AfterCare => "de brief voor de nazorg",
    }
}

/// A draft that was written at `place`, for a terminal of this width.
pub(super) fn drafted(letter: &Letter<'_>, draft: &Draft, place: &str, width: Option<usize>) -> String {
    let number = letter.case.complaint.number.given().map(ToString::to_string).unwrap_or_default();
    let [open, read] = if draft.by_email {
        [
            "Open het bestand: uw mailprogramma zet de brief klaar als nieuw bericht.",
            "Lees hem na, verander wat anders moet, en verstuur hem.",
        ]
    } else {
        [
            "De indiener heeft geen e-mailadres. Open het bestand in uw tekstverwerker.",
            "Lees de brief na, verander wat anders moet, en stuur hem met de post.",
        ]
    };
    let mut text = format!("Het concept van {} staat in {place}\n\n", title(letter.kind()));
    text += &item("1. ", open, width);
    text += &item("2. ", read, width);
    text += &item("3. ", "Leg daarna vast dat hij is verstuurd:", width);
    // A command stays on one line, to be copied.
    text += &format!("   {}\n\nLet op:\n", sent_command(letter, &number));
    for remark in remarks(letter, draft, &number) {
        text += &item("- ", &remark, width);
    }
    text + &item("- ", "in het concept staan persoonsgegevens: gooi het weg als de brief is verstuurd.", width)
}

/// The words behind a mark, on as many lines as they need.
fn item(mark: &str, words: &str, width: Option<usize>) -> String {
    let width = width.map_or(usize::MAX, |width| width.saturating_sub(mark.len()));
    let next = format!("\n{}", " ".repeat(mark.len()));
    format!("{mark}{}\n", terminal::lines(words, width).join(&next))
}

/// The command that records that the letter was sent.
fn sent_command(letter: &Letter<'_>, number: &str) -> String {
    match &letter.matter {
        Matter::Confirmation => format!("klacht confirm {number} --sent"),
        Matter::Solution => format!("klacht letter {number} solution --sent"),
        Matter::Ruling => format!("klacht letter {number} ruling --sent"),
        Matter::AfterCare => format!("klacht letter {number} aftercare --sent"),
        Matter::Delay(Delay { entry: Some(_), .. }) => format!("klacht letter {number} delay --sent"),
        Matter::Delay(Delay { until, .. }) => {
            format!("klacht letter {number} delay --new-date {until} --reason \"…\" --sent")
        }
    }
}

/// What somebody should know before the letter goes out.
fn remarks(letter: &Letter<'_>, draft: &Draft, number: &str) -> Vec<String> {
    let case = letter.case;
    let complaint = case.complaint;
    let mut remarks = Vec::new();
    if let Some(day) = letter.sent_on() {
        remarks.push(format!("volgens het klachtbestand is dit al gebeurd, op {}.", dutch::long(day)));
    }
    let handling = case.timeline.term(Step::Handling);
    match letter.kind() {
        Kind::Confirmation => {
            if complaint.handler.is_absent() {
                remarks.push("er is nog geen behandelaar; de brief noemt er dus geen.".to_owned());
            }
            if handling.is_some_and(|term| term.outcome == TermOutcome::Missed(None) && !term.accounted_for) {
                remarks.push(format!(
                    "de termijn van de oplossing is voorbij. Stuur ook een bericht van uitstel: klacht letter {number} delay"
                ));
            }
        }
        Kind::Solution => remarks.push(
            "de oplossing staat in de brief zoals zij in het klachtbestand staat. Schrijf haar zo dat zij de indiener \
             aanspreekt, en haal weg wat over anderen gaat."
                .to_owned(),
        ),
        Kind::Ruling => remarks
            .push("schrijf zelf waarom de uitspraak zo is, op de plaats die met [Vul hier in: begint.".to_owned()),
        Kind::Delay | Kind::AfterCare => {}
    }
    if case.protocol.sender.phone.is_none() {
        remarks.push(
            "de brief noemt geen telefoonnummer. Zet dat één keer in protocol.yaml, onder `afzender` bij `telefoon`."
                .to_owned(),
        );
    }
    if !draft.by_email && complaint.complainant.address.is_absent() {
        remarks.push("er is ook geen adres. Vraag de indiener ernaar, of bel.".to_owned());
    }
    remarks
}

/// What must still be recorded once the letter of after-care is sent.
pub(super) fn ask_satisfaction(number: &str) -> String {
    format!(
        "\nLeg ook vast of de indiener tevreden is, zodra u dat weet: klacht set {number} nazorg.tevreden=ja\n\
         (of deels, nee of onbereikbaar).\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_behind_a_mark_follow_the_width_of_the_terminal() {
        for (width, expected) in [
            (None, "- een twee drie\n"),
            (Some(15), "- een twee drie\n"),
            (Some(14), "- een twee\n  drie\n"),
            (Some(1), "- een\n  twee\n  drie\n"),
        ] {
            assert_eq!(item("- ", "een twee drie", width), expected);
        }
    }
}
