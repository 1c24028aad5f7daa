//! A change as a person types it. In: `gesloten=vandaag`, `maatregelen+=wat: …; voor: …`, the protocol and the
//! day. Out: the change, or what cannot be understood about it. What was typed is not repeated.

use std::fmt;

use super::key::{fields_of, last};
use super::{Change, Form, Key, Value};
use crate::calendar::{Date, NoDay, TypedDay};
use crate::complaint::{LISTS, Number, SectionKind};
use crate::protocol::Protocol;
use crate::yaml::nearest;

/// The key of the mark that `klacht review` leaves.
pub(super) const READ: &str = "nagelezen";

/// Why a change that was typed cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// There is no `=` in it.
    NoValue,
    /// The key does not exist; perhaps this one was meant.
    UnknownKey(Option<String>),
    /// It is no field but a heading, below which one writes in the file itself.
    IsHeading(SectionKind),
    /// It is a group: one of its keys must be named.
    IsGroup(Key),
    /// It is a list of groups, to which one can be added.
    IsList(Key),
    /// It is no list, so that nothing can be added to it.
    IsNoList(Key),
    /// Nothing stands behind `+=`.
    NothingToAdd(Key),
    /// It asks for words, and signs alone stand there: those for which something was to be filled in.
    NoWords(String),
    /// It asks for a day.
    NoDay(String),
    /// It asks for the number of a complaint.
    NoNumber(String),
    /// It asks for one of these words; perhaps this one was meant.
    NoChoice {
        /// The key, in full.
        name: String,
        /// The words that may stand there.
        options: Vec<String>,
        /// The one that was perhaps meant.
        meant: Option<String>,
    },
    /// A part of a group that does not begin with one of its keys; perhaps this one was meant.
    UnknownPart(Key, Option<&'static str>),
    /// A key of a group stands there twice.
    PartTwice(Key),
    /// It says that a person has read the text, which only that person can say.
    OnlyByReading,
}

/// Reads a change as it is typed. Days may be `vandaag`, `gisteren`, `2026-11-23` or `23-11-2026`; nothing
/// behind the `=` takes the value away.
///
/// # Errors
/// When it names no key, or its value is not what the key asks for.
pub fn read(text: &str, protocol: &Protocol, today: Date) -> Result<Change, Unclear> {
    let (name, value) = text.split_once('=').ok_or(Unclear::NoValue)?;
    let (name, adds) = name.strip_suffix('+').map_or((name, false), |name| (name, true));
    let key = Key::parse(name.trim()).map_err(|unknown| match (unknown.meant, SectionKind::from_title(name)) {
        (None, Some(section)) => Unclear::IsHeading(section),
        (meant, _) => Unclear::UnknownKey(meant),
    })?;
    let reader = Reader { protocol, today };
    let value = value.trim();
    let whole = key.field().is_none();
    let groups = !key.fields().is_empty();
    let lists = LISTS.contains(&key.top());
    match (adds, value) {
        (true, _) if !(whole && lists && key.item().is_none()) => Err(Unclear::IsNoList(key)),
        (true, "") => Err(Unclear::NothingToAdd(key)),
        (true, _) if groups => Ok(Change::Append(key, reader.group(key, value)?)),
        (true, _) => Ok(Change::Append(key, reader.one(key, value)?)),
        (false, "") => Ok(Change::Remove(key)),
        (false, _) if key.top() == READ => Err(Unclear::OnlyByReading),
        (false, _) if whole && groups => Err(if lists { Unclear::IsList(key) } else { Unclear::IsGroup(key) }),
        (false, _) if whole && lists && key.item().is_none() => Ok(Change::Set(key, reader.several(key, value)?)),
        (false, _) => Ok(Change::Set(key, reader.one(key, value)?)),
    }
}

struct Reader<'p> {
    protocol: &'p Protocol,
    today: Date,
}

