//! How the site of an office looks. In: `uiterlijk` in `protocol.yaml`. Out: a name, an accent and the name of a
//! logo; what is wrong, or cannot be read by everyone, is left out.

use super::colour::{COMFORTABLE, Colour, Paper, READABLE};
use super::logo::ImageForm;
use crate::source::Span;
use crate::yaml::{Expected, Field, Fields, ProblemKind, Reader};

pub(super) const KEYS: [&str; 4] = ["uiterlijk.naam", "uiterlijk.kleur", "uiterlijk.kleur-donker", "uiterlijk.logo"];

/// How the site looks, where an office has set it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// What the site is called.
    pub name: Option<String>,
    /// The colour of links and marks.
    pub accent: Accent,
    /// The logo, still to be read.
    pub logo: Option<LogoFile>,
}

/// The colour of links and marks; each can be read on its paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accent {
    /// On light paper.
    pub light: Option<Colour>,
    /// On dark paper.
    pub dark: Option<Colour>,
}

/// A file that holds a logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoFile {
    /// Its path from the folder of the register, as it was written.
    pub path: String,
    /// What it must be, by its name.
    pub form: ImageForm,
    /// Where it is named.
    pub at: Span,
}

/// What a file says of the appearance, each setting by itself.
#[derive(Default)]
pub(super) struct AppearancePart {
    name: Field<String>,
    light: Field<Colour>,
    dark: Field<Colour>,
    logo: Field<(String, ImageForm)>,
}

impl AppearancePart {
    pub(super) fn read(reader: &mut Reader, fields: Fields<'_, '_>, text: &str) -> Self {
        Self {
            name: reader.text(fields, "uiterlijk.naam", str::to_owned),
            light: colour(reader, fields, "uiterlijk.kleur", Paper::Light, text),
            dark: colour(reader, fields, "uiterlijk.kleur-donker", Paper::Dark, text),
            logo: reader.value(fields, "uiterlijk.logo", |name| {
                Ok((name.to_owned(), ImageForm::of_name(name).ok_or(Expected::ImageName)?))
            }),
        }
    }

    pub(super) fn finish(self) -> Appearance {
        let light = self.light.get();
        let lightened = || light.map(|colour| colour.with_contrast(Paper::Dark, COMFORTABLE));
        let logo = self.logo.placed().map(|((path, form), at)| LogoFile { path: path.clone(), form: *form, at });
        let accent = Accent { light, dark: self.dark.get().or_else(lightened) };
        Appearance { name: self.name.into_given(), accent, logo }
    }
}

fn colour(reader: &mut Reader, fields: Fields<'_, '_>, key: &'static str, paper: Paper, text: &str) -> Field<Colour> {
    let field = reader.value(fields, key, |written| readable(written, paper));
    match field {
        Field::Absent(Some(at)) => match colour_in_comment(text, at) {
            Some(colour) => {
                reader.problem(key, colour, ProblemKind::Wrong(Expected::Colour));
                Field::Wrong(colour)
            }
            None => field,
        },
        _ => field,
    }
}

fn readable(written: &str, paper: Paper) -> Result<Colour, Expected> {
    let colour = Colour::parse(written).ok_or(Expected::Colour)?;
    if colour.contrast_on(paper) >= READABLE {
        return Ok(colour);
    }
    let instead = colour.with_contrast(paper, READABLE).to_string();
    Err(match paper {
        Paper::Light => Expected::DarkerColour(instead),
        Paper::Dark => Expected::LighterColour(instead),
    })
}

/// The colour that stands behind a key without quotation marks: YAML takes it for a comment.
fn colour_in_comment(text: &str, key: Span) -> Option<Span> {
    let line = text[key.end..].lines().next()?;
    let comment = line.trim_start().strip_prefix(':')?.trim_start();
    let word = comment.split_whitespace().next()?;
    let start = key.end + line.len() - comment.len();
    (word.starts_with('#') && Colour::parse(word).is_some()).then(|| Span::new(start, start + word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Loaded, Protocol};
    use crate::source::{RelPath, SourceFile};

    fn load(text: &str) -> Loaded<Protocol> {
        Protocol::load(&SourceFile::new(RelPath::new("protocol.yaml"), text.to_owned()))
    }

    fn shown(colour: Option<Colour>) -> Option<String> {
        colour.map(|colour| colour.to_string())
    }

    #[test]
    fn a_colour_alone_brings_a_lighter_one_for_dark_screens() {
        let loaded = load("uiterlijk:\n  kleur: \"#7a1f5c\"\n");
        assert!(loaded.problems.is_empty());
        let Accent { light, dark } = loaded.value.appearance.accent;
        assert_eq!(shown(light).as_deref(), Some("#7a1f5c"));
        let dark = dark.expect("a colour for dark screens");
        assert!(dark.contrast_on(Paper::Dark) >= COMFORTABLE);
        let both = load("uiterlijk: {kleur: '#7a1f5c', kleur-donker: 'F0A6D8'}").value.appearance.accent;
        assert_eq!((shown(both.light).as_deref(), shown(both.dark).as_deref()), (Some("#7a1f5c"), Some("#f0a6d8")));
    }

    #[test]
    fn what_cannot_be_read_by_everyone_is_told_with_its_place_and_left_out() {
        for (line, key, expected, written) in [
            ("kleur: \"#ffcc00\"", "uiterlijk.kleur", Expected::DarkerColour("#8b7000".to_owned()), "\"#ffcc00\""),
            ("kleur-donker: '#333'", "uiterlijk.kleur-donker", Expected::LighterColour("#898989".to_owned()), "'#333'"),
            ("kleur: blauw", "uiterlijk.kleur", Expected::Colour, "blauw"),
            ("kleur: #0d5a61  # huisstijl", "uiterlijk.kleur", Expected::Colour, "#0d5a61"),
            ("logo: logo.gif", "uiterlijk.logo", Expected::ImageName, "logo.gif"),
        ] {
            let text = format!("uiterlijk:\n  {line}\n");
            let loaded = load(&text);
            assert_eq!(loaded.value.appearance, Appearance::default(), "{line}");
            let [problem] = &loaded.problems[..] else { panic!("one problem: {:?}", loaded.problems) };
            assert_eq!((problem.key, &problem.kind), (key, &ProblemKind::Wrong(expected)));
            assert_eq!(problem.at.of(&text), written);
        }
    }

    #[test]
    fn a_key_without_a_value_may_have_a_comment() {
        for line in ["kleur:", "kleur:  # nog kiezen", "kleur: #", "logo:   # later"] {
            assert!(load(&format!("uiterlijk:\n  {line}\n")).problems.is_empty(), "{line}");
        }
    }
}
