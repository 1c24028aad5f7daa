//! The office's logo. In: the name of a file and its bytes. Out: an image that pages can show, with its size.

use crate::yaml::Expected;

/// The sorts of image that every browser shows and that stay sharp or small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageForm {
    /// A drawing.
    Svg,
    /// A picture of pixels.
    Png,
}

/// A logo, which a page can show.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// What sort of image it is.
    pub form: ImageForm,
    /// The file as it is.
    pub bytes: Vec<u8>,
    /// Width and height, in whatever unit, where the file tells them: pages keep room of this shape.
    pub size: Option<(f64, f64)>,
}

impl ImageForm {
    /// The form that a file of this name has.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let ends_in = |end: &str| {
            let at = name.len().checked_sub(end.len());
            at.and_then(|at| name.get(at..)).is_some_and(|own| own.eq_ignore_ascii_case(end))
        };
        if ends_in(".svg") {
            Some(Self::Svg)
        } else if ends_in(".png") {
            Some(Self::Png)
        } else {
            None
        }
    }
}

impl Logo {
    /// The largest file that is taken, in bytes: a logo is loaded with every page.
    pub const LARGEST: u64 = 200_000;

    /// The logo in these bytes.
    ///
    /// # Errors
    /// When they are too many, or no image of this form.
    pub fn read(form: ImageForm, bytes: Vec<u8>) -> Result<Self, Expected> {
        if bytes.len() as u64 > Self::LARGEST {
            return Err(Expected::SmallerImage);
        }
        let size = match form {
            ImageForm::Svg => svg_size(&bytes),
            ImageForm::Png => png_size(&bytes).map(Some),
        };
        Ok(Self { form, size: size.ok_or(Expected::Image)?, bytes })
    }
}

/// The size of a PNG; nothing where it is none.
fn png_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..)?.strip_prefix(b"IHDR")?;
    let number = |at: usize| header.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    shape(number(0)?.into(), number(4)?.into())
}

/// The size of an SVG, where it tells it; nothing where it is none.
fn svg_size(bytes: &[u8]) -> Option<Option<(f64, f64)>> {
    let text = str::from_utf8(bytes).ok()?;
    let root = root_tag(text.trim_start_matches('\u{feff}'))?;
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let box_of = |text: &str| {
        let sides: Vec<f64> = text.split([' ', ',']).filter(|part| !part.is_empty()).filter_map(number).collect();
        if let [_, _, width, height] = sides[..] { shape(width, height) } else { None }
    };
    let sides = || shape(number(attribute(root, "width")?)?, number(attribute(root, "height")?)?);
    Some(attribute(root, "viewBox").and_then(box_of).or_else(sides))
}

fn shape(width: f64, height: f64) -> Option<(f64, f64)> {
    let is_side = |side: f64| side.is_finite() && side > 0.0;
    (is_side(width) && is_side(height)).then_some((width, height))
}

/// The inside of the `<svg …>` that a drawing opens with, after what may stand before it.
fn root_tag(mut text: &str) -> Option<&str> {
    loop {
        text = text.trim_start();
        let (opening, end) = match text {
            _ if text.starts_with("<?") => ("<?", "?>"),
            _ if text.starts_with("<!--") => ("<!--", "-->"),
            _ if text.starts_with("<!") => ("<!", ">"),
            _ => break,
        };
        let rest = &text[opening.len()..];
        text = &rest[rest.find(end)? + end.len()..];
    }
    let inside = text.strip_prefix("<svg")?;
    inside.starts_with([' ', '\t', '\r', '\n', '>', '/']).then_some(())?;
    Some(&inside[..inside.find('>')?])
}

/// The value of an attribute in the inside of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let value_at = |at: usize| {
        let is_whole = tag[..at].ends_with(char::is_whitespace);
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let mark = rest.chars().next().filter(|sign| is_whole && matches!(sign, '"' | '\''))?;
        rest[1..].split(mark).next()
    };
    tag.match_indices(name).find_map(|(at, _)| value_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a PNG of so many pixels.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn an_image_is_known_by_its_content_and_tells_its_size() {
        let square = "<svg viewBox=\"0 0 32 32\"/>";
        for (text, size) in [
            (square.to_owned(), Some((32.0, 32.0))),
            (format!("\u{feff}<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<!-- <b> -->\n{square}"), Some((32.0, 32.0))),
            ("<svg\nwidth='120px' height = '40'></svg>".to_owned(), Some((120.0, 40.0))),
            ("<svg stroke-width=\"3\" height=\"40\"></svg>".to_owned(), None),
            ("<svg viewBox=\"0 0 0 32\"></svg>".to_owned(), None),
            ("<svg></svg>".to_owned(), None),
        ] {
            let logo = Logo::read(ImageForm::Svg, text.clone().into_bytes()).expect("an image");
            assert_eq!(logo.size, size, "{text}");
        }
        assert_eq!(Logo::read(ImageForm::Png, png(300, 100)).expect("an image").size, Some((300.0, 100.0)));
    }

    #[test]
    fn what_is_no_image_of_its_form_or_too_large_is_refused() {
        for (form, bytes, expected) in [
            (ImageForm::Svg, b"<html><svg></svg></html>".to_vec(), Expected::Image),
            (ImageForm::Svg, b"<svgx></svgx>".to_vec(), Expected::Image),
            (ImageForm::Svg, b"<?xml <svg>".to_vec(), Expected::Image),
            (ImageForm::Svg, png(3, 3), Expected::Image),
            (ImageForm::Svg, Vec::new(), Expected::Image),
            (ImageForm::Png, b"<svg></svg>".to_vec(), Expected::Image),
            (ImageForm::Png, png(0, 3), Expected::Image),
            (ImageForm::Png, png(3, 3)[..20].to_vec(), Expected::Image),
            (ImageForm::Png, vec![0; 200_001], Expected::SmallerImage),
        ] {
            assert_eq!(Logo::read(form, bytes).err(), Some(expected));
        }
    }

    #[test]
    fn the_name_tells_the_form() {
        for (name, form) in [
            ("logo.svg", Some(ImageForm::Svg)),
            ("Beeldmerk.PNG", Some(ImageForm::Png)),
            ("logo.jpg", None),
            ("svg", None),
            ("é", None),
        ] {
            assert_eq!(ImageForm::of_name(name), form, "{name}");
        }
    }
}
