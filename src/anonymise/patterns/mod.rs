//! Tier two of anonymising: data with a form of their own (telephone, e-mail, IBAN, …) in plain Dutch text.
//! Input: a text; output: sorted, disjoint spans. One pass looks for the few bytes that such data cannot
//! do without, and asks the recognisers there alone; each looks no further than a small window.

mod address;
mod age;
mod birthdate;
mod bsn;
mod context;
mod date;
mod disguise;
mod email;
mod figures;
mod handle;
mod iban;
mod phone;
mod plate;
mod postcode;
mod resolve;
mod rijksregister;
mod spoken;
mod street;
mod tables;
mod url;

use std::ops::Range;

use disguise::Plain;
use figures::Figures;

/// What a recogniser found. The order is that of precedence: where two hits overlap, the earlier kind keeps its
/// place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PatternKind {
    /// An e-mail address, also one written out (`naam [at] example.nl`).
    Email,
    /// A web address, with or without scheme.
    Url,
    /// An IBAN, or a bank account number announced as such.
    Iban,
    /// A date announced as someone's birth or birthday.
    Birthdate,
    /// A telephone number; service numbers (0800, 0900, 112, 14 0xx) are none.
    Phone,
    /// A citizen service number (burgerservicenummer), or a Belgian national number.
    Bsn,
    /// A licence plate.
    Plate,
    /// A postcode; the town behind it is not part of it.
    Postcode,
    /// A street with its house number, or a PO box.
    Address,
    /// A name on a social medium: `@naam`.
    Handle,
}

/// A piece of the text that tells who someone is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Bytes of the text; both ends lie on character boundaries.
    pub range: Range<usize>,
    /// What stands there.
    pub kind: PatternKind,
}

/// Replaces the content of `hits` by everything that has a recognisable form in `text`: sorted and disjoint.
/// The cost is linear in the length of the text, whatever it holds.
pub fn find(text: &str, hits: &mut Vec<Hit>) {
    let Some(plain) = Plain::of(text) else { return find_plain(text, hits) };
    find_plain(&plain.text, hits);
    for hit in hits {
        hit.range = plain.in_source(&hit.range);
    }
}

fn find_plain(text: &str, hits: &mut Vec<Hit>) {
    hits.clear();
    let mut pass = Pass { text, hits, reached: Reached::default(), dates: Vec::new() };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|&byte| TRIGGERS[usize::from(byte)]) {
        at = pass.look(at + step);
    }
    pass.judge_dates();
    resolve::resolve(text, hits);
}

/// Replaces the content of `hits` by the account numbers and citizen service numbers in `text` alone: what a
/// complaint should not hold at all (K303). Sorted and disjoint; the cost is linear. An IBAN whose check digits are
/// wrong is no such number unless the words before it say so; it is masked all the same.
pub fn find_needless(text: &str, hits: &mut Vec<Hit>) {
    let Some(plain) = Plain::of(text) else { return find_needless_plain(text, hits) };
    find_needless_plain(&plain.text, hits);
    for hit in hits {
        hit.range = plain.in_source(&hit.range);
    }
}

fn find_needless_plain(text: &str, hits: &mut Vec<Hit>) {
    hits.clear();
    let mut pass = Pass { text, hits, reached: Reached::default(), dates: Vec::new() };
    pass.look_at_numbers(Pass::look_at_account_and_service_number);
    if hits.is_empty() {
        return;
    }
    // A telephone number may explain the same figures better.
    let mut pass = Pass { text, hits, reached: Reached::default(), dates: Vec::new() };
    pass.look_at_numbers(Pass::look_at_phone);
    resolve::resolve(text, hits);
    hits.retain(|hit| match hit.kind {
        PatternKind::Iban => iban::is_certain(text, &hit.range),
        kind => kind == PatternKind::Bsn,
    });
}

