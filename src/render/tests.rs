//! Every page from made-up views: what must hold of the text of any page.

#![allow(clippy::disallowed_methods, reason = "tests make their own files")]

use std::path::Path;
use std::{fs, iter};

use regex::Regex;

use crate::template::TemplateError;
use crate::views::{Accent, Colour, Logo, Site};

use super::{Renderer, path_of_complaint, path_of_meeting, path_of_search, path_of_volume, search_script, specimen};

fn renderer(overrides: Option<&Path>) -> Result<Renderer, TemplateError> {
    Renderer::new(&specimen::site(), overrides)
}

/// Each page of a small site with its path.
pub(super) fn pages() -> Vec<(String, String)> {
    let renderer = renderer(None).expect("our own templates are in order");
    let complaint = specimen::complaint();
    let meeting = specimen::meeting();
    [
        (super::INDEX_PATH.to_owned(), renderer.render_index(&specimen::index())),
        (path_of_complaint(&complaint.number), renderer.render_complaint(&complaint)),
        (path_of_meeting(meeting.name), renderer.render_meeting(&meeting)),
        (super::ANALYSIS_PATH.to_owned(), renderer.render_analysis(&specimen::analysis())),
        (super::PROTOCOL_PATH.to_owned(), renderer.render_protocol(&specimen::protocol())),
        (path_of_volume(specimen::register().id), renderer.render_register(&specimen::register())),
    ]
    .map(|(path, page)| match page {
        Ok(page) => (path, page),
        Err(error) => panic!("{path}: {error}"),
    })
    .into()
}

