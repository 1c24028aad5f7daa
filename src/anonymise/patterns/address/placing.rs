//! The words before a street: whether they tell of living somewhere, and how they place something there. Input: the
//! start of the name; output: what they tell.

use crate::anonymise::patterns::context::{announced, words_before};

/// How the words before a name place something there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Placing {
    /// `aan de`: said of streets and waters alone.
    AtThe,
    /// `in de`, `op het`: not said of towns.
    InThe,
    /// `op`, `aan`: not said of towns either.
    At,
    /// `van`, `bij`, `naar`.
    Bare,
}

pub(super) fn placing_before(text: &str, start: usize) -> Option<Placing> {
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

const LINKS: &[&str] = &[
    "op", "aan", "in", "de", "het", "te", "naar", "is", "mijn", "ons", "onze", "nieuwe", "oude", "ik", "wij", "we",
    "u", "hier", "van", "een", "daar", "ook", "maar", "door", "alles", "post", "t", "achter",
];

/// Whether the words before tell of living or delivering somewhere.
pub(super) fn is_announced(text: &str, start: usize) -> bool {
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

pub(super) fn is_address_announced(text: &str, start: usize) -> bool {
    announced(text, start, &["is", "op", "het"], |word| word.ends_with("adres") || word == "woonachtig")
}
