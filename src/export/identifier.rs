//! Identifiers that stay the same from build to build and differ between offices. In: the office, a number.
//! Out: a UUID of version 5, for feed readers and calendars.

use uuid::Uuid;

use crate::views::{Listings, Number, Word};

/// The space of names that is klacht's own.
const NAMESPACE: Uuid = Uuid::from_u128(0xbe57c323_7c44_48c0_8bcb_84cf62c0d616);

/// The register of an office.
pub(super) fn of_register(listings: &Listings) -> Uuid {
    let organisation = listings.organisation.as_ref().map_or("", Word::as_str);
    Uuid::new_v5(&NAMESPACE, organisation.as_bytes())
}

/// A complaint in a register.
pub(super) fn of_complaint(register: &Uuid, number: &Number) -> Uuid {
    Uuid::new_v5(register, number.to_string().as_bytes())
}
