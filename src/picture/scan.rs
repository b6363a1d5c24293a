//! Whether the coded pixels of a JPEG file (ITU-T T.81) are all there. Decoders go on with grey where a file was cut in the
//! middle or written over, so the codes are walked here: each scan has to hold all its blocks, and no more. Of progressive files
//! the refining scans of the higher coefficients are not walked, since their codes depend on what came before.

use std::collections::BTreeMap;

use super::error::PictureError;
use super::segments::{Segment, segments};

/// Bytes after the last block that are let pass: padding.
const PADDING: usize = 2;

/// Walks the scans of a file whose headers were read already.
///
/// # Errors
/// A scan ends before its blocks do, or goes on after them, or has a code that means nothing.
pub(super) fn check_scans(file: &[u8]) -> Result<(), PictureError> {
    let (dc, ac) = ([const { None }; 4], [const { None }; 4]);
    let mut state = State { dc, ac, restart: 0, frame: None, told: BTreeMap::new() };
    for segment in segments(file) {
        let Segment { marker, body, coded } = segment.map_err(|_| PictureError::CutShort)?;
        match marker {
            0xC0..=0xC2 => state.frame = Frame::read(marker, body),
            0xDB if !are_steps(body) => return Err(PictureError::Damaged),
            0xC4 => state.read_tables(body).ok_or(PictureError::Damaged)?,
            0xDD => {
                state.restart = body.first_chunk().map_or(0, |count| usize::from(u16::from_be_bytes(*count)));
            }
            0xDA => state.check_scan(body, coded)?,
            _ => {}
        }
    }
    if state.is_complete() { Ok(()) } else { Err(PictureError::CutShort) }
}

/// Whether all steps of some tables of quantisation are 1 or more (T.81, B.2.4.1): with none, nothing of a picture is left.
fn are_steps(mut tables: &[u8]) -> bool {
    while let Some((&head, rest)) = tables.split_first() {
        let width = if head >> 4 == 0 { 1 } else { 2 };
        let Some((steps, after)) = rest.split_at_checked(64 * width) else { return false };
        if steps.chunks_exact(width).any(|step| step.iter().all(|byte| *byte == 0)) {
            return false;
        }
        tables = after;
    }
    true
}

struct State {
    dc: [Option<Table>; 4],
    ac: [Option<Table>; 4],
    /// Units between restarts; none where it is 0.
    restart: usize,
    frame: Option<Frame>,
    /// Of each coefficient of each channel, by its name, how many bits are not told yet.
    told: BTreeMap<(u8, u8), u8>,
}

struct Frame {
    progressive: bool,
    size: [usize; 2],
    /// Name and sampling factors.
    channels: Vec<(u8, [usize; 2])>,
}

impl Frame {
    fn read(marker: u8, body: &[u8]) -> Option<Frame> {
        let [_, high, low, wide, narrow, _] = *body.first_chunk::<6>()?;
        let size = [u16::from_be_bytes([wide, narrow]), u16::from_be_bytes([high, low])].map(usize::from);
        let channels = body[6..].as_chunks::<3>().0.iter();
        let channels =
            channels.map(|part| (part[0], [part[1] >> 4, part[1] & 15].map(usize::from))).collect();
        Some(Frame { progressive: marker == 0xC2, size, channels })
    }

    /// The largest sampling factors.
    fn most(&self) -> [usize; 2] {
        [0, 1].map(|axis| self.channels.iter().map(|(_, factors)| factors[axis]).max().unwrap_or(1).max(1))
    }
}

/// A table of codes (T.81, C).
struct Table {
    counts: [usize; 16],
    symbols: Vec<u8>,
}

/// A channel of a scan.
struct Part {
    name: u8,
    /// Its blocks in a unit of the scan.
    blocks: usize,
    dc: usize,
    ac: usize,
}

/// What of the coefficients a scan holds (T.81, G.1.1.1).
#[derive(Clone, Copy)]
struct Band {
    first: u8,
    last: u8,
    refines: bool,
    /// How many of the lowest bits are left out.
    below: u8,
}

