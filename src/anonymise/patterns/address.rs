//! Addresses: a street with its house number, or a PO box. Input: figures; output: the span from the name of the street
//! to the addition of the house number. Postcode and town are not part of it.

mod addition;
mod placing;

use std::ops::Range;

use self::addition::{addition_end, tells_door};
use self::placing::{Placing, is_address_announced, is_announced, placing_before};
use super::context::{
    Word, before, ends_with_ignoring_case, is_blank, is_dash, is_quantity, skip_space, skip_space_back, word_at,
    words_before,
};
use super::figures::Figures;
use super::postcode;
use super::street::{self, Evidence, Street};

/// The address of which these figures are the house number.
pub(super) fn at(text: &str, figures: &Figures) -> Option<Range<usize>> {
    let start = figures.start();
    let first = figures.groups().first()?;
    let name = NameBefore::read(text, start);
    if let Some(range) = name.as_ref().and_then(|name| box_number(text, figures, name.end)) {
        return Some(range);
    }
    if first.len() > 5 || first.of(text).starts_with('0') || figures.open_with_date(text) {
        return None;
    }
    let number = HouseNumber::read(text, start, first.end)?;
    let Some(name) = name else { return street_behind(text, &number, start).map(|end| start..end) };
    if number.counts(text) {
        return name.labelled.then_some(start..number.end);
    }
    match street::ending_at(text, name.end).filter(|street| number.belongs_to(text, street, &name)) {
        Some(street) => Some(street.start..number.end),
        None => {
            let of_street = || street_behind(text, &number, start).map(|end| start..end);
            name.labelled.then_some(start..number.end).or_else(of_street)
        }
    }
}

/// Where the street ends that stands behind its number: `nummer 12 van de Kerkstraat`, `12 aan de Beukenlaan`; in small
/// letters behind the word itself: `nummer 12 in de lange nieuwstraat`.
fn street_behind(text: &str, number: &HouseNumber, start: usize) -> Option<usize> {
    const MOST_WORDS: usize = 3;
    let next = |at: usize| word_at(text, skip_space(text, at, 1));
    let preposition = next(number.end);
    let article = next(preposition.end());
    if !preposition.is_any(&["van", "aan", "in"]) || !article.is_any(&["de", "het"]) {
        return None;
    }
    let first = next(article.end());
    let numbered = words_before(text, start).next().is_some_and(|word| word.is_any(&["nummer", "nr", "huisnummer"]));
    let may_be = |word: &Word<'_>| numbered || word.text.starts_with(char::is_uppercase);
    let is_street = |end: usize, start: usize| {
        street::ending_at(text, end).is_some_and(|street| street.evidence == Evidence::Sure && street.start <= start)
    };
    std::iter::successors(Some(first), |word| Some(next(word.end())))
        .take(MOST_WORDS)
        .take_while(may_be)
        .find(|word| is_street(word.end(), first.start))
        .map(|word| word.end())
}

/// Where the house number behind a known street ends, or the additions behind its number.
pub(super) fn house_number_end(text: &str, end: usize) -> usize {
    let has_number = before(text, end).is_some_and(|c| c.is_ascii_digit());
    let start = if has_number { end } else { skip_space(text, end, 2) };
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let fits = if has_number { digits == 0 } else { (1..=5).contains(&digits) };
    let number = fits.then(|| HouseNumber::read(text, start, start + digits)).flatten();
    number.map_or(end, |number| number.end)
}

/// What stands between a street and its number.
struct NameBefore {
    /// Where the name of the street ends.
    end: usize,
    /// A comma or a word such as `nummer` stands between, or nothing at all: the street must be sure.
    loose: bool,
    /// A word such as `nr.` stands between, which few places but streets have.
    numbered: bool,
    /// The word between is `huisnummer`, which tells enough without a street.
    labelled: bool,
    /// The side of a water or a street stands between: `Singel o.z. 41`.
    sided: bool,
}

