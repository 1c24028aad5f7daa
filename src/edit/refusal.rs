//! Why an edit was not made, in Dutch. No value is repeated: it may tell who someone is.

use std::fmt;

use super::Key;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no front matter between two lines `---`.
    NoFrontMatter,
    /// The front matter cannot be read.
    NoYaml,
    /// The key is given twice: it is not certain which of them holds.
    Twice(Key),
    /// Something else stands there: a list or group where one value belongs, or the other way round.
    OtherForm(Key),
    /// The list has no item with this number.
    NoItem(Key),
    /// A comment stands amidst what would have to go.
    Comment(Key),
    /// The layout is one that cannot be changed with certainty.
    Layout(Key),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFrontMatter => f.write_str("het bestand begint niet met velden tussen twee regels ---"),
            Self::NoYaml => f.write_str("de velden van het bestand zijn niet te lezen; `klacht check` zegt waarom"),
            Self::Twice(key) => write!(f, "het veld `{key}` staat er twee keer; haal eerst het verkeerde weg"),
            Self::OtherForm(key) => {
                write!(f, "bij `{key}` staat iets anders dan daar hoort; verander het in het bestand zelf")
            }
            Self::NoItem(key) => write!(f, "`{key}` is er niet: zo lang is die lijst niet"),
            Self::Comment(key) => {
                write!(f, "bij `{key}` staat een opmerking die zou verdwijnen; verander het in het bestand zelf")
            }
            Self::Layout(key) => write!(
                f,
                "`{key}` staat zo in het bestand dat klacht het niet met zekerheid kan veranderen; verander het in het \
                 bestand zelf"
            ),
        }
    }
}

impl std::error::Error for Refusal {}