impl Reader<'_> {
    /// One value of this key.
    fn one(&self, key: Key, text: &str) -> Result<Value, Unclear> {
        let name = || key.name();
        match Form::of(key, self.protocol) {
            Form::Text if !text.contains(char::is_alphanumeric) => Err(Unclear::NoWords(name())),
            Form::Text => Ok(Value::text(text)),
            Form::Day => match text.parse::<TypedDay>() {
                Ok(typed) => Ok(Value::text(typed.seen_from(self.today).to_string())),
                Err(NoDay) => Err(Unclear::NoDay(name())),
            },
            Form::Number => {
                Number::parse(text).map(|number| Value::text(number.as_str())).ok_or_else(|| Unclear::NoNumber(name()))
            }
            Form::Choice(options) => match options.iter().find(|option| option.eq_ignore_ascii_case(text)) {
                Some(option) => Ok(Value::text(option.as_str())),
                None => {
                    let meant = nearest(text, options.iter().map(String::as_str)).map(str::to_owned);
                    Err(Unclear::NoChoice { name: name(), options, meant })
                }
            },
        }
    }

    /// One value, or several with semicolons between them; between choices a comma will do.
    fn several(&self, key: Key, text: &str) -> Result<Value, Unclear> {
        let is_choice = matches!(Form::of(key, self.protocol), Form::Choice(_));
        let parts = text.split(|sign| sign == ';' || (is_choice && sign == ',')).map(str::trim);
        let mut values =
            parts.filter(|part| !part.is_empty()).map(|part| self.one(key, part)).collect::<Result<Vec<_>, _>>()?;
        match values.len() {
            0 => Err(Unclear::NothingToAdd(key)),
            1 if is_choice => Ok(values.remove(0)),
            _ => Ok(Value::List(values)),
        }
    }

    /// A group in the words of a list: `wat: …; wie: …; voor: …`. A part without a key goes on with the
    /// part before it, so that a text may hold a semicolon.
    fn group(&self, key: Key, text: &str) -> Result<Value, Unclear> {
        let known = fields_of(key.top());
        let mut parts: Vec<(&'static str, String)> = Vec::new();
        for part in text.split(';') {
            let (name, value) = part.split_once(':').map_or(("", part), |(name, value)| (name.trim(), value));
            if let Some(field) = known.iter().find(|field| last(field) == name) {
                if parts.iter().any(|(other, _)| other == field) {
                    return Err(Unclear::PartTwice(key));
                }
                parts.push((field, value.trim().to_owned()));
                continue;
            }
            let meant = nearest(name, known.iter().map(|field| last(field)));
            match parts.last_mut() {
                Some((_, text)) if meant.is_none() => {
                    text.push(';');
                    text.push_str(part.trim_end());
                }
                _ => {
                    return Err(Unclear::UnknownPart(
                        key,
                        known.iter().map(|field| last(field)).find(|field| Some(*field) == meant),
                    ));
                }
            }
        }
        let in_order = known.iter().filter_map(|field| parts.iter().find(|(own, _)| own == field));
        let values = in_order.filter(|(_, text)| !text.is_empty()).map(|(field, text)| {
            let key = Key::parse(field).map_err(|unknown| Unclear::UnknownKey(unknown.meant))?;
            Ok((last(field), self.one(key, text)?))
        });
        let values = values.collect::<Result<Vec<_>, _>>()?;
        if values.is_empty() { Err(Unclear::NothingToAdd(key)) } else { Ok(Value::Group(values)) }
    }
}

impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields =
            |key: &Key| key.fields().iter().map(|field| format!("`{}`", last(field))).collect::<Vec<_>>().join(", ");
        match self {
            Self::NoValue => f.write_str(
                "schrijf een veld, het teken = en de waarde, zoals gesloten=vandaag; staat er een spatie in de waarde, zet haar \
                 dan tussen aanhalingstekens, zoals behandelaar=\"Voornaam Achternaam\"",
            ),
            Self::UnknownKey(Some(meant)) => write!(f, "dat veld bestaat niet; bedoelde u `{meant}`?"),
            Self::UnknownKey(None) => f.write_str("dat veld bestaat niet; `klacht explain K002` noemt de velden"),
            Self::IsHeading(section) => write!(
                f,
                "`{}` is geen veld maar een kopje: schrijf de tekst eronder in het klachtbestand zelf",
                section.title()
            ),
            Self::IsGroup(key) => {
                write!(f, "`{key}` is een groep; noem er een veld van, zoals `{}`", key.fields()[0])
            }
            Self::IsList(key) => write!(
                f,
                "`{key}` is een lijst; voeg er iets aan toe met `{key}+=` of noem een veld van wat er al staat, zoals \
                 `{key}.1.{}`",
                last(key.fields()[0])
            ),
            Self::IsNoList(key) => write!(f, "`{key}` is geen lijst; gebruik = in plaats van +="),
            Self::NothingToAdd(key) => write!(f, "er staat niets om bij `{key}` te zetten"),
            Self::NoWords(name) => write!(f, "bij `{name}` horen woorden: vul ze in op de plaats van …"),
            Self::NoDay(name) => write!(f, "`{name}` vraagt een dag: {NoDay}"),
            Self::NoNumber(name) => write!(f, "`{name}` vraagt het nummer van een klacht, zoals 2026-014"),
            Self::NoChoice { name, options, meant } => {
                let options = options.join(", ");
                match meant {
                    Some(meant) => {
                        write!(f, "die waarde kan niet bij `{name}`; bedoelde u {meant}? Kies uit: {options}")
                    }
                    None => write!(f, "die waarde kan niet bij `{name}`; kies uit: {options}"),
                }
            }
            Self::UnknownPart(key, Some(meant)) => {
                write!(f, "in `{key}` bestaat dat veld niet; bedoelde u `{meant}`? De velden zijn: {}", fields(key))
            }
            Self::UnknownPart(key, None) => write!(
                f,
                "schrijf bij `{key}` elk veld met een dubbele punt en zet er een puntkomma tussen; de velden zijn: {}",
                fields(key)
            ),
            Self::PartTwice(key) => write!(f, "in `{key}` staat een veld twee keer; de velden zijn: {}", fields(key)),
            Self::OnlyByReading => f.write_str(
                "`nagelezen` vult u niet zelf in: typ `klacht review` met het nummer van de klacht, lees de tekst na en \
                 antwoord met ja",
            ),
        }
    }
}

