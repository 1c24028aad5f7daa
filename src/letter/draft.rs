//! A letter as a file. In: its text, who writes and to whom. Out: a message that a mail program opens as a draft, or a text
//! to print. The library folds and encodes every header; what ends a line never reaches one.

use mail_builder::headers::address::Address;
use mail_builder::headers::date::Date as Moment;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;

use super::facts::Facts;
use crate::calendar::Date;

/// Word takes a text for an old Windows text without this mark.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A letter that nobody has sent yet. It holds what nobody else may read, so that it has no `Debug`.
pub struct Draft {
    /// Whether it is a message or a text to print.
    pub by_email: bool,
    bytes: Vec<u8>,
}

impl Draft {
    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The end of the file's name.
    #[must_use]
    pub fn extension(&self) -> &'static str {
        if self.by_email { "eml" } else { "txt" }
    }

    /// A message without a `Message-ID`: the mail program gives it one when it is sent.
    pub(super) fn mail(facts: &Facts, day: Date, body: &str) -> Self {
        let mut message = MimePart::new("text/plain", body)
            .header("MIME-Version", Raw::new("1.0"))
            .header("X-Unsent", Raw::new("1"))
            .header("Date", Moment::new(noon(day)))
            .header("Subject", Text::new(facts.subject.as_str()))
            .header("Content-Language", Raw::new("nl"));
        let sender = &facts.sender;
        for (header, name, email) in
            [("From", &sender.name, &sender.email), ("To", &facts.complainant, &facts.complainant_email)]
        {
            if let Some(email) = email {
                message = message.header(header, Address::new_address(name.as_deref(), email.as_str()));
            }
        }
        let mut bytes = Vec::with_capacity(body.len() * 2);
        message.write_part(&mut bytes);
        Self { by_email: true, bytes }
    }

    /// A text to print, as Windows writes texts.
    pub(super) fn paper(letter: &str) -> Self {
        let text = format!("{BYTE_ORDER_MARK}{}", letter.replace('\n', "\r\n"));
        Self { by_email: false, bytes: text.into_bytes() }
    }
}

/// A moment that is on this day in Europe, in seconds since 1970.
fn noon(day: Date) -> i64 {
    const NOON: u32 = 12;
    day.and_hms_opt(NOON, 0, 0).map_or(0, |moment| moment.and_utc().timestamp())
}
