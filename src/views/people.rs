//! Who is who in a complaint, for those who may know. Only with leave can these values be made, so the
//! pages of the team never hold one.

use serde::Serialize;

use super::choices::Role;
use super::text::Text;
use super::time::Day;
use crate::anonymise::Disclosed;
use crate::complaint::{self, Name, Phone};
use crate::personal::{Disclosure, Personal};
use crate::yaml::Field;

/// Who acts: by function on the pages of the team, by name for those who may know. Serialises as words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Who {
    /// By function.
    Role(Role),
    /// By name.
    Person(Text),
}

impl Who {
    /// The function or the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Role(role) => role.word(),
            Self::Person(name) => name.as_str(),
        }
    }
}

/// The people of one complaint, as the form of §2.1 has them.
#[derive(Debug, Clone, Serialize)]
pub struct People {
    complainant: Option<Text>,
    phone: Option<Text>,
    email: Option<Text>,
    organisation: Option<Text>,
    address: Option<Text>,
    receiver: Option<Text>,
    handler: Option<Text>,
    involved: Vec<Text>,
    hold: Option<Hold>,
}

/// What holds a complaint beyond its retention. The reason may name someone.
#[derive(Debug, Clone, Serialize)]
struct Hold {
    until: Day,
    reason: Text,
}

impl People {
    /// The people whom a complaint names. An unknown complainant is none.
    #[must_use]
    pub fn of(leave: &Disclosure, complaint: &complaint::Complaint) -> Self {
        let own = &complaint.complainant;
        let shown = |words: &Personal| Text::from(&Disclosed::new(leave, words));
        let field = |field: &Field<Personal>| field.given().map(shown);
        Self {
            complainant: own.name.given().and_then(|name| match name {
                Name::Known(name) => Some(shown(name)),
                Name::Unknown => None,
            }),
            phone: own.phone.given().and_then(|phone| match phone {
                Phone::Known(number) => Some(shown(number)),
                Phone::Unknown => None,
            }),
            email: own.email.given().map(|email| shown(email.address())),
            organisation: field(&own.organisation),
            address: field(&own.address),
            receiver: field(&complaint.receiver),
            handler: field(&complaint.handler),
            involved: complaint.involved.given().map(shown).collect(),
            hold: complaint
                .hold_until
                .given()
                .zip(complaint.hold_reason.given())
                .map(|(until, reason)| Hold { until: Day(*until), reason: shown(reason) }),
        }
    }

    /// All that is told of them, for a search.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let Self { complainant, phone, email, organisation, address, receiver, handler, involved, hold: _ } = self;
        let single = [complainant, phone, email, organisation, address, receiver, handler];
        single.into_iter().flatten().chain(involved)
    }

    /// What the data files tell of them.
    #[must_use]
    pub fn listed(&self) -> ListedPeople {
        let Self { complainant: name, phone, email, organisation, address, receiver, handler: _, involved, hold: _ } =
            self.clone();
        let complainant = ListedComplainant { name, phone, email, organisation, address };
        ListedPeople { complainant, receiver, involved }
    }

    /// What a line of a list tells of them.
    #[must_use]
    pub fn in_short(&self) -> PeopleInShort {
        PeopleInShort { complainant: self.complainant.clone(), handler: self.handler.clone() }
    }
}

/// The people of one complaint in the data files, but for the handler, who stands there for every audience.
#[derive(Debug, Clone, Serialize)]
pub struct ListedPeople {
    /// Who complained.
    #[serde(rename = "indiener")]
    pub complainant: ListedComplainant,
    /// Who received it.
    #[serde(rename = "ontvanger", skip_serializing_if = "Option::is_none")]
    pub receiver: Option<Text>,
    /// Who else had to do with it.
    #[serde(rename = "betrokken")]
    pub involved: Vec<Text>,
}

/// Who complained, in the data files.
#[derive(Debug, Clone, Serialize)]
pub struct ListedComplainant {
    /// Their name.
    #[serde(rename = "naam", skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Telephone number.
    #[serde(rename = "telefoon", skip_serializing_if = "Option::is_none")]
    pub phone: Option<Text>,
    /// E-mail address.
    #[serde(rename = "e-mail", skip_serializing_if = "Option::is_none")]
    pub email: Option<Text>,
    /// For which organisation.
    #[serde(rename = "organisatie", skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Text>,
    /// Where they live or work.
    #[serde(rename = "adres", skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
}

/// Who complained and who handles it.
#[derive(Debug, Clone, Serialize)]
pub struct PeopleInShort {
    complainant: Option<Text>,
    handler: Option<Text>,
}