impl NameBefore {
    fn read(text: &str, number: usize) -> Option<NameBefore> {
        let end = skip_space_back(text, number, 3);
        // Nothing that may stand between a street and its number ends in any other sign.
        let may_follow = |c: char| c.is_alphanumeric() || is_dash(c) || ".'’:#,№(/".contains(c);
        if !before(text, end).is_some_and(may_follow) {
            return None;
        }
        let mut name = NameBefore { end, loose: end == number, numbered: false, labelled: false, sided: false };
        if let Some(head) = text[..end].strip_suffix('№') {
            name.numbered = true;
            name.end = skip_space_back(text, head.len(), 2);
        }
        for _ in 0..3 {
            let bare = text[..name.end].trim_end_matches([':', '#']);
            let bare = bare.strip_suffix(',').unwrap_or(bare);
            let Some(word) = words_before(text, bare.len()).next() else { break };
            let behind = &text[word.end()..bare.len()];
            let is_label =
                word.is_any(&["nr", "nummer", "no", "huisnummer", "huisnr"]) && (behind.is_empty() || behind == ".");
            let is_link = name.numbered && word.is_any(&["op", "met"]) && behind.is_empty();
            if !is_label && !is_link {
                name.loose |= bare.len() < name.end;
                name.end = bare.len();
                break;
            }
            name.labelled |= word.is_any(&["huisnummer", "huisnr"]);
            name.numbered = true;
            name.loose = is_link;
            name.end = skip_space_back(text, word.start, 2);
        }
        let bare = without_side(text, name.end);
        name.sided = bare < name.end;
        name.end = bare;
        // `Kerkstraat (12)`, `Kerkstraat-12`
        let head = text[..name.end].trim_end_matches(|c: char| is_dash(c) || matches!(c, '(' | '/'));
        if head.len() < name.end {
            name.loose = true;
            name.end = skip_space_back(text, head.len(), 1);
        }
        let last = before(text, name.end);
        let readable = last.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'));
        (readable || name.labelled).then_some(name)
    }
}

/// Where the name of the street ends before the side of a water or of a street on which the house stands: `Singel o.z. 41`.
fn without_side(text: &str, end: usize) -> usize {
    const SIDES: [&str; 8] = [" o.z.", " w.z.", " n.z.", " z.z.", " oz", " wz", " nz", " zz"];
    let side = SIDES.into_iter().find(|side| ends_with_ignoring_case(&text[..end], side));
    side.map_or_else(|| without_quarter(text, end), |side| skip_space_back(text, end - side.len(), 2))
}

/// The same before the part of a street that is called after a quarter of the compass: `Hoofdweg-Noord 14`.
fn without_quarter(text: &str, end: usize) -> usize {
    const QUARTERS: [&str; 4] = ["noord", "zuid", "oost", "west"];
    let Some(quarter) = QUARTERS.into_iter().find(|quarter| ends_with_ignoring_case(&text[..end], quarter)) else {
        return end;
    };
    let bare = end - quarter.len();
    let street = bare - before(text, bare).filter(|c| *c == '-' || *c == ' ').map_or(0, char::len_utf8);
    let is_sure = || street::ending_at(text, street).is_some_and(|street| street.evidence == Evidence::Sure);
    if street < bare && is_sure() { street } else { end }
}

/// A house number with its addition.
struct HouseNumber {
    value: u32,
    has_addition: bool,
    /// The addition is one that only doors have: `hs`, `rd`.
    has_door: bool,
    end: usize,
}

impl HouseNumber {
    fn read(text: &str, start: usize, digits_end: usize) -> Option<HouseNumber> {
        let value = text[start..digits_end].parse().unwrap_or(0);
        let mut end = digits_end;
        for _ in 0..3 {
            match addition_end(text, end) {
                Some(further) => end = further,
                None => break,
            }
        }
        let goes_on = match text[end..].chars().next() {
            Some(':' | '.') => text[end + 1..].starts_with(|c: char| c.is_ascii_digit()),
            Some(',') => text[end + 1..].bytes().take_while(u8::is_ascii_digit).count() % 4 != 0,
            Some(c) => c.is_alphanumeric() || matches!(c, '%' | '€' | '@' | '_'),
            None => false,
        };
        let has_door = tells_door(&text[digits_end..end]);
        (!goes_on).then_some(HouseNumber { value, has_addition: end > digits_end, has_door, end })
    }

