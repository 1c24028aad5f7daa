//! Colours of the house style. In: text such as `#0d5a61`. Out: a colour, whether it can be read on the paper of the
//! site, and the nearest one of its kind that can.

use std::fmt;

/// A colour of the screen (sRGB). It shows as `#0d5a61`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// What text stands on. The colours are those of `templates/style.css` (`--paper`, `--sheet`); a test compares them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// By day, and in print.
    Light,
    /// For who has set the screen to dark.
    Dark,
}

/// The contrast that text needs to be read (WCAG 2.2, 1.4.3).
pub const READABLE: f64 = 4.5;

/// The contrast that text has to whom that is still little (WCAG 2.2, 1.4.6): what klacht chooses itself has it.
pub const COMFORTABLE: f64 = 7.0;

const WHITE: Colour = Colour { red: 255, green: 255, blue: 255 };

impl Paper {
    /// The colours that text stands on: the page, and the sheets that lie on it.
    #[must_use]
    pub fn surfaces(self) -> [Colour; 2] {
        match self {
            Self::Light => [Colour { red: 0xfa, green: 0xf9, blue: 0xf5 }, WHITE],
            Self::Dark => {
                [Colour { red: 0x14, green: 0x19, blue: 0x1a }, Colour { red: 0x1b, green: 0x22, blue: 0x23 }]
            }
        }
    }
}

impl Colour {
    /// Reads `#0d5a61` or `#06c`, in small letters or capitals, also without its mark.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = digits.chars().map(|sign| sign.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
        let [red, green, blue] = match digits[..] {
            [red, green, blue] => [red, green, blue].map(|digit| digit * 17),
            [r1, r2, g1, g2, b1, b2] => [[r1, r2], [g1, g2], [b1, b2]].map(|[high, low]| high * 16 + low),
            _ => return None,
        };
        Some(Self { red, green, blue })
    }

    /// The contrast between two colours, from 1 (the same) to 21 (black and white), as WCAG 2.2 defines it.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The contrast of text in this colour where it is least.
    #[must_use]
    pub fn contrast_on(self, paper: Paper) -> f64 {
        paper.surfaces().into_iter().map(|surface| self.contrast(surface)).fold(f64::INFINITY, f64::min)
    }

    /// This colour, or else the same hue darkened or lightened just so far that its contrast on the paper is at least
    /// `wanted`, which must be no more than black or white can reach.
    #[must_use]
    pub fn with_contrast(self, paper: Paper, wanted: f64) -> Self {
        const STEPS: u8 = 128;
        let end = match paper {
            Paper::Light => 0.0,
            Paper::Dark => 1.0,
        };
        let own = self.lightness();
        let lightness = |step: u8| own + (end - own) * f64::from(step) / f64::from(STEPS);
        let shades = (1..=STEPS).map(|step| self.with_lightness(lightness(step)));
        [self].into_iter().chain(shades).find(|shade| shade.contrast_on(paper) >= wanted).unwrap_or(self)
    }

    /// Red, green and blue, each from 0 to 1.
    fn channels(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|channel| f64::from(channel) / 255.0)
    }

    /// Half the sum of the strongest channel and the weakest, from 0 to 1 (the L of HSL).
    fn lightness(self) -> f64 {
        let [low, high] = ends(self.channels());
        f64::midpoint(low, high)
    }

    /// The colour of the same hue and saturation (the H and S of HSL).
    fn with_lightness(self, lightness: f64) -> Self {
        let [low, high] = ends(self.channels());
        let own = f64::midpoint(low, high);
        let room = |lightness: f64| 1.0 - (2.0 * lightness - 1.0).abs();
        let stretch = if room(own) > 0.0 { room(lightness) / room(own) } else { 0.0 };
        let byte = |channel: f64| ((lightness + (channel - own) * stretch) * 255.0).round() as u8;
        let [red, green, blue] = self.channels().map(byte);
        Self { red, green, blue }
    }

    fn luminance(self) -> f64 {
        let linear = |share: f64| {
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.channels().map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// The least and the greatest.
fn ends(channels: [f64; 3]) -> [f64; 2] {
    channels.into_iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], one| [low.min(one), high.max(one)])
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("tests write real colours")
    }

    #[test]
    fn a_colour_is_read_as_people_write_it_and_shown_in_one_way() {
        for (text, shown) in [
            ("#0d5a61", Some("#0d5a61")),
            ("#0D5A61", Some("#0d5a61")),
            ("0d5a61", Some("#0d5a61")),
            ("#06c", Some("#0066cc")),
            ("#06", None),
            ("#0d5a61ff", None),
            ("##0d5a6", None),
            ("#0d5a6g", None),
            ("blauw", None),
            ("rgb(1, 2, 3)", None),
            ("", None),
        ] {
            assert_eq!(Colour::parse(text).map(|colour| colour.to_string()).as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        for (one, two, contrast) in [
            ("#000000", "#ffffff", 21.0),
            ("#777777", "#ffffff", 4.48),
            ("#767676", "#ffffff", 4.54),
            ("#0000ff", "#ffffff", 8.59),
        ] {
            assert!((colour(one).contrast(colour(two)) - contrast).abs() < 0.01, "{one} {two}");
        }
    }

    #[test]
    fn a_colour_that_can_be_read_is_left_as_it_is() {
        assert_eq!(colour("#0d5a61").with_contrast(Paper::Light, READABLE), colour("#0d5a61"));
        assert_eq!(colour("#ffcc00").with_contrast(Paper::Dark, COMFORTABLE), colour("#ffcc00"));
    }

    proptest! {
        #[test]
        fn every_colour_has_a_shade_that_can_be_read(red: u8, green: u8, blue: u8) {
            let own = Colour { red, green, blue };
            for paper in [Paper::Light, Paper::Dark] {
                for wanted in [READABLE, COMFORTABLE] {
                    prop_assert!(own.with_contrast(paper, wanted).contrast_on(paper) >= wanted);
                }
            }
        }

        #[test]
        fn what_is_shown_reads_back_as_the_same_colour(red: u8, green: u8, blue: u8) {
            let own = Colour { red, green, blue };
            prop_assert_eq!(Colour::parse(&own.to_string()), Some(own));
        }
    }
}
