//! May this value be quoted? In: the form that its key asks for, and its text. Out: yes, only where it
//! has that form or nearly so; anything else may be personal data in the wrong field.

use super::keys::Form;
use crate::calendar::Duration;
use crate::calendar::dutch::month_named;
use crate::protocol::Protocol;
use crate::yaml::nearest;

/// The longest text that is taken for a setting.
const LONGEST_SETTING: usize = 40;

/// A shorter word resembles too many names: `ja` and Jan, `aard` and Aart.
const SHORTEST_LIKENESS: usize = 5;

const UNITS: [&str; 10] =
    ["werkdag", "werkdagen", "dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "jaren"];

/// Whether a value of this form may be quoted.
pub(super) fn may_show(form: Form, text: &str, protocol: &Protocol) -> bool {
    match form {
        Form::Date => is_like_a_date(text),
        Form::Number => is_like_a_number(text),
        Form::Colour => is_like_a_colour(text),
        Form::Duration => is_like_a_duration(text),
        Form::Choice(options) => is_like_one_of(text, &options(protocol)),
        Form::Setting => text.chars().count() <= LONGEST_SETTING && is_of_words(text) && is_lower_case(text),
        Form::Personal | Form::Group(_) => false,
    }
}

/// Whether a key that is none of the known ones may be quoted: it resembles one, and has no capital,
/// as a name would.
pub(super) fn may_show_key(key: &str, known: &[(&str, Form)]) -> bool {
    is_of_words(key) && is_lower_case(key) && nearest(key, known.iter().map(|(known, _)| *known)).is_some()
}

/// `2026-11-02`, `2-11-2026`, `2 nov. 2026`. No year before 2000: that is more likely a day of birth.
fn is_like_a_date(text: &str) -> bool {
    const LONGEST: usize = 20;
    let parts: Vec<_> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, middle, last] = parts[..] else { return false };
    let short = |part: &str| part.len() <= 2 && is_of_digits(part);
    let turned = short(first) && (short(middle) || month_named(middle).is_some()) && is_year(last);
    text.len() <= LONGEST && (turned || (is_year(first) && short(middle) && short(last)))
}

/// `2026-014`, `2026-14`, `2026/014`; not a telephone number.
fn is_like_a_number(text: &str) -> bool {
    let serial = |part: &str| part.len() <= 5 && is_of_digits(part);
    text.split_once(['-', '/', '.', '_', ' ']).is_some_and(|(year, rest)| is_year(year) && serial(rest))
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.starts_with("20") && is_of_digits(part)
}

