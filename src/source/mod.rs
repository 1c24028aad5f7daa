//! First stage: bytes with places. In: a folder. Out: the complaint files found there, each as
//! text whose every byte has a line and a column.

mod discover;
mod file;
mod front_matter;
mod place;
mod reason;

pub use discover::{DiscoverError, Discovery, Found, MISTAKEN_ENDINGS, discover, is_own_to_system};
pub use file::{SourceFile, Unreadable, read};
pub use front_matter::{FrontMatter, FrontMatterFault, MARKER, split};
pub use place::{LineCol, Place, RelPath, Span};
pub use reason::reason;
