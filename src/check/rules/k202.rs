//! K202: director not informed of a handled complaint.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::{Code, Severity};
use crate::personal::Personal;
use crate::protocol::{Role, Staff};

pub(super) const RULE: Rule = Rule {
    code: Code::new(202),
    name: "director-not-informed",
    page: include_str!("k202.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    if complaint.handled.given().is_none() || !complaint.director_informed.is_absent() || complaint.handler.is_wrong() {
        return;
    }
    let to_inform = to_inform(case);
    if handled_by(case, to_inform) {
        return;
    }
    let who = if to_inform == Role::Chair { "voorzitter" } else { "directeur" };
    let severity = if complaint.closed.is_absent() { Severity::Warning } else { Severity::Error };
    let at = complaint.director_informed.place(complaint.opening());
    let message = format!("de {who} heeft deze afgehandelde klacht nog niet gekregen (§4)");
    let send = if to_inform == Role::Chair {
        "de klacht gaat over de directeur: stuur haar aan de voorzitter"
    } else {
        "stuur de klacht aan de directeur"
    };
    let help = format!("{send} en leg de dag vast: `klacht set {} directeur-geinformeerd=vandaag`", case.number());
    drafts.push(Draft::new(severity, at, message).help(help));
}

/// Who must know of a complaint: the director, or the chair where it is about the director (§4).
fn to_inform(case: &Case<'_>) -> Role {
    let mut involved = case.complaint().involved.given();
    let about_director = case.staff().is_some_and(|staff| involved.any(|name| has_role(staff, name, Role::Director)));
    if about_director { Role::Chair } else { Role::Director }
}

fn handled_by(case: &Case<'_>, role: Role) -> bool {
    let handler = case.complaint().handler.given();
    case.staff().zip(handler).is_some_and(|(staff, handler)| has_role(staff, handler, role))
}

fn has_role(staff: &Staff, name: &Personal, role: Role) -> bool {
    staff.find(name).is_some_and(|member| member.role == role)
}
