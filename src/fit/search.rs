//! The search for the largest setting that fits. Fitting is not monotone, so a bisection is followed by a scan.

use crate::flow::Setting;
use crate::geom::{Abs, whole_number};
use crate::spec::BodyRange;

/// The grid of sizes, in points.
const GRID: f64 = 0.05;
/// How many steps beyond the one that bisection finds are tried.
const SCAN: u32 = 10;
/// How far a layout's tightest line height gives way at the smallest size, before text is refused (H): so a language that just
/// fits with the project's own name and addresses has room for longer ones.
const LEADING_IN_NEED: f64 = 0.04;
/// The tightest line height at all, over the script's own (H): in Thai, of 1.6 em, marks over a line keep clear of those below
/// the one before it.
const LEAST_LEADING: f64 = 0.865;
/// What is left of a layout's tightest gaps then (H).
const GAPS_IN_NEED: f64 = 0.6;
/// The most steps of the grid: 200 pt.
const MOST_STEPS: i64 = 4000;

/// Between what and what a setting is looked for.
pub(super) struct Range {
    /// The smallest size.
    pub(super) floor: Abs,
    /// The size under which line height and gaps tighten first.
    pub(super) ideal: Abs,
    /// The largest size.
    pub(super) max: Abs,
    /// The bounds of line height and gaps.
    pub(super) body: BodyRange,
    /// Whether there are blocks that may go.
    pub(super) has_optional: bool,
}

impl Range {
    /// The setting of that size; `slack` from −2, the tightest in need, over −1, the layout's tightest, and 0, the look's own,
    /// to 1, the loosest.
    pub(super) fn setting(&self, size: Abs, slack: f64, optional: bool) -> Setting {
        let between = |[low, high]: [f64; 2], least: f64| match slack {
            _ if slack < -1.0 => low - (low - least) * (-1.0 - slack),
            _ if slack < 0.0 => 1.0 + (1.0 - low) * slack,
            _ => 1.0 + (high - 1.0) * slack,
        };
        let BodyRange { leading, gaps, .. } = self.body;
        let least_leading = (leading[0] - LEADING_IN_NEED).max(LEAST_LEADING).min(leading[0]);
        Setting {
            size,
            leading: between(leading, least_leading),
            gaps: between(gaps, gaps[0] * GAPS_IN_NEED),
            need: (-1.0 - slack).clamp(0.0, 1.0),
            optional,
        }
    }

    /// Settings that take a little less room than one that was found: those of its size, then those of each a step of the grid
    /// smaller, up to `given` of its size; of each size the loosest first.
    pub(super) fn smaller_settings(&self, found: &Setting, given: f64) -> Vec<Vec<Setting>> {
        let least = (found.size * (1.0 - given)).max(self.floor);
        let steps = (0_u16..).map(|step| found.size - Abs::pt(GRID * f64::from(step)));
        let at_size = |size: Abs| {
            let tightest = if size > self.ideal { 0 } else { -SLACKS };
            let slacks = (tightest..=SLACKS).rev().map(|slack| f64::from(slack) / f64::from(SLACKS));
            let settings = slacks.map(|slack| self.setting(size, slack, found.optional));
            let height = |setting: &Setting| setting.leading + setting.gaps;
            settings.filter(|setting| size < found.size || height(setting) < height(found)).collect()
        };
        steps.take_while(|&size| size >= least).map(at_size).collect()
    }
}

/// In how many parts the way from a look's own line height and gaps to the loosest, or to the tightest, is tried.
const SLACKS: i32 = 4;

/// What a failed attempt says of others.
pub(super) trait Failure {
    /// Whether what lacks so much at the largest size may well lack something at the smallest.
    fn is_far(&self) -> bool;

    /// Whether what lacks so much at the smallest size has no size at which it fits.
    fn is_hopeless(&self) -> bool;
}

/// What comes of the largest setting at which `attempt` succeeds. `may_fit` says at once of many settings that it does not.
///
/// # Errors
/// What `attempt` lacks at the smallest and tightest setting: none is found. Where it may not fit there, or lacks far too much
/// at the largest one, that is all that is tried, so that a text of a megabyte is not set some tens of times.
pub(super) fn largest_setting<T, E: Failure>(
    range: &Range,
    attempt: impl Fn(&Setting) -> Result<T, E>,
    may_fit: impl Fn(&Setting) -> bool,
) -> Result<T, E> {
    let search = SizeSearch { range, attempt: &attempt, may_fit: &may_fit };
    let top = range.ideal + (range.max - range.ideal);
    let lowest = range.setting(range.floor, -2.0, false);
    if !may_fit(&lowest) {
        return attempt(&lowest);
    }
    let highest = range.setting(top, 0.0, true);
    let may_be_highest = may_fit(&highest);
    let first = if may_be_highest { attempt(&highest).err() } else { None };
    if first.as_ref().is_some_and(E::is_far)
        && let Err(lacking) = attempt(&lowest)
        && lacking.is_hopeless()
    {
        return Err(lacking);
    }
    // Without blocks that may go, all would be tried a second time.
    let ways: &[bool] = if range.has_optional { &[true, false] } else { &[true] };
    for &optional in ways {
        let fits_top = optional.then_some(may_be_highest && first.is_none());
        if let Some(size) = search.largest_size([range.ideal, range.max], 0.0, optional, fits_top) {
            return Ok(search.loosest_setting(size, [0.0, 1.0], optional));
        }
        if search.tried(range.ideal, -1.0, optional).is_some() {
            return Ok(search.loosest_setting(range.ideal, [-1.0, 0.0], optional));
        }
        if let Some(size) = search.largest_size([range.floor, range.ideal], -1.0, optional, None) {
            return Ok(search.loosest_setting(size, [-1.0, 0.0], optional));
        }
        if search.tried(range.floor, -2.0, optional).is_some() {
            return Ok(search.loosest_setting(range.floor, [-2.0, -1.0], optional));
        }
    }
    attempt(&lowest)
}

