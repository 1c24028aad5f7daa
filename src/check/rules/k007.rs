//! K007: an employee who is not on the staff list.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;
use crate::protocol::{Member, Role};
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { code: Code::new(7), name: "not-on-staff-list", page: include_str!("k007.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    // While a name on the list may have been missed, nobody can be said not to stand on it.
    let Some(staff) = case.staff().filter(|_| case.register.unsafe_staff().is_none()) else { return };
    let complaint = case.complaint();
    let people = [("ontvanger", &complaint.receiver), ("behandelaar", &complaint.handler)];
    let people = people.into_iter().filter_map(|(key, person)| Some((key, person.placed()?)));
    let involved = complaint.involved.placed().map(|person| ("betrokken", person));
    let owners = complaint.measures.given().filter_map(|measure| measure.who.placed());
    let owners = owners.filter(|(who, _)| Role::from_word(who.reveal()).is_none()).map(|who| ("maatregelen.wie", who));
    for (key, (name, at)) in people.chain(involved).chain(owners) {
        if staff.find(name).is_none() {
            let is_several = name.reveal().contains([',', ';', '&']) || name.reveal().contains(" en ");
            drafts.push(if key == "betrokken" && is_several {
                unknown_together(key, at)
            } else {
                unknown(key, at, staff.nearest(name))
            });
        }
    }
}

/// Names in one value, where each must have its own.
fn unknown_together(key: &str, at: Span) -> Draft {
    Draft::error(at, format!("bij `{key}` staan namen achter elkaar, en klacht leest die als één naam"))
        .help("zet ze tussen rechte haken, met komma's ertussen: [voornaam achternaam, voornaam achternaam]")
}

fn unknown(key: &str, at: Span, nearest: Option<&Member>) -> Draft {
    let draft = Draft::error(at, format!("de naam bij `{key}` staat niet in medewerkers.yaml"));
    match nearest {
        Some(member) => {
            draft.help(format!("de naam lijkt op die in medewerkers.yaml:{}: schrijf die hier net zo", member.line))
        }
        None if key == "maatregelen.wie" => draft.help(
            "schrijf de naam net zo als in medewerkers.yaml, of kies een functie: medewerker, directeur of voorzitter",
        ),
        None => draft.help("schrijf de naam net zo als in medewerkers.yaml, of zet de medewerker op die lijst"),
    }
}
