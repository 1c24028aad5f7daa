//! Who writes to complainants, and the way to appeal. In: `afzender` and `beroep` in `protocol.yaml`. Out: each
//! part where the office has set it.

use crate::calendar::Duration;
use crate::personal::{Email, Phone};
use crate::yaml::{Expected, Fields, Reader};

pub(super) const SENDER: [&str; 4] = ["afzender.naam", "afzender.e-mail", "afzender.telefoon", "afzender.adres"];
pub(super) const APPEAL: [&str; 2] = ["beroep.termijn", "beroep.e-mail"];

/// Who writes to a complainant.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// The name under a letter; without it, that of the organisation.
    pub name: Option<String>,
    /// The address that letters are sent from; without it, the mail program chooses.
    pub email: Option<Email>,
    /// The number to call.
    pub phone: Option<Phone>,
    /// The postal address, on one line.
    pub address: Option<String>,
}

/// How an appeal reaches the chair (§2.4).
#[derive(Clone, Debug, Default)]
pub struct AppealRoute {
    /// How long after the solution an appeal can be lodged; the protocol sets no such term.
    pub term: Option<Duration>,
    /// The address of the chair.
    pub email: Option<Email>,
}

impl Sender {
    pub(super) fn read(reader: &mut Reader, fields: Fields<'_, '_>) -> Self {
        Self {
            name: reader.text(fields, "afzender.naam", str::to_owned).into_given(),
            email: reader.value(fields, "afzender.e-mail", email).into_given(),
            phone: reader
                .value(fields, "afzender.telefoon", |text| Phone::parse(text).ok_or(Expected::Phone))
                .into_given(),
            address: reader.text(fields, "afzender.adres", str::to_owned).into_given(),
        }
    }
}

impl AppealRoute {
    pub(super) fn read(reader: &mut Reader, fields: Fields<'_, '_>) -> Self {
        let duration = |text: &str| text.parse().map_err(|_| Expected::Duration);
        Self {
            term: reader.value(fields, "beroep.termijn", duration).into_given(),
            email: reader.value(fields, "beroep.e-mail", email).into_given(),
        }
    }
}

fn email(text: &str) -> Result<Email, Expected> {
    Email::parse(text).ok_or(Expected::Email)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Protocol;
    use crate::source::{RelPath, SourceFile};
    use crate::yaml::ProblemKind;

    #[test]
    fn what_is_no_address_number_or_term_is_told_and_left_out() {
        let text = "afzender:\n  e-mail: info\n  telefoon: 12\nberoep:\n  termijn: twee weken\n  e-mail: a@b\n";
        let loaded = Protocol::load(&SourceFile::new(RelPath::new("protocol.yaml"), text.to_owned()));
        let problems: Vec<_> = loaded.problems.iter().map(|problem| (problem.key, problem.kind.clone())).collect();
        assert_eq!(
            problems,
            [
                ("afzender.e-mail", ProblemKind::Wrong(Expected::Email)),
                ("afzender.telefoon", ProblemKind::Wrong(Expected::Phone)),
                ("beroep.termijn", ProblemKind::Wrong(Expected::Duration)),
                ("beroep.e-mail", ProblemKind::Wrong(Expected::Email)),
            ]
        );
        let Sender { email, phone, .. } = loaded.value.sender;
        assert!(email.is_none() && phone.is_none() && loaded.value.appeal_route.term.is_none());
    }
}