impl std::error::Error for Unclear {}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(text: &str) -> Result<Change, Unclear> {
        read(text, &Protocol::default(), Date::from_ymd_opt(2026, 11, 23).expect("a day"))
    }

    fn key(text: &str) -> Key {
        Key::parse(text).expect("a key")
    }

    /// What a change asks for, in words that a table can hold.
    fn told(change: &Change) -> String {
        fn words(value: &Value) -> String {
            match value {
                Value::Text(text) => text.clone(),
                Value::List(items) => format!("[{}]", items.iter().map(words).collect::<Vec<_>>().join("|")),
                Value::Group(fields) => {
                    let fields: Vec<_> = fields.iter().map(|(key, own)| format!("{key}={}", words(own))).collect();
                    format!("{{{}}}", fields.join("|"))
                }
            }
        }
        match change {
            Change::Set(key, own) => format!("{key} is {}", words(own)),
            Change::Append(key, own) => format!("{key} and {}", words(own)),
            Change::Remove(key) => format!("{key} goes"),
        }
    }

    #[test]
    fn a_change_is_read_as_people_type_it() {
        for (text, expected) in [
            ("gesloten=vandaag", "gesloten is 2026-11-23"),
            ("contact = Gisteren", "contact is 2026-11-22"),
            ("afgehandeld=2026-11-20", "afgehandeld is 2026-11-20"),
            ("afgehandeld=3-11-2026", "afgehandeld is 2026-11-03"),
            ("nazorg.tevreden=Ja", "nazorg.tevreden is ja"),
            ("behandelaar= Sanne Bakker ", "behandelaar is Sanne Bakker"),
            ("onderwerp=a = b", "onderwerp is a = b"),
            ("gesloten=", "gesloten goes"),
            ("nagelezen=", "nagelezen goes"),
            ("oorzaak=planning", "oorzaak is planning"),
            ("oorzaak=planning, kennis", "oorzaak is [planning|kennis]"),
            ("oorzaak+=kennis", "oorzaak and kennis"),
            ("betrokken=Jan; Piet", "betrokken is [Jan|Piet]"),
            ("betrokken=Bakker, S.", "betrokken is [Bakker, S.]"),
            ("maatregelen.2.gereed=vandaag", "maatregelen.2.gereed is 2026-11-23"),
            (
                "maatregelen+=voor: 1-12-2026; wat: Bellen: eerst; dan mailen; wie: Jan",
                "maatregelen and {wat=Bellen: eerst; dan mailen|wie=Jan|voor=2026-12-01}",
            ),
            (
                "overschrijdingen+=termijn: afhandeling; reden: Ziek",
                "overschrijdingen and {termijn=afhandeling|reden=Ziek}",
            ),
        ] {
            assert_eq!(wish(text).as_ref().map(told).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_understood_says_what_would_be() {
        for (text, unclear) in [
            ("gesloten", Unclear::NoValue),
            ("geslotten=vandaag", Unclear::UnknownKey(Some("gesloten".to_owned()))),
            ("omschrijving=te laat", Unclear::IsHeading(SectionKind::Description)),
            ("Oorzaak=planning", Unclear::UnknownKey(Some("oorzaak".to_owned()))),
            ("onderwerp=…", Unclear::NoWords("onderwerp".to_owned())),
            ("overschrijdingen+=termijn: registratie; reden: …", Unclear::NoWords("overschrijdingen.reden".to_owned())),
            ("gesloten=morgen", Unclear::NoDay("gesloten".to_owned())),
            ("gesloten=30-02-2026", Unclear::NoDay("gesloten".to_owned())),
            ("vervolg-op=14", Unclear::NoNumber("vervolg-op".to_owned())),
            ("beroep=vandaag", Unclear::IsGroup(key("beroep"))),
            ("maatregelen=iets", Unclear::IsList(key("maatregelen"))),
            ("gesloten+=vandaag", Unclear::IsNoList(key("gesloten"))),
            ("betrokken+=", Unclear::NothingToAdd(key("betrokken"))),
            ("maatregelen+=Bellen", Unclear::UnknownPart(key("maatregelen"), None)),
            ("maatregelen+=wat: a; wien: Jan", Unclear::UnknownPart(key("maatregelen"), Some("wie"))),
            ("maatregelen+=wat: a; wat: b", Unclear::PartTwice(key("maatregelen"))),
            ("nagelezen=5f0c2a9be1d47783", Unclear::OnlyByReading),
        ] {
            assert_eq!(wish(text).err(), Some(unclear), "{text}");
        }
        let choice = wish("nazorg.tevreden=jaa").err().map(|unclear| unclear.to_string());
        let expected =
            "die waarde kan niet bij `nazorg.tevreden`; bedoelde u ja? Kies uit: ja, deels, nee, onbereikbaar";
        assert_eq!(choice.as_deref(), Some(expected));
    }
}
