//! A site for who works on the register, on this computer alone. In: sites in memory that the gate has
//! passed, one after another, and what must be told beside them. Out: pages over HTTP that reload themselves.

mod address;
mod admission;
mod answer;
mod board;
mod changes;
mod notice;
mod page;
mod server;

pub use address::{Address, AddressError};
pub use board::{Board, Readers, Stand, board};
pub use changes::{Changes, ChangesError};
pub use notice::{Item, Notice, Tone};
pub use server::{End, serve};
