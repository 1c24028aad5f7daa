//! Where readers find the site. In: the port that is wanted. Out: ears on both loopback addresses, which
//! no other computer can reach.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};

use crate::source::reason;

/// The first port to try where none is asked for.
const USUAL: u16 = 8017;

/// So many ports are tried before giving up.
const TRIES: u16 = 20;

/// A port of this computer that listens.
#[derive(Debug)]
pub struct Address {
    pub(super) v4: TcpListener,
    /// None where the system has no IPv6.
    pub(super) v6: Option<TcpListener>,
    pub(super) port: u16,
}

/// Why there is no port to listen on.
#[derive(Debug)]
pub enum AddressError {
    /// Another program listens there.
    InUse(u16),
    /// The system refused the port, for this reason.
    Refused(u16, String),
}

impl Address {
    /// Listens on this port (0: any that is free); without one, on 8017 or the next that is free.
    ///
    /// # Errors
    /// When the port is taken, or all that were tried are; when the system refuses.
    pub fn at(port: Option<u16>) -> Result<Self, AddressError> {
        let Some(port) = port else {
            let usual = (USUAL..USUAL + TRIES).map(|port| Self::bind(port).map_err(|error| explain(port, &error)));
            let is_final = |tried: &Result<Self, AddressError>| !matches!(tried, Err(AddressError::InUse(_)));
            return usual.into_iter().find(is_final).unwrap_or(Err(AddressError::InUse(USUAL)));
        };
        Self::bind(port).map_err(|error| explain(port, &error))
    }

    fn bind(port: u16) -> io::Result<Self> {
        let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = v4.local_addr()?.port();
        let v6 = match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
            Ok(listener) => Some(listener),
            // Who types localhost could reach the other program.
            Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
            Err(_) => None,
        };
        for listener in [Some(&v4), v6.as_ref()].into_iter().flatten() {
            listener.set_nonblocking(true)?;
        }
        Ok(Self { v4, v6, port })
    }

    /// What to type in a browser.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }
}

fn explain(port: u16, error: &io::Error) -> AddressError {
    match error.kind() {
        ErrorKind::AddrInUse => AddressError::InUse(port),
        _ => AddressError::Refused(port, reason(error)),
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse(port) => {
                write!(f, "poort {port} is al in gebruik door een ander programma; kies een andere met --port")
            }
            Self::Refused(port, reason) => {
                write!(f, "op poort {port} mag niet worden geluisterd ({reason}); kies een andere met --port")
            }
        }
    }
}

impl std::error::Error for AddressError {}