    /// Whether it counts something, so that no street before makes it a house number.
    fn counts(&self, text: &str) -> bool {
        !self.has_addition && is_quantity(text, self.end)
    }

    /// Whether the street before and what stands around make this its number.
    fn belongs_to(&self, text: &str, street: &Street, name: &NameBefore) -> bool {
        if name.loose && street.evidence < Evidence::Sure {
            return false;
        }
        if name.numbered {
            let needed = if street.capital { Evidence::Likely } else { Evidence::Sure };
            return street.evidence >= needed || name.labelled && street.capital || is_announced(text, street.start);
        }
        if postcode_follows(text, self.end, street.evidence) {
            return true;
        }
        let announced = is_announced(text, street.start);
        let is_year = (1900..=2099).contains(&self.value) && !self.has_addition;
        let placed = || placing_before(text, street.start);
        match street.evidence {
            Evidence::Sure => !is_year || announced,
            Evidence::Likely => {
                announced || !is_year && (self.has_addition || ends_phrase(text, self.end) || placed().is_some())
            }
            Evidence::Vague => {
                announced
                    || !is_year
                        && (self.has_addition
                            || street.capital && matches!(placed(), Some(Placing::InThe | Placing::At)))
            }
            Evidence::Capital => {
                let in_town = || opens_with_article(text, street) && is_in_town(text, self.end);
                let of_door = || self.has_door || name.sided && !street.ordinary;
                !is_year && (announced || placed() == Some(Placing::AtThe) || in_town() || of_door())
            }
            Evidence::Faint => !is_year && is_address_announced(text, street.start),
        }
    }
}

/// Whether a postcode stands right behind an address.
fn postcode_follows(text: &str, end: usize, evidence: Evidence) -> bool {
    let start = skip_space(text, end, 2);
    let start = start + usize::from(text[start..].starts_with([',', '(']));
    let start = skip_space(text, start, 2);
    let start =
        start + text[start..].find(|c: char| !(is_dash(c) || is_blank(c))).filter(|&skipped| skipped <= 4).unwrap_or(0);
    start > end && postcode::is_likely_at(text, start, evidence >= Evidence::Likely)
}

/// `De Lind`, `'t Zand`
fn opens_with_article(text: &str, street: &Street) -> bool {
    const ARTICLES: &[&str] = &["de", "het", "t"];
    let start = street.start + usize::from(text[street.start..].starts_with('\''));
    let word = word_at(text, start);
    let before = words_before(text, street.start).next().filter(|before| text[before.end()..street.start].trim() == "");
    word.is_any(ARTICLES)
        || before.is_some_and(|before| before.text != before.text.to_lowercase() && before.is_any(ARTICLES))
}

/// Whether a town follows: `5 te Oisterwijk`.
fn is_in_town(text: &str, end: usize) -> bool {
    let word = word_at(text, skip_space(text, end, 1));
    word.text == "te" && word_at(text, skip_space(text, word.end(), 1)).text.starts_with(char::is_uppercase)
}

/// Whether the phrase ends here, as it does behind a complete address.
fn ends_phrase(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(is_blank);
    rest.is_empty()
        || rest.starts_with(['\n', '\r', '.', ',', ';', ')', '!', '?'])
        || word_at(rest, 0).is_any(&["te", "in"])
}

/// `Postbus 123`, `P.O. Box 12`, `Antwoordnummer 1234`.
fn box_number(text: &str, figures: &Figures, name_end: usize) -> Option<Range<usize>> {
    let first = figures.groups().first()?;
    let head = &text[..name_end];
    let word = ["postbus", "p.o. box", "po box", "antwoordnummer"]
        .into_iter()
        .find(|word| ends_with_ignoring_case(head, word));
    let start = name_end - word?.len();
    let is_word = !before(text, start).is_some_and(char::is_alphanumeric);
    let second =
        figures.groups().get(1).filter(|next| first.len() <= 2 && next.len() == 3 && next.start == first.end + 1);
    (is_word && first.len() <= 6 && !super::context::joined_after(text, first.end))
        .then(|| start..second.unwrap_or(first).end)
}

#[cfg(test)]
mod tests;
