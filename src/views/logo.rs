//! The office's logo as pages show it: in the masthead, and as the icon where it is a drawing.

use serde::Serialize;

use crate::protocol::{self, ImageForm};

/// A logo in the masthead, with the room that it takes, in CSS pixels.
#[derive(Debug, Clone, Serialize)]
pub struct Logo {
    /// The file's name at the root of the site.
    pub file: &'static str,
    /// Where its shape is known, so that nothing moves when it comes in.
    pub width: Option<u32>,
    /// Always the same.
    pub height: u32,
    /// What stands in the file.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// Whether it can be the icon of the site too.
    #[serde(skip)]
    pub is_drawing: bool,
}

impl From<&protocol::Logo> for Logo {
    fn from(logo: &protocol::Logo) -> Self {
        const HEIGHT: u32 = 40;
        // Broader than this it would push the name of the site off a small screen.
        const BROADEST: f64 = 240.0;
        let room =
            |(width, height): (f64, f64)| (f64::from(HEIGHT) * width / height).round().clamp(1.0, BROADEST) as u32;
        Self {
            file: match logo.form {
                ImageForm::Svg => "logo.svg",
                ImageForm::Png => "logo.png",
            },
            width: logo.size.map(room),
            height: HEIGHT,
            bytes: logo.bytes.clone(),
            is_drawing: logo.form == ImageForm::Svg,
        }
    }
}
