//! Who is meant by a name as someone types it. In: the register and the name. Out: one person, or why it is not certain
//! which.

use crate::cli::Failure;
use crate::personal::Personal;
use crate::protocol::Role;
use crate::register::{Record, Register};
use crate::views::compose::{Person, folded};

/// The employee of this name, or of the only name that it is a part of; or a function.
///
/// # Errors
/// When nobody has the name, or several people have it.
pub(super) fn find<'r>(register: &'r Register, typed: &str) -> Result<Person<'r>, Failure> {
    let wanted = folded(typed);
    if let Some(role) = Role::from_word(&wanted).filter(|role| *role != Role::Employee) {
        return Ok(Person { name: None, role: Some(role) });
    }
    let known = known(register);
    let exact = known.iter().copied().find(|(name, _)| folded(name.reveal()) == wanted);
    let parts = known.iter().copied().filter(|(name, _)| folded(name.reveal()).contains(&wanted));
    let parts: Vec<_> = exact.map_or_else(|| parts.collect(), |exact| vec![exact]);
    match parts[..] {
        [(name, role)] => Ok(Person { name: Some(name), role }),
        [] => Err(Failure::new(match register.staff() {
            Some(_) => "deze naam staat niet in medewerkers.yaml; schrijf haar net zo als daar",
            None => "deze naam staat bij geen klacht; schrijf haar net zo als in de klachtbestanden",
        })),
        _ => Err(Failure::new(format!(
            "{} medewerkers hebben dit in hun naam; schrijf de naam voluit achter --mine",
            parts.len()
        ))),
    }
}

/// Everyone on the staff list; without a list everyone whom the complaints name as employee. Each once.
fn known(register: &Register) -> Vec<(&Personal, Option<Role>)> {
    let mut known: Vec<(&Personal, Option<Role>)> = match register.staff() {
        Some(staff) => staff
            .members()
            .iter()
            .map(|member| {
                (&member.name, member.until.is_none_or(|until| until >= register.today).then_some(member.role))
            })
            .collect(),
        None => register.records().flat_map(employees).map(|name| (name, None)).collect(),
    };
    known.sort_by_cached_key(|(name, _)| folded(name.reveal()));
    known.dedup_by(|(one, _), (other, _)| folded(one.reveal()) == folded(other.reveal()));
    known
}

fn employees(record: &Record) -> impl Iterator<Item = &Personal> {
    let complaint = &record.complaint;
    let owners = complaint.measures.given().filter_map(|measure| measure.who.given());
    complaint.receiver.given().into_iter().chain(complaint.handler.given()).chain(owners)
}