impl State {
    fn read_tables(&mut self, mut body: &[u8]) -> Option<()> {
        while let Some((&head, rest)) = body.split_first() {
            let counts = rest.first_chunk::<16>()?.map(usize::from);
            let all: usize = counts.iter().sum();
            let symbols = rest.get(16..16 + all)?.to_vec();
            body = &rest[16 + all..];
            let tables = if head >> 4 == 0 { &mut self.dc } else { &mut self.ac };
            *tables.get_mut(usize::from(head & 15))? = Some(Table { counts, symbols });
        }
        Some(())
    }

    /// Whether all coefficients of all channels are told to their last bit.
    fn is_complete(&self) -> bool {
        let channels = self.frame.as_ref().map(|frame| &frame.channels[..]).unwrap_or_default();
        channels.iter().all(|(name, _)| (0..64).all(|at| self.told.get(&(*name, at)) == Some(&0)))
    }

    fn check_scan(&mut self, header: &[u8], coded: &[u8]) -> Result<(), PictureError> {
        let frame = self.frame.as_ref().ok_or(PictureError::Damaged)?;
        let (parts, band) = read_header(header, frame).ok_or(PictureError::Damaged)?;
        for part in &parts {
            self.told.extend((band.first..=band.last).map(|at| ((part.name, at), band.below)));
        }
        // Refined coefficients need those that came before.
        if band.refines && band.first > 0 {
            return Ok(());
        }
        let units = count_units(frame, header.get(1).copied(), parts.len());
        let mut walk = Walk { bits: Bits { coded, at: 0, left: 0, byte: 0 }, run: 0 };
        for unit in 0..units {
            if self.restart > 0 && unit > 0 && unit % self.restart == 0 {
                walk.bits.restart()?;
                walk.run = 0;
            }
            for part in &parts {
                for _ in 0..part.blocks {
                    self.walk_block(&mut walk, part, band, frame.progressive)?;
                }
            }
        }
        let rest = &coded[walk.bits.at..];
        let is_padding = rest.len() <= PADDING || rest.windows(2).all(|pair| pair[0] == pair[1]);
        if is_padding { Ok(()) } else { Err(PictureError::Damaged) }
    }

    fn walk_block(
        &self,
        walk: &mut Walk,
        part: &Part,
        band: Band,
        progressive: bool,
    ) -> Result<(), PictureError> {
        let mut at = band.first;
        if at == 0 {
            if band.refines {
                walk.bits.take(1)?;
            } else {
                let size = walk.symbol(self.dc[part.dc].as_ref())?;
                walk.bits.take(size)?;
            }
            at = 1;
        }
        if walk.run > 0 {
            walk.run -= 1;
            return Ok(());
        }
        while at <= band.last && band.last > 0 {
            let symbol = walk.symbol(self.ac[part.ac].as_ref())?;
            match (symbol >> 4, symbol & 15) {
                (15, 0) => at += 16,
                (0, 0) => break,
                // A run of blocks without any more (T.81, G.1.2.2).
                (length, 0) if progressive => {
                    walk.run = (1_usize << length) - 1 + walk.bits.take(length)?;
                    break;
                }
                (_, 0) => return Err(PictureError::Damaged),
                (zeros, size) => {
                    at += zeros + 1;
                    walk.bits.take(size)?;
                }
            }
            if at > band.last + 1 {
                return Err(PictureError::Damaged);
            }
        }
        Ok(())
    }
}

/// The channels of a scan and its band.
fn read_header(header: &[u8], frame: &Frame) -> Option<(Vec<Part>, Band)> {
    let count = usize::from(*header.first()?);
    let chosen = header.get(1..1 + 2 * count)?.as_chunks::<2>().0;
    let [first, last, approximation] = *header.get(1 + 2 * count..)?.first_chunk::<3>()?;
    let mut parts = Vec::new();
    for &[name, tables] in chosen {
        let (_, [across, down]) = frame.channels.iter().find(|(known, _)| *known == name)?;
        let blocks = if count == 1 { 1 } else { across * down };
        let [dc, ac] = [tables >> 4, tables & 15].map(usize::from);
        if dc > 3 || ac > 3 {
            return None;
        }
        parts.push(Part { name, blocks, dc, ac });
    }
    let band = if frame.progressive {
        Band { first, last, refines: approximation >> 4 > 0, below: approximation & 15 }
    } else {
        Band { first: 0, last: 63, refines: false, below: 0 }
    };
    (band.first <= band.last && band.last < 64).then_some((parts, band))
}