#[test]
fn every_page_carries_its_policy_and_its_notice() {
    for (path, page) in pages() {
        for needed in [
            "<!DOCTYPE html>\n<html lang=\"nl\"",
            "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\"",
            "name=\"robots\" content=\"noindex",
            "name=\"viewport\"",
            "Alleen voor intern gebruik",
            "geanonimiseerd (gepseudonimiseerd)",
            "href=\"#inhoud\"",
        ] {
            assert!(page.contains(needed), "{path} lacks {needed}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
    }
}

#[test]
fn a_text_cannot_become_markup_or_style() {
    let markup = Regex::new(r#"<script(?: src="[./]*register\.js" defer)?>|<style|\sstyle=|\son[a-z]+="#)
        .expect("a valid pattern");
    for (path, page) in pages() {
        for found in markup.find_iter(&page) {
            let known = [
                ("index.html", "<script src=\"register.js\" defer>"),
                ("register/2023.html", "<script src=\"../register.js\" defer>"),
            ];
            assert!(known.contains(&(path.as_str(), found.as_str())), "{path}: {}", found.as_str());
        }
    }
    assert!(pages()[0].1.contains("&lt;script&gt;alert("));
}

#[test]
fn every_address_is_relative_and_leads_to_a_place_in_the_site() {
    let address = Regex::new(r#"(?:href|src)="([^"]*)""#).expect("a valid pattern");
    let place = Regex::new(
        r"^(index\.html|analyse\.html|protocol\.html|style\.css|register\.js|icon\.svg|register\.csv|register(\.schema)?\.json|termijnen\.ics|klachten\.atom|klachten/\d{4}-\d{3,}\.html|register/\d{4}(?:-\d+)?\.html|teamoverleg/(?:\d{4}-Q[1-4]|sinds-vorig-overleg)\.html)$",
    )
    .expect("a valid pattern");
    for (path, page) in pages() {
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        for target in address.captures_iter(&page).map(|found| found[1].to_owned()) {
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() {
                continue;
            }
            let from_root = match (file.strip_prefix("../"), folder) {
                (Some(rest), Some(_)) => rest.to_owned(),
                (None, Some(folder)) => format!("{folder}/{file}"),
                (_, None) => file.to_owned(),
            };
            assert!(place.is_match(&from_root), "{path} points to {target}");
        }
    }
}

#[test]
fn the_report_for_the_meeting_names_no_day() {
    let (_, page) = &pages()[2];
    let main = &page[page.find("<main").expect("a main part")..page.find("</main>").expect("a main part")];
    assert!(!main.contains("<time"));
    assert!(main.contains("november 2026"));
}

#[test]
fn tags_are_closed_in_order() {
    let tag = Regex::new(r"<(/?)([a-z][a-z0-9]*)[^>]*>").expect("a valid pattern");
    const VOID: [&str; 5] = ["meta", "link", "br", "input", "img"];
    for (path, page) in pages() {
        let mut open = Vec::new();
        for found in tag.captures_iter(&page) {
            let name = found[2].to_owned();
            match &found[1] {
                "/" => assert_eq!(open.pop(), Some(name), "{path}"),
                // A shape of a drawing closes itself.
                _ if VOID.contains(&name.as_str()) || found[0].ends_with("/>") => {}
                _ => open.push(name),
            }
        }
        assert!(open.is_empty(), "{path} leaves {open:?} open");
    }
}

#[test]
fn an_office_replaces_one_file_or_one_block_and_keeps_the_rest() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(
        folder.path().join("analysis.html"),
        "{% extends \"ingebouwd/analysis.html\" %}{% block title %}Ons beeld{% endblock title %}",
    )
    .expect("a written file");
    fs::write(folder.path().join("style.css"), "body{}").expect("a written file");
    let renderer = renderer(Some(folder.path())).expect("an override that fits");
    let page = renderer.render_analysis(&specimen::analysis()).expect("a page");
    assert!(page.contains("<title>Ons beeld –") && page.contains("Termijnen gehaald"));
    let sizes: Vec<(&str, bool)> = renderer.assets().map(|(name, bytes)| (name, bytes == b"body{}")).collect();
    assert_eq!(sizes, [("style.css", true), ("register.js", false), ("icon.svg", false)]);
    fs::remove_file(folder.path().join("style.css")).expect("a file");
    fs::write(folder.path().join("eigen.css"), "h1 { color: red; }").expect("a written file");
    let renderer = self::renderer(Some(folder.path())).expect("rules of the office");
    let (_, css) = renderer.assets().next().expect("a style sheet");
    assert!(css.starts_with(b"/*") && css.ends_with(b"}\n\nh1 { color: red; }"));
}

#[test]
fn the_colours_of_an_office_end_the_style_sheet_and_its_drawing_is_the_icon() {
    let asset = |renderer: &Renderer, name: &str| {
        let (_, bytes) = renderer.assets().find(|(own, _)| *own == name).expect("a shared file");
        String::from_utf8(bytes.to_vec()).expect("text")
    };
    let plain = renderer(None).expect("our own templates are in order");
    let colour = |text| Colour::parse(text).expect("tests write real colours");
    let accent = Accent { light: Some(colour("#7a1f5c")), dark: None };
    let tinted = Renderer::new(&Site { accent, ..specimen::site() }, None).expect("a renderer");
    assert_eq!(
        asset(&tinted, "style.css").strip_prefix(asset(&plain, "style.css").as_str()),
        Some("\n/* The office's own colours */\n\n:root { --accent: #7a1f5c; }\n")
    );
    assert_eq!(asset(&tinted, "icon.svg"), asset(&plain, "icon.svg").replace("#0d5a61", "#7a1f5c"));
    assert_ne!(asset(&tinted, "icon.svg"), asset(&plain, "icon.svg"));

    let bytes = b"<svg viewBox=\"0 0 3 1\"></svg>".to_vec();
    let logo = Logo { file: "logo.svg", width: Some(120), height: 40, bytes, is_drawing: true };
    let branded = Renderer::new(&Site { logo: Some(logo), ..specimen::site() }, None).expect("a renderer");
    assert_eq!(asset(&branded, "icon.svg"), asset(&branded, "logo.svg"));
    let page = branded.render_meeting(&specimen::meeting()).expect("a page");
    assert!(page.contains("<img src=\"../logo.svg\" alt=\"WENB\" width=\"120\" height=\"40\"> Klachtenregister</a>"));
}

#[test]
fn a_broken_template_of_the_office_is_an_error_that_names_its_file() {
    for (name, text, line) in [
        ("complaint.html", "{% extends \"base.html\" %}\n{{ page.", Some("regel 2")),
        ("meeting.html", "{{ page.quarter | bestaatniet }}", None),
        ("base.html", "geen blokken", None),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a written file");
        let message = renderer(Some(folder.path())).expect_err("a broken override").to_string();
        for needed in iter::once(path.to_str().expect("a plain path")).chain(line) {
            assert!(message.contains(needed), "{message} lacks {needed}");
        }
    }
}

#[test]
fn a_template_that_asks_for_what_is_not_there_is_an_error_that_names_its_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("protocol.html");
    fs::write(&path, "\n{{ page.naam_van_de_indiener }}").expect("a written file");
    let renderer = renderer(Some(folder.path())).expect("a template that reads well");
    let error = renderer.render_protocol(&specimen::protocol()).expect_err("a field that does not exist").to_string();
    assert!(error.contains(path.to_str().expect("a plain path")) && error.contains("regel 2"), "{error}");
}

#[test]
fn a_folder_of_templates_that_does_not_exist_changes_nothing() {
    assert!(renderer(Some(Path::new("nergens/sjablonen"))).is_ok());
}

#[test]
fn what_can_be_searched_is_a_script_that_hands_over_one_volume() {
    let view = specimen::search();
    assert_eq!(path_of_search(view.id), "zoeken/2026-2.js");
    let script = String::from_utf8(search_script(&view)).expect("JSON is UTF-8");
    let data = script.strip_prefix("registerVolume(").and_then(|rest| rest.strip_suffix(");\n")).expect("one call");
    let expected = serde_json::json!({"id": "2026-2", "complaints": [
        {"number": "2026-014", "received": "2 november 2026", "status": "in beroep", "kinds": "tijdigheid, wijze",
         "causes": "planning", "text": "Advies kwam \"te laat\" | [indiener] belde. | Niemand nam op."},
        {"number": "2026-014", "status": "in beroep", "kinds": "", "causes": "planning", "text": ""},
    ]});
    assert_eq!(serde_json::from_str::<serde_json::Value>(data).expect("JSON"), expected);
}
