//! Every page of the site: first those of the complaints, side by side, then what draws on them all. In:
//! the join, masker and renderer. Out: pages handed to the sink, whose gate reads each of them.

use std::sync::Arc;

use rayon::prelude::*;

use super::super::Failure;
use super::edition::Shown;
use super::progress::Progress;
use super::shelf::{Gathering, Made};
use super::voice::{Account, Seen, Voice};
use crate::anonymise::OwnIdentities;
use crate::check;
use crate::publish::{Own, Sink};
use crate::register::{Register, UnsafeEntry};
use crate::render::{self, Renderer};
use crate::views::compose::{Composer, Digest, Overview};
use crate::views::{Listing, Meeting, RegisterPage, SearchVolume};

/// How many pages of each sort were written.
pub(in crate::cli) struct Written {
    pub(super) complaints: usize,
    pub(super) reports: usize,
    /// How many complaints stand there without their texts, for nobody has read these.
    pub(super) without_text: usize,
}

/// All that pages are made from, and where they go.
pub(super) struct Press<'b> {
    pub(super) register: &'b Register,
    pub(super) shown: &'b Shown<'b>,
    pub(super) composer: Composer<'b>,
    /// What the fields of each entry tell of people.
    pub(super) identities: &'b [OwnIdentities<'b>],
    pub(super) voice: &'b Voice,
    pub(super) renderer: &'b Renderer,
    pub(super) sink: &'b dyn Sink,
    /// Where it is kept what is made of each complaint, for who makes the site again.
    pub(super) gathering: Option<&'b Gathering<'b>>,
}

impl Press<'_> {
    /// Makes every page and hands it to the sink.
    pub(super) fn write(&self, left_out: &[UnsafeEntry]) -> Result<Written, Failure> {
        for (path, bytes) in self.renderer.assets() {
            self.sink.add(path, bytes, None).map_err(Failure::new)?;
        }
        let complaints = self.shown.rows.len();
        let progress = Progress::over(complaints);
        let told = |at| {
            let remains = self.complaint(at);
            progress.step();
            remains
        };
        let (digests, listings): (Vec<Digest>, Vec<Listing>) =
            (0..complaints).into_par_iter().map(told).collect::<Result<_, _>>()?;
        // One after the other: a large register holds as much text in each.
        self.data(listings, left_out)?;
        let (reports, without_text) = self.overview(digests, left_out)?;
        Ok(Written { complaints, reports, without_text })
    }

    /// Hands the page of each complaint to the sink; what machines read of them, in order of number.
    pub(super) fn listings(&self) -> Result<Vec<Listing>, Failure> {
        let listing = |at| self.complaint(at).map(|(_, listing)| listing);
        (0..self.shown.rows.len()).into_par_iter().map(listing).collect()
    }

    /// Writes the page of a complaint, or takes it over from the last site; what remains of it for other pages, and for
    /// the data files.
    fn complaint(&self, at: usize) -> Result<(Digest, Listing), Failure> {
        let Some(gathering) = self.gathering else { return self.page(at).map(|(remains, _)| remains) };
        let record = self.shown.records[at];
        let own = self.own(at);
        let path = render::path_of_complaint(&own.number.into());
        let (links, in_full) = (self.composer.links(at), self.composer.tells_in_full(at));
        let stays = |made: &Arc<Made>| {
            made.is_of(record, &links, in_full)
                && made.seen.findings == check::check_read(self.register, record, made.seen.reading)
                && self.sink.again(&path, Some(own))
        };
        let made = match gathering.last(record).filter(stays) {
            Some(made) => made,
            None => {
                let (remains, seen) = self.page(at)?;
                Arc::new(Made::of(record, links, in_full, seen, remains))
            }
        };
        let remains = made.remains.clone();
        gathering.add(record, made);
        Ok(remains)
    }

    /// Makes and writes the page of a complaint.
    fn page(&self, at: usize) -> Result<((Digest, Listing), Seen), Failure> {
        let record = self.shown.records[at];
        let identities = &self.identities[self.shown.entries[at]];
        let Account { view, seen } = self.voice.complaint(&self.composer, at, (self.register, record), identities);
        let page = self.renderer.render_complaint(&view).map_err(Failure::new)?;
        self.add(&render::path_of_complaint(&view.number), &page, Some(self.own(at)))?;
        let listing = self.composer.listing(at, &view);
        Ok(((self.composer.digest(at, &seen.findings, view), listing), seen))
    }

    /// Whose page it is.
    fn own(&self, at: usize) -> Own<'_> {
        let identities = self.identities[self.shown.entries[at]].all();
        Own { number: &self.shown.rows[at].number, identities }
    }

    /// The pages that draw on all complaints; how many reports there are, and complaints without their texts.
    fn overview(&self, digests: Vec<Digest>, left_out: &[UnsafeEntry]) -> Result<(usize, usize), Failure> {
        let Overview { index, register, search, cases, without_text } = self.composer.overview(digests, left_out);
        let meetings = self.composer.meetings(&cases);
        let front = || {
            let page = self.renderer.render_index(&index).map_err(Failure::new)?;
            self.add(render::INDEX_PATH, &page, None)?;
            let page = self.renderer.render_analysis(&self.composer.analysis()).map_err(Failure::new)?;
            self.add(render::ANALYSIS_PATH, &page, None)?;
            let page = self.renderer.render_protocol(&self.composer.protocol_page()).map_err(Failure::new)?;
            self.add(render::PROTOCOL_PATH, &page, None)
        };
        let volumes = || {
            search.par_iter().try_for_each(|volume| self.search(volume))?;
            register.par_iter().try_for_each(|page| self.volume(page))
        };
        let reports = || meetings.par_iter().try_for_each(|meeting| self.report(meeting));
        let (front, (volumes, reports)) = rayon::join(front, || rayon::join(volumes, reports));
        front.and(volumes).and(reports)?;
        Ok((meetings.len(), without_text))
    }

    /// The page of a volume that is not on the front page.
    fn volume(&self, volume: &RegisterPage) -> Result<(), Failure> {
        let page = self.renderer.render_register(volume).map_err(Failure::new)?;
        self.add(&render::path_of_volume(volume.id), &page, None)
    }

    fn search(&self, volume: &SearchVolume) -> Result<(), Failure> {
        let script = render::search_script(volume);
        self.sink.add(&render::path_of_search(volume.id), &script, None).map_err(Failure::new)
    }

    fn report(&self, meeting: &Meeting<'_>) -> Result<(), Failure> {
        let page = self.renderer.render_meeting(meeting).map_err(Failure::new)?;
        self.add(&render::path_of_meeting(meeting.name), &page, None)
    }

    fn add(&self, path: &str, page: &str, own: Option<Own<'_>>) -> Result<(), Failure> {
        self.sink.add(path, page.as_bytes(), own).map_err(Failure::new)
    }
}