/// How many units a scan has: of one channel its blocks, of several those that all of them fill (T.81, A.2).
fn count_units(frame: &Frame, name: Option<u8>, parts: usize) -> usize {
    let most = frame.most();
    let along = |axis: usize| {
        if parts > 1 {
            return frame.size[axis].div_ceil(8 * most[axis]);
        }
        let factors = frame.channels.iter().find(|(known, _)| Some(*known) == name);
        let factor = factors.map_or(1, |(_, factors)| factors[axis]);
        (frame.size[axis] * factor).div_ceil(most[axis]).div_ceil(8)
    };
    along(0) * along(1)
}

struct Walk<'a> {
    bits: Bits<'a>,
    /// Blocks that hold nothing more.
    run: usize,
}

impl Walk<'_> {
    fn symbol(&mut self, table: Option<&Table>) -> Result<u8, PictureError> {
        let table = table.ok_or(PictureError::Damaged)?;
        let (mut code, mut first, mut index) = (0_usize, 0_usize, 0_usize);
        for count in table.counts {
            code |= self.bits.take(1)?;
            if code >= first && code - first < count {
                return table.symbols.get(index + code - first).copied().ok_or(PictureError::Damaged);
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        Err(PictureError::Damaged)
    }
}

/// The bits of coded pixels.
struct Bits<'a> {
    coded: &'a [u8],
    at: usize,
    left: u8,
    byte: u8,
}

impl Bits<'_> {
    fn take(&mut self, count: u8) -> Result<usize, PictureError> {
        let mut value = 0;
        for _ in 0..count {
            if self.left == 0 {
                self.byte = *self.coded.get(self.at).ok_or(PictureError::CutShort)?;
                self.at += 1;
                if self.byte == 0xFF {
                    // A zero follows a byte that is no marker (T.81, F.1.2.3).
                    match self.coded.get(self.at) {
                        Some(0) => self.at += 1,
                        _ => return Err(PictureError::CutShort),
                    }
                }
                self.left = 8;
            }
            self.left -= 1;
            value = value << 1 | usize::from(self.byte >> self.left & 1);
        }
        Ok(value)
    }

    /// Goes on after a restart marker.
    fn restart(&mut self) -> Result<(), PictureError> {
        self.left = 0;
        while self.coded.get(self.at) == Some(&0xFF) && self.coded.get(self.at + 1) == Some(&0xFF) {
            self.at += 1;
        }
        match self.coded.get(self.at..self.at + 2) {
            Some([0xFF, 0xD0..=0xD7]) => self.at += 2,
            _ => return Err(PictureError::Damaged),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::check_scans;
    use crate::picture::error::PictureError;
    use crate::picture::tests::files::jpeg;

    #[test]
    fn a_picture_that_was_cut_or_written_over_is_refused() {
        let blocks: Vec<[u8; 4]> = (0..200_u8).map(|at| [at.wrapping_mul(37), at, 255 - at, 7]).collect();
        for channels in [1, 3, 4] {
            let whole = jpeg(&blocks, channels);
            assert_eq!(check_scans(&whole), Ok(()), "{channels}");
            // Cut in the middle, with an end put after it.
            let mut cut = whole[..whole.len() - whole.len() / 4].to_vec();
            cut.extend([0xFF, 0xD9]);
            assert_eq!(check_scans(&cut), Err(PictureError::CutShort), "{channels}");
            let mut zeroed = whole.clone();
            let from = whole.len() - whole.len() / 4;
            zeroed[from..from + 60].fill(0);
            assert!(check_scans(&zeroed).is_err(), "{channels}");
        }
    }
}
