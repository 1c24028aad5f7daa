//! One file and one page a rule, and the table of them all. A rule sees one record, problem or file and
//! says what is wrong; the page, in Dutch, is what `klacht explain` shows.

mod k001;
mod k002;
mod k003;
mod k004;
mod k005;
mod k006;
mod k007;
mod k008;
mod k009;
mod k010;
mod k011;
mod k101;
mod k102;
mod k103;
mod k104;
mod k105;
mod k106;
mod k107;
mod k108;
mod k201;
mod k202;
mod k203;
mod k204;
mod k205;
mod k206;
mod k207;
mod k208;
mod k209;
mod k301;
mod k302;
mod k303;
mod k304;
mod k401;

use super::Check;
use crate::finding::Code;

pub(super) use k011::orphans;

/// A rule: its code, its name and its page.
pub struct Rule {
    /// The code: stable, and never used again.
    pub code: Code,
    /// The fixed name, in kebab case.
    pub name: &'static str,
    /// The page for people, in Markdown.
    pub page: &'static str,
    pub(super) check: Check,
}

/// All rules, in the order of their codes.
pub static RULES: [Rule; 33] = [
    k001::RULE,
    k002::RULE,
    k003::RULE,
    k004::RULE,
    k005::RULE,
    k006::RULE,
    k007::RULE,
    k008::RULE,
    k009::RULE,
    k010::RULE,
    k011::RULE,
    k101::RULE,
    k102::RULE,
    k103::RULE,
    k104::RULE,
    k105::RULE,
    k106::RULE,
    k107::RULE,
    k108::RULE,
    k201::RULE,
    k202::RULE,
    k203::RULE,
    k204::RULE,
    k205::RULE,
    k206::RULE,
    k207::RULE,
    k208::RULE,
    k209::RULE,
    k301::RULE,
    k302::RULE,
    k303::RULE,
    k304::RULE,
    k401::RULE,
];

impl Rule {
    /// The rule with this code.
    #[must_use]
    pub fn with_code(code: Code) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.code == code)
    }

    /// The first line of the page, without its mark: "K103: …".
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.page.lines().next().unwrap_or_default().trim_start_matches("# ")
    }
}
