//! Which records are unsafe to show: those where it is not certain what must be masked, or where it
//! would go. In: the join. Out: each such file, with the rule that it breaks.

use rayon::prelude::*;

use super::{Entry, Register};
use crate::complaint::{Complaint, Number};
use crate::finding::Code;
use crate::yaml::{Expected, Problem, ProblemKind};

/// The fields whose value must be certain; a group stands for all fields in it.
const CERTAIN: [&str; 8] =
    ["nummer", "ontvangen", "indiener", "ontvanger", "behandelaar", "betrokken", "maatregelen.wie", "anonimiseren"];

/// Fields that may be left out: what is not there need not be masked.
const MAY_BE_MISSING: [&str; 2] = ["indiener.telefoon", "indiener.e-mail"];

/// The fields of the staff list that give names.
const NAMES: [&str; 2] = ["medewerkers", "naam"];

const REASONS: [(Code, &str); 5] = [
    (Code::new(1), "dit bestand is niet als klacht te lezen"),
    (Code::new(2), "een veld met een naam of adres heeft een onbekende naam of staat er twee keer"),
    (Code::new(3), "een veld met een naam, nummer of datum ontbreekt"),
    (Code::new(4), "een veld met een naam, nummer of datum heeft een waarde die niet kan"),
    (Code::new(6), "dit nummer is al gebruikt"),
];

/// A file that must not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsafeEntry {
    /// Its place in [`Register::entries`].
    pub index: usize,
    /// The number in the file, or else in its name: never anything that could hold a name.
    pub number: Option<Number>,
    /// The rule that it breaks: K001 to K004 or K006.
    pub code: Code,
}

impl UnsafeEntry {
    /// Why it must not be shown, in Dutch words that quote nothing.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        let known = REASONS.into_iter().find(|(code, _)| *code == self.code);
        known.map_or("niet zeker is wat verborgen moet blijven", |(_, reason)| reason)
    }
}

impl Register {
    /// Every complaint file that must not be shown, in the order of the entries.
    #[must_use]
    pub fn unsafe_entries(&self) -> Vec<UnsafeEntry> {
        let judged = self.entries.par_iter().enumerate();
        judged.filter_map(|(index, entry)| self.judge(index, entry)).collect()
    }

    /// The rule that the staff list breaks, where a name on it may have been missed: then no record
    /// is safe.
    #[must_use]
    pub fn unsafe_staff(&self) -> Option<Code> {
        let loaded = &self.staff.as_ref()?.loaded;
        if loaded.fault.is_some() {
            return Some(Code::new(1));
        }
        let is_empty = loaded.value.members().is_empty();
        let hides_a_name = |problem: &&Problem| is_empty || NAMES.contains(&problem.key);
        loaded.problems.iter().filter(hides_a_name).find_map(code_of)
    }

    fn judge(&self, index: usize, entry: &Entry) -> Option<UnsafeEntry> {
        let in_name = || Number::in_name(entry.file().path().file_name());
        let (number, code) = match entry.record() {
            None => (None, Code::new(1)),
            Some(record) if self.is_used_twice(record) => (record.complaint.number.given(), Code::new(6)),
            Some(record) => (record.complaint.number.given(), uncertainty(&record.complaint)?),
        };
        Some(UnsafeEntry { index, number: number.cloned().or_else(in_name), code })
    }
}

/// The rule by which a field that must be certain is not.
fn uncertainty(complaint: &Complaint) -> Option<Code> {
    complaint.problems.iter().filter(|problem| is_about_identity(problem)).find_map(code_of)
}

fn is_about_identity(problem: &Problem) -> bool {
    let lies_in =
        |field: &str| problem.key.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let may_be_missing = problem.kind == ProblemKind::Missing && MAY_BE_MISSING.contains(&problem.key);
    CERTAIN.into_iter().any(lies_in) && !may_be_missing
}

/// K002, K003 or K004; a day in the future (K009) hides nothing.
fn code_of(problem: &Problem) -> Option<Code> {
    match problem.kind {
        ProblemKind::UnknownKey { .. } | ProblemKind::DuplicateKey(_) => Some(Code::new(2)),
        ProblemKind::Missing => Some(Code::new(3)),
        ProblemKind::Wrong(Expected::PastDate | Expected::RecentDate) => None,
        ProblemKind::Wrong(_) => Some(Code::new(4)),
        ProblemKind::File(_) => Some(Code::new(11)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::complaint;
    use crate::protocol::Protocol;
    use crate::source::{RelPath, SourceFile};

    const RIGHT: &str = "nummer: 2026-001\nontvangen: 2026-11-02\nkanaal: brief\nbetreft: wijze\nindiener:\n  \
                         naam: Fatima el Amrani\n  telefoon: 06 12 34 56 78\nontvanger: Jan de Vries\n";

    fn uncertain(front_matter: &str) -> Option<String> {
        let text = format!("---\n{front_matter}---\n## Omschrijving\nTe laat.\n");
        let file = SourceFile::new(RelPath::new("2026/2026-001.md"), text);
        let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
        let complaint = complaint::parse(&file, &Protocol::default(), today).expect("a complaint");
        uncertainty(&complaint).map(|code| code.to_string())
    }

    #[test]
    fn a_record_is_unsafe_where_it_is_not_certain_what_must_be_masked() {
        for (wrong, right, code) in [
            ("", "", None),
            ("nummer: 14\n", "nummer: 2026-001\n", Some("K004")),
            ("", "ontvangen: 2026-11-02\n", Some("K003")),
            ("ontvangen: gisteren\n", "ontvangen: 2026-11-02\n", Some("K004")),
            ("ontvangen: 2027-11-02\n", "ontvangen: 2026-11-02\n", None),
            ("  name: Fatima el Amrani\n", "  naam: Fatima el Amrani\n", Some("K002")),
            ("  naam: [Fatima, Amrani]\n", "  naam: Fatima el Amrani\n", Some("K004")),
            ("", "  telefoon: 06 12 34 56 78\n", None),
            ("  telefoon: 06 12\n", "  telefoon: 06 12 34 56 78\n", Some("K004")),
            ("  collega: Omar Haddad\n  naam: Fatima\n", "  naam: Fatima el Amrani\n", Some("K002")),
            ("ontvnager: Jan de Vries\n", "ontvanger: Jan de Vries\n", Some("K002")),
            ("kanaal: fax\n", "kanaal: brief\n", None),
            ("kleur: blauw\nkanaal: brief\n", "kanaal: brief\n", None),
            ("kanaal: brief\nmaatregelen:\n- wat: Bord\n  wie: [a, b]\n", "kanaal: brief\n", Some("K004")),
            ("kanaal: brief\nmaatregelen:\n- wat: [a]\n", "kanaal: brief\n", None),
            ("kanaal: brief\nbetrokken: {a: b}\n", "kanaal: brief\n", Some("K004")),
        ] {
            assert_eq!(uncertain(&RIGHT.replacen(right, wrong, 1)).as_deref(), code, "{wrong:?} for {right:?}");
        }
    }
}