/// Where the house number ends that stands behind a street known to be one, with its additions; where a number
/// stands at the end already, the additions behind it.
#[must_use]
pub fn house_number_end(text: &str, street_end: usize) -> usize {
    address::house_number_end(text, street_end)
}

/// Bytes that some recogniser starts from; all ASCII, so each is a character boundary.
const TRIGGERS: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b"0123456789@.:([{<aAbBjJuU%=_-";
    let mut i = 0;
    while i < bytes.len() {
        table[bytes[i] as usize] = true;
        i += 1;
    }
    table
};

/// How far each greedy recogniser has read, so that none reads a stretch twice.
#[derive(Default)]
struct Reached {
    iban: usize,
    phone: usize,
    bsn: usize,
    plate: usize,
    address: usize,
    birthdate: usize,
    email: usize,
    url: usize,
}

struct Pass<'a> {
    text: &'a str,
    hits: &'a mut Vec<Hit>,
    reached: Reached,
    /// Every whole date; only all of them together tell which is someone's birth.
    dates: Vec<age::Seen>,
}

impl Pass<'_> {
    /// Asks the recognisers that start from the byte at `at`; returns where to go on.
    fn look(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        match bytes[at] {
            b'0'..=b'9' => return self.look_at_digits(at),
            b'@' => self.look_at_sign(at),
            b'.' => self.look_at_url(url::around_dot(self.text, at, self.reached.url)),
            b':' => {
                self.look_at_url(url::after_scheme(self.text, at, self.reached.url));
                self.look_at_handle(handle::behind_label(self.text, at + 1));
            }
            b'%' | b'=' if bytes[at + 1..].starts_with(b"40") => {
                self.look_at_email(email::around(self.text, at..at + 3))
            }
            b'%' | b'=' => {}
            b'_' | b'-' => self.look_at_email(email::between_marks(self.text, at)),
            b'a' | b'A' if !email::may_be_sign(bytes, at) => {}
            b'(' | b'[' | b'{' | b'<' | b'a' | b'A' => {
                self.look_at_email(email::spelled_out(self.text, at, self.reached.email));
            }
            // The second letter of `nul`.
            b'u' | b'U' => self.look_at_spoken(at.saturating_sub(1)),
            b'b' | b'B' if bsn::may_be_cue(bytes, at) => self.look_at_service_number(at),
            _ if birthdate::may_be_cue(bytes, at) => self.look_at_birth(at),
            _ => {}
        }
        at + 1
    }

    fn look_at_digits(&mut self, at: usize) -> usize {
        let text = self.text;
        self.look_at_handle(handle::around_figure(text, at));
        let figures = Figures::read(text, at);
        let run_end = figures.first_end();
        let said_on = || matches!(bytes_behind(text, run_end), [b' ', letter, ..] if letter.is_ascii_alphabetic());
        if text.as_bytes()[at] == b'0' && said_on() {
            self.look_at_spoken(at);
        }
        self.look_at_account_and_service_number(at, &figures);
        self.look_at_phone(at, &figures);
        if at >= self.reached.plate
            && let Some(range) = plate::at(text, at)
        {
            self.reached.plate = range.end;
            self.hit(range, PatternKind::Plate);
        }
        if date::may_be_whole(text.as_bytes(), at, run_end)
            && let Some((date, year)) = date::Date::whole_at(text, at)
        {
            self.dates.push(age::Seen { range: at..date.end, year });
        }
        if let Some(range) = postcode::at(text, &figures, self.reached.address) {
            self.hit(range, PatternKind::Postcode);
        }
        if at >= self.reached.address
            && let Some(range) = address::at(text, &figures)
        {
            self.reached.address = range.end;
            self.hit(range, PatternKind::Address);
        }
        run_end
    }

    /// Asks one recogniser about each run of digits.
    fn look_at_numbers(&mut self, look: fn(&mut Self, usize, &Figures)) {
        let mut at = 0;
        while let Some(step) = figures::first_digit(&self.text.as_bytes()[at..]) {
            let figures = Figures::read(self.text, at + step);
            look(self, at + step, &figures);
            at = figures.first_end();
        }
    }

    fn look_at_account_and_service_number(&mut self, at: usize, figures: &Figures) {
        let text = self.text;
        if at >= self.reached.iban
            && let Some(range) = iban::at(text, figures)
        {
            self.reached.iban = range.end;
            self.hit(range, PatternKind::Iban);
        }
        if at >= self.reached.bsn
            && let Some(range) = rijksregister::at(text, figures).or_else(|| bsn::at(text, figures))
        {
            self.reached.bsn = range.end;
            self.hit(range, PatternKind::Bsn);
        }
    }

    fn look_at_phone(&mut self, at: usize, figures: &Figures) {
        if at >= self.reached.phone
            && let Some(range) = phone::at(self.text, figures, self.reached.phone)
        {
            self.reached.phone = range.end;
            self.hit(range, PatternKind::Phone);
        }
    }

    fn look_at_spoken(&mut self, at: usize) {
        let begins = matches!(bytes_behind(self.text, at), [b'0', ..] | [b'n' | b'N', b'u' | b'U', b'l' | b'L', ..]);
        if begins
            && at >= self.reached.phone
            && let Some(range) = spoken::at(self.text, at)
        {
            self.reached.phone = range.end;
            self.hit(range, PatternKind::Phone);
        }
    }

    /// The word for a citizen service number begins at `at`.
    fn look_at_service_number(&mut self, at: usize) {
        let word = context::word_at(self.text, at);
        if at >= self.reached.bsn
            && bsn::is_cue(word.text)
            && let Some(range) = spoken::service_number(self.text, word.end())
        {
            self.reached.bsn = range.end;
            self.hit(range, PatternKind::Bsn);
        }
    }

    fn look_at_sign(&mut self, at: usize) {
        if at < self.reached.email {
            return;
        }
        match email::around_sign(self.text, at) {
            Some(range) => self.look_at_email(Some(range)),
            None => self.look_at_handle(handle::at(self.text, at)),
        }
    }

    fn look_at_handle(&mut self, found: Option<Range<usize>>) {
        if let Some(range) = found {
            self.hit(range, PatternKind::Handle);
        }
    }

    fn look_at_email(&mut self, found: Option<Range<usize>>) {
        if let Some(range) = found {
            self.reached.email = range.end;
            self.hit(range, PatternKind::Email);
        }
    }

    fn look_at_url(&mut self, seen: url::Seen) {
        self.reached.url = self.reached.url.max(seen.read_to);
        if let Some(range) = seen.url {
            self.hit(range, PatternKind::Url);
        }
    }

    fn look_at_birth(&mut self, at: usize) {
        if at >= self.reached.birthdate
            && let Some(range) = birthdate::near_cue(self.text, at)
        {
            self.reached.birthdate = range.end;
            self.hit(range, PatternKind::Birthdate);
        }
    }

    /// Adds the dates that must be of someone's birth, where they are no part of another number.
    fn judge_dates(&mut self) {
        if self.dates.is_empty() {
            return;
        }
        let dates = std::mem::take(&mut self.dates);
        self.hits.sort_by_key(|hit| hit.range.start);
        let (others, mut next, mut covered) = (self.hits.len(), 0, 0);
        for range in age::of_people(self.text, &dates) {
            while next < others && self.hits[next].range.start < range.end {
                covered = covered.max(self.hits[next].range.end);
                next += 1;
            }
            if covered <= range.start {
                self.hit(range, PatternKind::Birthdate);
            }
        }
    }

    fn hit(&mut self, range: Range<usize>, kind: PatternKind) {
        self.hits.push(Hit { range, kind });
    }
}

fn bytes_behind(text: &str, at: usize) -> &[u8] {
    &text.as_bytes()[at..]
}

#[cfg(test)]
mod tests;
