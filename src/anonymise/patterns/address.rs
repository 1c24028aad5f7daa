//! Addresses: a street with its house number, or a PO box. Input: figures; output: the span from the name of the street
//! to the addition of the house number. Postcode and town are not part of it.

use std::ops::Range;

use super::context::{
    announced, before, ends_with_ignoring_case, is_blank, is_break, is_dash, is_quantity, skip_space, skip_space_back,
    word_at, words_before,
};
use super::figures::Figures;
use super::postcode;
use super::street::{self, Evidence, Street};

/// The address of which these figures are the house number.
pub(super) fn at(text: &str, figures: &Figures) -> Option<Range<usize>> {
    let start = figures.start();
    let first = figures.groups().first()?;
    let name = NameBefore::read(text, start)?;
    if let Some(range) = box_number(text, figures, name.end) {
        return Some(range);
    }
    if first.len() > 5 || first.of(text).starts_with('0') || figures.open_with_date(text) {
        return None;
    }
    let number = HouseNumber::read(text, start, first.end)?;
    if number.counts(text) {
        return name.labelled.then_some(start..number.end);
    }
    match street::ending_at(text, name.end).filter(|street| number.belongs_to(text, street, &name)) {
        Some(street) => Some(street.start..number.end),
        None => {
            let of_street = || street_behind(text, number.end).map(|end| start..end);
            name.labelled.then_some(start..number.end).or_else(of_street)
        }
    }
}

/// Where the street ends that stands behind its number: `nummer 12 van de Kerkstraat`, `12 aan de Beukenlaan`.
fn street_behind(text: &str, number_end: usize) -> Option<usize> {
    let next = |at: usize| word_at(text, skip_space(text, at, 1));
    let preposition = next(number_end);
    let article = next(preposition.end());
    if !preposition.is_any(&["van", "aan", "in"]) || !article.is_any(&["de", "het"]) {
        return None;
    }
    let name = next(article.end());
    let is_street = name.text.starts_with(char::is_uppercase)
        && street::ending_at(text, name.end()).is_some_and(|street| street.evidence == Evidence::Sure);
    is_street.then_some(name.end())
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
}

impl NameBefore {
    fn read(text: &str, number: usize) -> Option<NameBefore> {
        let end = skip_space_back(text, number, 3);
        // Nothing that may stand between a street and its number ends in any other sign.
        let may_follow = |c: char| c.is_alphanumeric() || is_dash(c) || ".'’:#,№(/".contains(c);
        if !before(text, end).is_some_and(may_follow) {
            return None;
        }
        let mut name = NameBefore { end, loose: end == number, numbered: false, labelled: false };
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

/// A house number with its addition.
struct HouseNumber {
    value: u32,
    has_addition: bool,
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
        (!goes_on).then_some(HouseNumber { value, has_addition: end > digits_end, end })
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
            Evidence::Capital => !is_year && (announced || placed() == Some(Placing::AtThe)),
            Evidence::Faint => !is_year && is_address_announced(text, street.start),
        }
    }
}

/// How the words before a name place something there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Placing {
    /// `aan de`: said of streets and waters alone.
    AtThe,
    /// `in de`, `op het`: not said of towns.
    InThe,
    /// `op`, `aan`: not said of towns either.
    At,
    /// `van`, `bij`, `naar`.
    Bare,
}

