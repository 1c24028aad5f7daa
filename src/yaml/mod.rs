//! One reader of YAML with places, for complaints, the protocol and the staff list. In: text.
//! Out: a tree in which every key and value knows its bytes, and typed fields read from it.

mod fields;
mod node;
mod problem;
mod value;

pub use fields::{Field, Fields, Group, List, Reader};
pub use node::{Entry, Fault, FaultKind, Node, Scalar, Value, parse};
pub use problem::{Expected, FileFault, Problem, ProblemKind, nearest};
pub use value::{choice, date, no_choice};
