//! Initials that stand for someone by themselves: `paraaf S.P.`, `(H.S.)`. In: what is decided of the words.
//! Out: the same for such initials.

use super::super::fold::hash;
use super::super::lexicon::{Cue, look_up};
use super::sight::View;
use super::{Ground, State};

/// More letters are an abbreviation.
const MOST: usize = 3;

/// Finds initials with full stops, two or three, where someone is meant.
pub fn find(view: &View<'_>, states: &mut [State]) {
    let mut at = 0;
    while at < states.len() {
        let count = dotted(view, states, at);
        if (2..=MOST).contains(&count) && is_someone(view, at, count) {
            states[at..at + count].fill(State::Found(Ground::Context));
        }
        at += count.max(1);
    }
}

/// How many single capitals with a full stop stand in a row.
fn dotted(view: &View<'_>, states: &[State], at: usize) -> usize {
    let is_dotted = |at: usize| {
        let token = &view.tokens[at];
        token.capital && token.length == 1 && states[at] == State::Open && view.text[token.end..].starts_with('.')
    };
    let follows = |next: usize| next == at || view.tokens[next - 1].end + 1 == view.tokens[next].start;
    (at..states.len()).take_while(|next| is_dotted(*next) && follows(*next)).count()
}

fn is_someone(view: &View<'_>, at: usize, count: usize) -> bool {
    let next = at + count;
    let letters: String = (at..next).map(|at| &view.text[view.tokens[at].start..view.tokens[at].end]).collect();
    if !look_up(hash(&letters)).is_unlisted() || view.is_postscript(at) {
        return false;
    }
    let reads_on = view.joined(next) && view.tokens[next].capital;
    let behind = view.between(next).trim_start_matches('.').trim_start();
    let bracketed = view.between(at).ends_with(['(', '/']) && behind.starts_with([')', '/']);
    let cued = at > 0 && matches!(view.sights[at - 1].cue, Cue::Naming | Cue::Role | Cue::Title);
    let speaks = next < view.tokens.len() && view.sights[next].cue == Cue::Says;
    !reads_on && (bracketed || cued || speaks || behind.starts_with(':'))
}