fn placing_before(text: &str, start: usize) -> Option<Placing> {
    let mut words = words_before(text, start);
    let nearest = words.next()?;
    if nearest.is_any(&["de", "het", "t"]) {
        let preposition = words.next()?;
        let at = preposition.is_any(&["aan"]).then_some(Placing::AtThe);
        let within = ["in", "op", "naar", "bij", "van", "langs", "achter", "tegenover", "vanaf", "hoek"];
        return at.or_else(|| preposition.is_any(&within).then_some(Placing::InThe));
    }
    if nearest.is_any(&["op", "aan", "hoek", "woning", "pand", "huis", "flat"]) {
        return Some(Placing::At);
    }
    let bare = ["van", "bij", "vanaf", "nabij", "naar", "tegenover"];
    nearest.is_any(&bare).then_some(Placing::Bare)
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

/// Whether the phrase ends here, as it does behind a complete address.
fn ends_phrase(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(is_blank);
    rest.is_empty()
        || rest.starts_with(['\n', '\r', '.', ',', ';', ')', '!', '?'])
        || word_at(rest, 0).is_any(&["te", "in"])
}

const LINKS: &[&str] = &[
    "op", "aan", "in", "de", "het", "te", "naar", "is", "mijn", "ons", "onze", "nieuwe", "oude", "ik", "wij", "we",
    "u", "hier", "van", "een", "daar", "ook", "maar", "door", "alles", "post", "t", "achter",
];

/// Whether the words before tell of living or delivering somewhere.
fn is_announced(text: &str, start: usize) -> bool {
    announced(text, start, LINKS, |word| {
        word.ends_with("adres")
            || word.starts_with("woon")
            || word.starts_with("verhui")
            || word.ends_with("stuur")
            || word.ends_with("gestuurd")
            || matches!(
                word,
                "wonen" | "wonend" | "wonende" | "gevestigd" | "bezorgd" | "bezorgen" | "pand" | "perceel"
            )
    })
}

fn is_address_announced(text: &str, start: usize) -> bool {
    announced(text, start, &["is", "op", "het"], |word| word.ends_with("adres") || word == "woonachtig")
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

/// Words behind a house number that tell which door: whole, with capitals or not.
const DOORS: &[&str] = &[
    "bis", "hs", "huis", "boven", "beneden", "bov", "ben", "bg", "rood", "rd", "zwart", "zw", "sous", "ong", "ii",
    "iii", "iv", "vi", "vii", "viii", "hoog", "bgg", "parterre", "1hoog", "2hoog", "3hoog", "4hoog",
];

/// Where one addition behind the house number ends: `a`, `-III`, ` bis`, `-2hoog`, ` bus 4`, ` t/m 16`.
fn addition_end(text: &str, end: usize) -> Option<usize> {
    let mut chars = text[end..].chars();
    match chars.next()? {
        c if is_blank(c) && chars.clone().next().is_some_and(is_dash) => {
            let dash = end + c.len_utf8();
            dashed_addition(text, dash + chars.next().map_or(0, char::len_utf8))
        }
        c if c.is_ascii_alphabetic() => door_at(text, end),
        c if is_dash(c) || c == '/' => tied_addition(text, end + c.len_utf8()),
        ',' => numbered_addition(text, skip_space(text, end + 1, 1)),
        c if is_blank(c) => {
            let start = end + c.len_utf8();
            numbered_addition(text, start).or_else(|| apart_addition(text, start))
        }
        _ => None,
    }
}

/// What a dash with a blank before it ties to the number: a letter, or a second number behind another blank.
fn dashed_addition(text: &str, start: usize) -> Option<usize> {
    let behind_blank = skip_space(text, start, 1);
    let word = word_at(text, behind_blank);
    let is_number = word.text.len() <= 4 && word.text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = if behind_blank == start {
        is_letter_and_figures(word.text)
    } else {
        !word.text.is_empty() && is_number && !is_quantity(text, word.end()) && !goes_on_behind(text, word.end())
    };
    fits.then_some(word.end())
}

/// Whether figures go on behind `end`, as those of a date or a time do.
fn goes_on_behind(text: &str, end: usize) -> bool {
    let mut behind = text[end..].chars();
    matches!(behind.next(), Some(c) if is_dash(c) || matches!(c, '.' | ':' | '/' | ','))
        && behind.next().is_some_and(|c| c.is_ascii_digit())
}

/// A single letter or a word for a door.
fn door_at(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    (is_letter_and_figures(word.text) || word.is_any(DOORS)).then_some(word.end())
}

/// A letter, or a letter and one or two figures: `a`, `A2`.
fn is_letter_and_figures(word: &str) -> bool {
    let figures = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    word.len() - figures.len() == 1 && figures.len() <= 2 && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a dash or a slash ties to the number: figures, a letter, a door.
fn tied_addition(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    let digits = word.text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word.text[digits..];
    let fits = match digits {
        0 => is_letter_and_figures(rest) || DOORS.iter().any(|door| rest.eq_ignore_ascii_case(door)),
        1..=3 => {
            rest.is_empty() || is_letter_and_figures(rest) || DOORS.iter().any(|door| rest.eq_ignore_ascii_case(door))
        }
        _ => false,
    };
    (fits && !word.text.is_empty()).then_some(word.end())
}

/// What stands behind a blank: a door, a single letter that is no word, a floor, a second number.
fn apart_addition(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    let next = text[word.end()..].chars().next();
    let letter = word.text.len() == 1
        && word.text.bytes().all(|byte| matches!(byte, b'a'..=b'h' | b'A'..=b'T' | b'V' | b'W' | b'Z'))
        && !matches!(next, Some('\'' | '’' | '-' | '/'))
        && (next != Some('.') || text[word.end() + 1..].chars().next().is_none_or(is_break));
    let coded = word.text.len() > 1
        && word.text.starts_with(|c: char| c.is_uppercase() || c == 'b')
        && is_letter_and_figures(word.text);
    let second = word_at(text, skip_space(text, word.end(), 1));
    // `12 b 3`, `12 K 3`
    let boxed = word.is_any(&["b", "k"])
        && (1..=3).contains(&second.text.len())
        && second.text.bytes().all(|byte| byte.is_ascii_digit())
        && !is_quantity(text, second.end());
    if boxed {
        return Some(second.end());
    }
    if letter || coded || word.is_any(DOORS) {
        return Some(word.end());
    }
    let opposite = ["t.o.", "t/o"].iter().find(|opposite| text[start..].starts_with(**opposite));
    if let Some(opposite) = opposite {
        return Some(start + opposite.trim_end_matches('.').len());
    }
    if is_ordinal(word.text) && second.is_any(&["verd", "verdieping", "etage", "et", "woonlaag"]) {
        return Some(second.end());
    }
    let is_floor = word.text.len() == 1 && word.text.as_bytes()[0].is_ascii_digit()
        || word.is_any(&["een", "één", "twee", "drie", "vier"]);
    if is_floor && second.text.eq_ignore_ascii_case("hoog") {
        return Some(second.end());
    }
    if word.text.len() == 5 && word.text.ends_with("hoog") && word.text.as_bytes()[0].is_ascii_digit() {
        return Some(word.end());
    }
    let range = text[start..].starts_with("t/m ");
    let and = text[start..].starts_with(['+', '&']);
    let until = if range {
        start + 4
    } else if and {
        skip_space(text, start + 1, 1)
    } else {
        word.is_any(&["en", "of"]).then_some(second.start)?
    };
    let last = word_at(text, until);
    let is_number = (1..=4).contains(&last.text.len()) && last.text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !is_quantity(text, last.end()) && (range || ends_phrase(text, last.end()))).then_some(last.end())
}

/// `1e`, `2de`, `eerste`.
fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = word.len() - ending.len();
    (1..=2).contains(&figures) && matches!(ending, "e" | "de" | "ste")
        || ["eerste", "tweede", "derde", "vierde"].contains(&word)
}

/// A word for a part of the building with its number: `bus 4`, `app. 3`, `kamer 12`.
fn numbered_addition(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    if !word.is_any(&["bus", "app", "apt", "appartement", "kamer", "unit", "box", "bte", "verdieping", "etage"]) {
        return None;
    }
    let dot = word.end() + usize::from(text[word.end()..].starts_with('.'));
    let number = word_at(text, skip_space(text, dot, 1));
    let is_number = (1..=4).contains(&number.text.len())
        && number.text.is_ascii()
        && (number.text.len() == 1 || number.text.starts_with(|c: char| c.is_ascii_digit()));
    is_number.then_some(number.end())
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Address;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn streets_with_numbers_are_found_whole() {
        let table = [
            "<Kerkstraat 12>",
            "Ik woon aan de <Prins Hendrikkade 33-B>.",
            "<Laan van Meerdervoort 12-III>",
            "<Van der Helststraat 5 hs>",
            "Mijn adres is <Kade 12>, Ons Dorp",
            "Stuur maar door naar <Fluitekruid 18>, dan komt het goed.",
            "<Dorpsstraat 12 bis>",
            "<Plein 1944 7>",
            "<1e Jan Steenstraat 4-2hoog>",
            "<Postbus 123>",
            "<kerkstraat 12a>",
            "op de <prins hendrikkade 33>",
            "<KERKSTRAAT 12>",
            "<Kerkstraat 12 bus 3>",
            "<Kerkstraat 12, bus 3>",
            "<Kerkstraat 12/3>",
            "<Kerkstraat 12 III>",
            "<Kerkstraat 12 A>",
            "<Kerkstraat nr. 12>",
            "<Kerkstraat nummer 12>",
            "<Kerkstraat, huisnummer 12>",
            "in de <Kerkstraat op nummer 12>",
            "<Kerkstraat 12-hs>",
            "<Kerkstraat 12 hs>",
            "<Kerkstraat 12hs>",
            "<Kerkstraat 12-I>",
            "<Kerkstraat 12-1>",
            "<Kerkstraat 12 1 hoog>",
            "<Kerkstraat 12 2hoog>",
            "<Kerkstraat 12 bis A>",
            "<Kerkstraat 12bis>",
            "<Kerkstraat 12 rood>",
            "<Kerkstraat 12 zwart>",
            "<Kerkstraat 12 sous>",
            "<Kerkstraat 12-14 sous>",
            "<Kerkstraat 12 b>",
            "<Kerkstraat 12B>",
            "<Kerkstraat 12-B3>",
            "<Kerkstraat 12 bus 3A>",
            "<Kerkstraat 12 bus B>",
            "<Kerkstraat 12 app. 3>",
            "<Kerkstraat 12, app. 3>",
            "<Kerkstraat 12 kamer 4>",
            "<Kerkstraat 12 unit 4>",
            "<Kerkstraat 12>",
            "<Kerkstraat 12/A>",
            "<Kerkstraat 12/2>",
            "<NOARDERDYK 8>",
            "<Fjildstrjitte 4>",
            "<Tsjerkeleane 12 a>",
            "<postbus 1234>",
            "<Postbus 12 345>",
            "<Antwoordnummer 1234>",
            "<Laan van Nieuw Oost-Indië 12>",
            "<Burgemeester de Vlugtlaan 12>",
            "<Dr. Schaepmanstraat 3>",
            "<Jan van Galenstraat 12-2>",
            "<2e Dwarsweg 7>",
            "<Dorpsstr. 12>",
            "<Kerkstraat\u{a0}12>",
            "<Kerkstraat 12 t/m 16>",
            "<Kerkstraat 12-14>",
            "Jan woont op <Zilvermeeuw 12>.",
            "adres: <Overtoom 12>",
            "woonadres <Hoge Nest 14>",
            "<Lindenhof 12>, Utrecht",
            "aan de <Zonneweide 8>.",
            "<Nieuwe Gracht 8>",
            "<'s-Gravenweg 20>",
            "<Burg. van Roijensingel 3>",
            "<Dr. Schaepmanlaan 3>",
            "<Kerkstraat\n12>",
            "<rue de la Loi 16>",
            "<Antwerpsesteenweg 12>",
            "<Kerkstraat 12 2 hoog>",
            "<Kerkstraat 12 drie hoog>",
            "<Plein '40-'45 12>",
            "huisnummer <12>",
            "<Kerkstraat 12> en niet op de <Dorpsweg 3>",
            "Jan Jansen\n<Kerkstraat 12>\nOns Dorp",
            "<Kerkstraat12>",
            "<antwoordnummer 1234>",
            "<Grote Markt 1>, Haarlem",
            "de buren van <Kerkstraat 12> klagen",
            "<Kerkstraat 12>, u hoort van mij",
            "<Oude Gracht 12 rood>",
            "in de <Van der Dorpspoort 296-3hoog>",
            "bij de <Merelring 168> voor",
            "<Zandveld 249 boven>",
            "<Kerkstraat 12 A2>",
            "<Kerkstraat 12 c>.",
            "<Kerkstraat 12 t/m 18> en",
            "op <Meidoorndam 66> in Utrecht",
            "De woning <Gouverneur de Tulpendam 325> te Gouda",
            "<Kerkstraat 12-A2>",
            "wij wonen op <prins smedenring 420 c> en",
            "aan de <Overtoom 12> stond",
            "de buren van <Nieuwe Lindenoever 91> klagen",
        ];
        for row in table {
            assert_found(Address, row);
        }
    }

    #[test]
    fn a_postcode_behind_a_number_makes_its_words_a_street() {
        use super::super::{Hit, PatternKind, find};
        let table = [
            ("Zilvermeeuw 12, 1234 AB Ons Dorp", "Zilvermeeuw 12", "1234 AB"),
            ("zilvermeeuw 12, 1234 ab ons dorp", "zilvermeeuw 12", "1234 ab"),
            ("Kerkstraat 12 1234 AB", "Kerkstraat 12", "1234 AB"),
            ("Kerkstraat 12\n1234 in Utrecht", "Kerkstraat 12", "1234 in"),
            ("Kerkstraat 12, 9000 Gent", "Kerkstraat 12", "9000"),
            ("De Overtoom 12-III (1234AB)", "Overtoom 12-III", "1234AB"),
        ];
        for (text, address, postcode) in table {
            let mut hits: Vec<Hit> = Vec::new();
            find(text, &mut hits);
            let shown: Vec<_> = hits.iter().map(|hit| (hit.kind, &text[hit.range.clone()])).collect();
            assert_eq!(shown, [(PatternKind::Address, address), (PatternKind::Postcode, postcode)], "{text:?}");
        }
    }

    #[test]
    fn other_words_with_numbers_stay() {
        let table = [
            "in de Kerkstraat",
            "Kerkstraat 12 dagen opgebroken",
            "In de Kerkstraat 3 keer",
            "onderweg 3",
            "de snelweg A12",
            "Milaan 12",
            "steeg 12 procent",
            "Amsterdam 12",
            "in Tilburg 3 klachten",
            "Levering 12",
            "Vergadering 2",
            "kamer 12",
            "Zaal 3",
            "de Kerkstraat 2025",
            "Kerkstraat 12.30 uur",
            "Kerkstraat 9:00",
            "de weg 3 mei",
            "blokkade 3",
            "artikel 12",
            "week 12",
            "op 12 mei",
            "Windows 11",
            "nummer 12",
            "lijn 4",
            "Supermarkt 3 had",
            "Onze klant 12",
            "in Rotterdam 3 filialen",
            "Kerkstraat 3 mei",
            "Rijksweg A2",
            "de Markt 12 mensen",
            "Wij woonden in Utrecht 12 jaar",
            "pagina 3 van 12",
            "Van Dijk 3 keer",
            "Milieustraat 2026",
        ];
        for row in table {
            assert_untouched(row);
        }
    }
}
