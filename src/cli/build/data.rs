//! The files for machines and calendars. In: what was listed of each complaint. Out: data files handed to the sink, whose
//! gate reads each of them.

use rayon::prelude::*;

use super::super::Failure;
use super::pages::Press;
use crate::export;
use crate::register::UnsafeEntry;
use crate::views::Listing;

impl Press<'_> {
    /// Makes every data file and hands it to the sink; `listings` in order of number.
    pub(super) fn data(&self, listings: Vec<Listing>, left_out: &[UnsafeEntry]) -> Result<(), Failure> {
        let listings = self.composer.listings(listings, left_out.len());
        let write = |file: &export::DataFile| self.sink.add(file.path, &(file.write)(&listings), None);
        export::FILES.par_iter().try_for_each(write).map_err(Failure::new)
    }
}
