//! Every page of the site: first those of the complaints, side by side, then what draws on them all. In:
//! the join, masker and renderer. Out: pages handed to the sink, whose gate reads each of them.

use std::sync::Arc;

use rayon::prelude::*;

use super::super::Failure;
use super::edition::Shown;
use super::progress::Progress;
use super::shelf::{Gathering, Made};
use super::voice::{Account, Case, Seen, Voice};
use crate::anonymise::OwnIdentities;
use crate::check;
use crate::publish::{Own, Sink};
use crate::register::{Register, UnsafeEntry};
use crate::render::{self, Renderer};
use crate::views::compose::{Composer, Digest, Overview};
use crate::views::{Listing, Meeting, RegisterPage, SearchVolume};

/// How many complaints go through the making of a page together at most: all are masked, then all are checked, and so on.
/// A stage is so much code that a processor which has just done it for one complaint is a fifth quicker with the next.
const TOGETHER: usize = 64;

/// What remains of a complaint once its page is made: for other pages, and for the data files.
type Remains = (Digest, Listing);

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
        let remains = self.complaints()?;
        let complaints = remains.len();
        let (digests, listings): (Vec<Digest>, Vec<Listing>) = remains.into_iter().unzip();
        // One after the other: a large register holds as much text in each.
        self.data(listings, left_out)?;
        let (reports, without_text) = self.overview(digests, left_out)?;
        Ok(Written { complaints, reports, without_text })
    }

    /// Hands the page of each complaint to the sink; what machines read of them, in order of number.
    pub(super) fn listings(&self) -> Result<Vec<Listing>, Failure> {
        Ok(self.complaints()?.into_iter().map(|(_, listing)| listing).collect())
    }

    /// Hands the page of each complaint to the sink; what remains of them, in order of number.
    fn complaints(&self) -> Result<Vec<Remains>, Failure> {
        let places: Vec<usize> = (0..self.shown.rows.len()).collect();
        let progress = Progress::over(places.len());
        // Enough batches for every core to have some.
        let together = (places.len() / (4 * rayon::current_num_threads())).clamp(1, TOGETHER);
        let batch = |places: &[usize]| {
            let remains = self.batch(places)?;
            progress.step(places.len());
            Ok(remains)
        };
        let batches: Vec<Vec<Remains>> = places.par_chunks(together).map(batch).collect::<Result<_, Failure>>()?;
        Ok(batches.into_iter().flatten().collect())
    }

    /// Writes the pages of some complaints, or takes them over from the last site.
    fn batch(&self, places: &[usize]) -> Result<Vec<Remains>, Failure> {
        let Some(gathering) = self.gathering else {
            return Ok(self.pages(places)?.into_iter().map(|(remains, _)| remains).collect());
        };
        let kept: Vec<Option<Arc<Made>>> = places.iter().map(|&at| self.kept(gathering, at)).collect();
        let anew: Vec<usize> = places.iter().zip(&kept).filter(|(_, kept)| kept.is_none()).map(|(&at, _)| at).collect();
        let mut pages = self.pages(&anew)?.into_iter();
        let remains = places.iter().zip(kept).map(|(&at, kept)| {
            let record = self.shown.records[at];
            let anew = || {
                let (remains, seen) = pages.next().expect("a page was made of each that was not kept");
                let (links, in_full) = (self.composer.links(at), self.composer.tells_in_full(at));
                Arc::new(Made::of(record, links, in_full, seen, remains))
            };
            let made = kept.unwrap_or_else(anew);
            let remains = made.remains.clone();
            gathering.add(record, made);
            remains
        });
        Ok(remains.collect())
    }

    /// What was made of a complaint for the last site, where its page would become the same.
    fn kept(&self, gathering: &Gathering<'_>, at: usize) -> Option<Arc<Made>> {
        let record = self.shown.records[at];
        let own = self.own(at);
        let made = gathering.last(record)?;
        let stays = made.is_of(record, &self.composer.links(at), self.composer.tells_in_full(at))
            && made.seen.findings == check::check_read(self.register, record, made.seen.reading)
            && self.sink.again(&render::path_of_complaint(&own.number.into()), Some(own));
        stays.then_some(made)
    }

    /// Makes and writes the pages of some complaints; of each what remains, and what it rests on.
    fn pages(&self, places: &[usize]) -> Result<Vec<(Remains, Seen)>, Failure> {
        let case = |&at: &usize| Case {
            at,
            record: self.shown.records[at],
            identities: &self.identities[self.shown.entries[at]],
        };
        let accounts = self.voice.complaints(&self.composer, self.register, places.iter().map(case).collect());
        let pages = accounts.iter().map(|Account { view, .. }| self.renderer.render_complaint(view));
        let pages: Vec<String> = pages.collect::<Result<_, _>>().map_err(Failure::new)?;
        for (&at, (Account { view, .. }, page)) in places.iter().zip(accounts.iter().zip(&pages)) {
            self.add(&render::path_of_complaint(&view.number), page, Some(self.own(at)))?;
        }
        let remains = places.iter().zip(accounts).map(|(&at, Account { view, seen })| {
            let listing = self.composer.listing(at, &view);
            ((self.composer.digest(at, &seen.findings, view), listing), seen)
        });
        Ok(remains.collect())
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
