//! The house style of an office laid on the shared files. In: style sheet and icon, and the colours and logo of the
//! site. Out: the same files in those colours. The pages' policy allows no style beside the style sheet.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::views;

/// The ground of the embedded icon: the accent of the embedded style sheet.
const ICON_GROUND: &str = "#0d5a61";

/// The style sheet, ending in the office's own accent and rules; a later rule takes the place of an earlier one.
pub(super) fn style(css: Cow<'static, [u8]>, accent: views::Accent, own_rules: Option<&[u8]>) -> Cow<'static, [u8]> {
    let colours = colours(accent);
    if colours.is_empty() && own_rules.is_none() {
        return css;
    }
    let own_rules = own_rules.map(|rules| [b"\n", rules].concat()).unwrap_or_default();
    Cow::Owned([css.as_ref(), colours.as_bytes(), &own_rules].concat())
}

fn colours(accent: views::Accent) -> String {
    if accent == views::Accent::default() {
        return String::new();
    }
    let mut rules = "\n/* The office's own colours */\n\n".to_owned();
    let mut add = |before: &str, colour, after: &str| {
        let _: std::fmt::Result = writeln!(rules, "{before}:root {{ --accent: {colour}; }}{after}");
    };
    if let Some(colour) = accent.light {
        add("", colour, "");
    }
    if let Some(colour) = accent.dark {
        add("@media screen and (prefers-color-scheme: dark) { ", colour, " }");
    }
    rules
}

/// The icon: the office's logo where that is a drawing, else the embedded one in the office's colour.
pub(super) fn icon(embedded: Cow<'static, [u8]>, site: &views::Site) -> Cow<'static, [u8]> {
    if let Some(logo) = site.logo.as_ref().filter(|logo| logo.is_drawing) {
        return Cow::Owned(logo.bytes.clone());
    }
    let Some(colour) = site.accent.light else { return embedded };
    let drawing = String::from_utf8_lossy(&embedded).replace(ICON_GROUND, &colour.to_string());
    Cow::Owned(drawing.into_bytes())
}