struct SizeSearch<'a, F, M> {
    range: &'a Range,
    attempt: &'a F,
    may_fit: &'a M,
}

impl<T, E, F: Fn(&Setting) -> Result<T, E>, M: Fn(&Setting) -> bool> SizeSearch<'_, F, M> {
    /// What comes of a setting, where it fits.
    fn tried(&self, size: Abs, slack: f64, optional: bool) -> Option<T> {
        let setting = self.range.setting(size, slack, optional);
        (self.may_fit)(&setting).then(|| (self.attempt)(&setting).ok()).flatten()
    }

    /// The largest size of the grid between two that fits at that slack; `fits_high` says whether the higher one does, where
    /// that is known.
    fn largest_size(
        &self,
        [low, high]: [Abs; 2],
        slack: f64,
        optional: bool,
        fits_high: Option<bool>,
    ) -> Option<Abs> {
        let steps = step_count(high - low);
        let at = |step: u32| low + Abs::pt(GRID * f64::from(step)).min(high - low);
        let fits = |step: u32| self.tried(at(step), slack, optional).is_some();
        if fits_high.unwrap_or_else(|| fits(steps)) {
            return Some(at(steps));
        }
        let (mut good, mut bad) = (None, steps);
        let mut low_step = 0;
        while low_step < bad {
            let middle = low_step + (bad - low_step) / 2;
            if fits(middle) {
                good = Some(middle);
                low_step = middle + 1;
            } else {
                bad = middle;
            }
        }
        let from = good.map_or(0, |step| step + 1);
        let beyond = (from..(from + SCAN).min(steps)).rev().find(|&step| fits(step));
        beyond.or(good).map(at)
    }

    /// The loosest setting of that size between two slacks; the tighter one is known to fit.
    fn loosest_setting(&self, size: Abs, [tight, loose]: [f64; 2], optional: bool) -> T {
        let try_at = |slack: f64| self.tried(size, slack, optional);
        if let Some(found) = try_at(loose) {
            return found;
        }
        let (mut low, mut high) = (tight, loose);
        let mut best = None;
        for _ in 0..5 {
            let middle = (low + high) / 2.0;
            match try_at(middle) {
                Some(found) => {
                    best = Some(found);
                    low = middle;
                }
                None => high = middle,
            }
        }
        match best {
            Some(found) => found,
            None => try_at(tight).expect("the tighter setting was tried before"),
        }
    }
}

