//! Anonymising. In: a record's texts and the identities of the register. Out: masked text and HTML, in
//! types that nothing else can make.

mod identity;
pub mod patterns;
mod person_name;
mod words;

pub use identity::{Address, Datum, Form, Identity, Organisation, Party, Weak, colleagues, identities, own};
pub use person_name::{PARTICLES, PersonName, Surname, TITLES};
pub use words::is_ordinary;
