//! K203: closed without after-care, or without having been handled.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { code: Code::new(203), name: "closed-too-soon", page: include_str!("k203.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let Some((_, closed)) = complaint.closed.placed() else { return };
    if complaint.has_ended() {
        return;
    }
    let top = complaint.opening();
    let mut lack = |at: Span, message: &str, help: &str| {
        drafts.push(Draft::error(at, message).label(closed, "gesloten").help(help));
    };
    if complaint.handled.is_absent() {
        lack(
            complaint.handled.place(top),
            "de klacht is gesloten, maar niet afgehandeld (§2.3)",
            "vul bij `afgehandeld` de dag in waarop u een oplossing aanbood; ging het anders, gebruik dan `beeindigd`",
        );
    }
    if complaint.complainant.is_out_of_reach() {
        return;
    }
    let care = &complaint.after_care;
    let parent = care.group.place(top);
    let unmet =
        [(care.date.is_absent(), care.date.place(parent)), (care.satisfied.is_absent(), care.satisfied.place(parent))];
    if let Some((_, at)) = unmet.into_iter().find(|(lacks, _)| *lacks) {
        lack(
            at,
            "de klacht is gesloten zonder nazorg (§5)",
            &format!(
                "neem contact op met de indiener en leg vast of zij tevreden is (ja, deels, nee of onbereikbaar): `klacht set {} \
                 nazorg.datum=vandaag nazorg.tevreden=…`",
                case.number()
            ),
        );
    }
}