/// How many steps of the grid a length holds, the last one begun; bounded.
fn step_count(length: Abs) -> u32 {
    let steps = whole_number((length.to_pt() / GRID).ceil());
    u32::try_from(steps.clamp(0, MOST_STEPS)).expect("it was bounded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Breaks, Repeat, Sections};
    use crate::style::Hyphens;

    /// How many times too large something is.
    struct Lacking(u32);

    impl Failure for Lacking {
        fn is_far(&self) -> bool {
            self.0 > 2
        }

        fn is_hopeless(&self) -> bool {
            self.0 > 1
        }
    }

    fn body_range() -> BodyRange {
        let (sections, breaks) = (Sections::Flow, Breaks::Lines);
        let bounds = [1.0, 1.0];
        let (repeat, hyphens) = (Repeat::Nothing, Hyphens::Auto);
        BodyRange { max: 14.0, leading: bounds, gaps: bounds, sections, breaks, repeat, hyphens, give: 0.0 }
    }

    fn found(fits: impl Fn(f64) -> bool) -> Option<f64> {
        let body = body_range();
        let range =
            Range { floor: Abs::pt(9.0), ideal: Abs::pt(11.0), max: Abs::pt(14.0), body, has_optional: true };
        let attempt = |s: &Setting| fits(s.size.to_pt()).then(|| s.size.to_pt()).ok_or(Lacking(0));
        let size = largest_setting(&range, attempt, |_| true).ok()?;
        Some((size * 100.0).round() / 100.0)
    }

    #[test]
    fn the_largest_size_that_fits_is_found_to_the_grid() {
        assert_eq!(found(|size| size <= 12.34), Some(12.3));
        assert_eq!(found(|size| size <= 9.52), Some(9.5));
        assert_eq!(found(|_| true), Some(14.0));
        assert_eq!(found(|size| size < 9.01), Some(9.0));
        assert_eq!(found(|_| false), None);
    }

    #[test]
    fn what_may_not_fit_is_not_tried() {
        let body = body_range();
        let (floor, ideal, max) = (Abs::pt(9.0), Abs::pt(11.0), Abs::pt(14.0));
        let range = Range { floor, ideal, max, body, has_optional: true };
        let tries = |most: f64| {
            let tries = std::cell::Cell::new(0);
            let attempt = |s: &Setting| {
                tries.set(tries.get() + 1);
                (s.size.to_pt() < 9.72).then(|| s.size.to_hundredths()).ok_or(Lacking(0))
            };
            let found = largest_setting(&range, attempt, |s| s.size.to_pt() < most);
            (found.ok(), tries.get())
        };
        let ((all, many), (some, few)) = (tries(99.0), tries(9.8));
        assert_eq!((all, some), (Some(9.7), Some(9.7)));
        assert!(few * 2 < many, "{few} {many}");
    }

    #[test]
    fn what_may_fit_at_no_size_is_tried_once() {
        let body = body_range();
        let (floor, ideal, max) = (Abs::pt(9.0), Abs::pt(11.0), Abs::pt(14.0));
        let range = Range { floor, ideal, max, body, has_optional: true };
        let tried = std::cell::RefCell::new(Vec::new());
        let attempt = |s: &Setting| {
            tried.borrow_mut().push((s.size.to_hundredths(), s.leading.to_bits(), s.optional));
            Err::<(), _>(Lacking(0))
        };
        assert!(largest_setting(&range, attempt, |_| false).is_err());
        // 0.04 below the layout's own, which is 1.
        assert_eq!(*tried.borrow(), [(9.0, 0.96_f64.to_bits(), false)]);
    }

    #[test]
    fn in_need_lines_and_gaps_tighten_further_and_no_line_beyond_the_least() {
        let need = |leading: f64, gaps: f64, slack: f64| {
            let body = BodyRange { leading: [leading, 1.1], gaps: [gaps, 1.6], ..body_range() };
            let (floor, ideal, max) = (Abs::pt(9.0), Abs::pt(11.0), Abs::pt(14.0));
            let range = Range { floor, ideal, max, body, has_optional: false };
            let Setting { leading, gaps, need, .. } = range.setting(floor, slack, true);
            [leading, gaps, need].map(|share| (share * 1000.0).round() / 1000.0)
        };
        assert_eq!(need(0.93, 0.5, -1.0), [0.93, 0.5, 0.0]);
        assert_eq!(need(0.93, 0.5, -1.5), [0.91, 0.4, 0.5]);
        assert_eq!(need(0.93, 0.5, -2.0), [0.89, 0.3, 1.0]);
        assert_eq!(need(0.88, 0.5, -2.0), [0.865, 0.3, 1.0]);
        assert_eq!(need(0.8, 0.5, -2.0), [0.8, 0.3, 1.0]);
    }

    #[test]
    fn smaller_settings_give_way_by_a_share_and_keep_their_bounds() {
        let body = BodyRange { leading: [0.9, 1.2], gaps: [0.5, 2.0], ..body_range() };
        let (floor, ideal, max) = (Abs::pt(9.0), Abs::pt(11.0), Abs::pt(14.0));
        let range = Range { floor, ideal, max, body, has_optional: false };
        let of = |size: f64, slack: f64| {
            let sizes = range.smaller_settings(&range.setting(Abs::pt(size), slack, true), 0.01);
            let told = |settings: &Vec<Setting>| {
                let ends = settings.first().zip(settings.last());
                let (loosest, tightest) = ends.map_or((0.0, 0.0), |(a, b)| (a.leading, b.leading));
                (settings.len(), (loosest * 100.0).round() / 100.0, (tightest * 100.0).round() / 100.0)
            };
            sizes.iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(
            of(12.0, 0.5),
            [(2, 1.05, 1.0), (5, 1.2, 1.0), (5, 1.2, 1.0)],
            "above the ideal nothing tightens"
        );
        assert_eq!(of(11.05, 0.0), [(0, 0.0, 0.0), (9, 1.2, 0.9), (9, 1.2, 0.9)]);
        assert_eq!(of(9.05, -1.0), [(0, 0.0, 0.0), (9, 1.2, 0.9)], "below the floor there is none");
    }

    #[test]
    fn a_hole_in_what_fits_is_jumped() {
        assert_eq!(found(|size| size <= 12.0 || (12.19..12.26).contains(&size)), Some(12.25));
    }

    #[test]
    fn what_is_far_too_large_is_tried_twice() {
        let body = body_range();
        let range =
            Range { floor: Abs::pt(9.0), ideal: Abs::pt(11.0), max: Abs::pt(14.0), body, has_optional: true };
        let tries = |lacking: u32| {
            let tries = std::cell::Cell::new(0);
            let attempt = |_: &Setting| {
                tries.set(tries.get() + 1);
                Err::<(), _>(Lacking(lacking))
            };
            let _ = largest_setting(&range, attempt, |_| true);
            tries.get()
        };
        assert_eq!(tries(100), 2);
        assert!(tries(2) > 20);
    }
}