fn is_of_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `#0d5a61`, `#0d5a6`. Without its mark, a number or a name of a few letters might look like one.
fn is_like_a_colour(text: &str) -> bool {
    let of_hex = |digits: &str| (3..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.strip_prefix('#').is_some_and(of_hex)
}

/// `2 weken`, `2 wekn`.
fn is_like_a_duration(text: &str) -> bool {
    let unit = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let number = text.len() - unit.len();
    let short = (1..=3).contains(&number);
    text.parse::<Duration>().is_ok() && is_printable(text) || short && is_like_one_of(unit.trim(), &UNITS)
}

/// One of the words, or so like a longer one of them that it was probably meant. A capital tells a
/// name, save in a word that is otherwise right.
fn is_like_one_of(text: &str, options: &[&str]) -> bool {
    let lower = text.to_lowercase();
    let long = options.iter().copied().filter(|option| option.chars().count() >= SHORTEST_LIKENESS);
    options.iter().any(|option| *option == text || option.to_lowercase() == lower)
        || (is_of_words(text) && is_lower_case(text) && nearest(text, long).is_some())
}

fn is_of_words(text: &str) -> bool {
    text.chars().all(|sign| sign.is_alphabetic() || matches!(sign, '-' | '_' | ' '))
}

fn is_lower_case(text: &str) -> bool {
    !text.chars().any(char::is_uppercase)
}

fn is_printable(text: &str) -> bool {
    super::printable(text) == text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::keys::{COMPLAINT, PROTOCOL, STAFF};

    fn shows(table: Form, key: &str, text: &str) -> bool {
        let form = key.split('.').fold(table, |form, part| {
            let Form::Group(keys) = form else { panic!("{key} is no group") };
            keys.iter().find(|(known, _)| *known == part).expect("a known key").1
        });
        may_show(form, text, &Protocol::default())
    }

    #[test]
    fn a_value_of_the_right_form_or_nearly_so_is_shown() {
        for (table, key, text) in [
            (COMPLAINT, "ontvangen", "2026-11-02"),
            (COMPLAINT, "ontvangen", "2026-13-45"),
            (COMPLAINT, "ontvangen", "2-11-2026"),
            (COMPLAINT, "ontvangen", "02/11/2026"),
            (COMPLAINT, "ontvangen", "2 november 2026"),
            (COMPLAINT, "ontvangen", "2 Nov. 2026"),
            (COMPLAINT, "nummer", "2026-014"),
            (COMPLAINT, "vervolg-op", "2026-14"),
            (COMPLAINT, "kanaal", "e-mail"),
            (COMPLAINT, "kanaal", "E-mail"),
            (COMPLAINT, "betreft", "tijdighied"),
            (COMPLAINT, "oorzaak", "planing"),
            (COMPLAINT, "beroep.uitkomst", "deels gegrond"),
            (COMPLAINT, "nazorg.tevreden", "Ja"),
            (COMPLAINT, "overschrijdingen.termijn", "afhandling"),
            (PROTOCOL, "termijnen.afhandeling", "2 weken"),
            (PROTOCOL, "termijnen.afhandeling", "2 wekenn"),
            (PROTOCOL, "betreft", "bejegening"),
            (PROTOCOL, "kalender.extra-vrije-dagen", "2026-12-28"),
            (PROTOCOL, "uiterlijk.kleur", "#ffcc0"),
            (STAFF, "functie", "directuer"),
            (STAFF, "tot", "2025-08-31"),
        ] {
            assert!(shows(table, key, text), "{key}: {text}");
        }
    }

    #[test]
    fn a_value_in_the_wrong_field_is_not_shown() {
        for (table, key, text) in [
            (COMPLAINT, "ontvangen", "0612345678"),
            (COMPLAINT, "ontvangen", "06 12 34 56 78"),
            (COMPLAINT, "ontvangen", "06-12345678"),
            (COMPLAINT, "ontvangen", "06 12 3456"),
            (COMPLAINT, "ontvangen", "1961-03-12"),
            (COMPLAINT, "ontvangen", "12 maart 1961"),
            (COMPLAINT, "ontvangen", "2026-11-02 Jan"),
            (COMPLAINT, "ontvangen", "2 Jansen 2026"),
            (COMPLAINT, "nummer", "0612345678"),
            (COMPLAINT, "nummer", "06-12345678"),
            (COMPLAINT, "nummer", "2026-014-jansen"),
            (COMPLAINT, "nummer", "123456782"),
            (COMPLAINT, "kanaal", "Fatima"),
            (COMPLAINT, "betreft", "Aart"),
            (COMPLAINT, "betreft", "aart"),
            (COMPLAINT, "oorzaak", "Dennis"),
            (COMPLAINT, "nazorg.tevreden", "Jan"),
            (COMPLAINT, "nazorg.tevreden", "jan"),
            (COMPLAINT, "nazorg.tevreden", "dee\u{202e}ls"),
            (COMPLAINT, "indiener.naam", "e-mail"),
            (COMPLAINT, "maatregelen.wie", "2026-11-02"),
            (PROTOCOL, "organisatie", "WENB"),
            (PROTOCOL, "termijnen.afhandeling", "0612345678 dagen"),
            (PROTOCOL, "betreft", "Fatima"),
            (PROTOCOL, "betreft", "0612345678"),
            (PROTOCOL, "betreft", "bel 06-12345678 voor Fatima, of mail"),
            (PROTOCOL, "uiterlijk.kleur", "061234"),
            (PROTOCOL, "uiterlijk.kleur-donker", "#06123456789"),
            (STAFF, "naam", "directeur"),
            (STAFF, "functie", "Fatima"),
        ] {
            assert!(!shows(table, key, text), "{key}: {text}");
        }
    }

    #[test]
    fn an_unknown_key_is_shown_only_where_it_resembles_a_known_one() {
        let Form::Group(known) = COMPLAINT else { panic!("a group") };
        for (key, shown) in [
            ("afgehandled", true),
            ("ontvangn", true),
            ("Fatima", false),
            ("Behandelaer", false),
            ("tel Fatima", false),
            ("bet\u{1b}reft", false),
        ] {
            assert_eq!(may_show_key(key, known), shown, "{key}");
        }
    }
}
