//! What a letter that was sent today changes in the record. In: the letter. Out: the changes, or why there are none.

use crate::calendar::dutch;
use crate::edit::{Change, Key, Value};
use crate::letter::{Delay, Letter, Matter};

/// The changes that record the letter as sent on the day of the run, or a sentence that tells why not.
pub(super) fn changes(letter: &Letter<'_>) -> Result<Vec<Change>, String> {
    if let Some(day) = letter.sent_on() {
        return Err(format!(
            "volgens het klachtbestand is deze brief al verstuurd, op {}; klopt dat niet, verander de dag dan met \
             `klacht set`",
            dutch::long(day)
        ));
    }
    let today = Value::text(letter.case.today.to_string());
    let change = match &letter.matter {
        Matter::Confirmation => Change::Set(key("bevestigd"), today),
        Matter::Solution => Change::Set(key("afgehandeld"), today),
        Matter::Ruling => Change::Set(key("beroep.uitspraak"), today),
        Matter::AfterCare => Change::Set(key("nazorg.datum"), today),
        Matter::Delay(delay) => match delay.entry {
            Some(entry) => Change::Set(key(&format!("overschrijdingen.{}.gemeld", entry.place)), today),
            None => Change::Append(key("overschrijdingen"), overrun(delay, today)?),
        },
    };
    Ok(vec![change])
}

/// An entry that accounts for the term that is not kept.
fn overrun(delay: &Delay, reported: Value) -> Result<Value, String> {
    let reason = delay.reason.as_ref().ok_or("noem ook waarom het later wordt, met --reason \"…\"")?;
    Ok(Value::Group(vec![
        ("termijn", Value::text(delay.step.word())),
        ("reden", Value::text(reason.reveal())),
        ("gemeld", reported),
        ("nieuwe-datum", Value::text(delay.until.to_string())),
    ]))
}

fn key(name: &str) -> Key {
    Key::parse(name).expect("the file format has this key")
}
