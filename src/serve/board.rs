//! What readers see at this moment. In: each new stand, from the one who makes them. Out: the same to
//! everyone who reads, and word of it to each page that is open.

use std::sync::Arc;

use tokio::sync::watch;

use super::Notice;
use crate::publish::Site;

/// A site, and what must be told beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// The last site that could be made; none where none could be made yet.
    pub site: Option<Arc<Site>>,
    /// What must be told, the gravest first.
    pub notices: Vec<Notice>,
}

/// A stand with a name of its own.
#[derive(Debug)]
pub(super) struct Posted {
    /// Unlike that of each other stand, also of earlier runs.
    pub(super) name: String,
    pub(super) stand: Stand,
}

/// The side of who makes the stands. Readers hear of it when it is dropped.
#[derive(Debug)]
pub struct Board {
    posts: watch::Sender<Option<Arc<Posted>>>,
    count: u64,
}

/// The side of who reads them.
#[derive(Clone, Debug)]
pub struct Readers(pub(super) watch::Receiver<Option<Arc<Posted>>>);

/// An empty board: who reads waits for the first stand.
#[must_use]
pub fn board() -> (Board, Readers) {
    let (posts, readers) = watch::channel(None);
    (Board { posts, count: 0 }, Readers(readers))
}

impl Board {
    /// Shows a stand from here on; whether it differs from the one before.
    pub fn post(&mut self, stand: Stand) -> bool {
        let is_new = self.posts.borrow().as_ref().is_none_or(|posted| posted.stand != stand);
        if is_new {
            self.count += 1;
            let name = format!("{}-{}", std::process::id(), self.count);
            self.posts.send_replace(Some(Arc::new(Posted { name, stand })));
        }
        is_new
    }
}
