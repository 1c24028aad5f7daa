//! Writes the same complaints as a site for Hugo, without a theme: flat pages, one list of all, nothing else.

use std::io;
use std::path::Path;

use crate::complaint::Complaint;
use crate::write_file;

// All that Hugo makes unasked (feeds, a site map, pages for tags) is off: it shall write what klacht writes, and no more.
const CONFIGURATION: &str = "\
baseURL = 'https://example.nl/'
languageCode = 'nl'
title = 'Klachtenregister'
uglyURLs = true
disableKinds = ['taxonomy', 'term', 'section', 'RSS', 'sitemap', 'robotsTXT', '404']
";

const PAGE: &str = "\
<!doctype html>
<html lang=\"nl\">
<head>
<meta charset=\"utf-8\">
<title>{{ .Title }}</title>
</head>
<body>
<main>
<h1>{{ .Title }}</h1>
<p><time datetime=\"{{ .Date.Format \"2006-01-02\" }}\">{{ .Date.Format \"02-01-2006\" }}</time></p>
{{ .Content }}
</main>
";

const LIST: &str = "\
<!doctype html>
<html lang=\"nl\">
<head>
<meta charset=\"utf-8\">
<title>{{ .Site.Title }}</title>
</head>
<body>
<main>
<h1>{{ .Site.Title }}</h1>
<table>
{{ range .Site.RegularPages }}<tr><td><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></td><td>{{ .Date.Format \"02-01-2006\" }}</td></tr>
{{ end }}</table>
</main>
</body>
</html>
";

/// Writes the configuration and the layouts; `filler` bytes of fixed text go into the layout of a page.
pub fn write_site(out: &Path, filler: usize) -> io::Result<()> {
    write_file(&out.join("hugo.toml"), CONFIGURATION)?;
    let line =
        "<p class=\"vulling\">Deze regel maakt de bladzijde even groot als die van klacht.</p>\n";
    let filling: String = line
        .chars()
        .cycle()
        .take(filler / line.len() * line.len())
        .collect();
    write_file(
        &out.join("layouts/_default/single.html"),
        &format!("{PAGE}{filling}</body>\n</html>\n"),
    )?;
    write_file(&out.join("layouts/index.html"), LIST)
}

/// Writes one complaint.
pub fn write_page(out: &Path, complaint: &Complaint) -> io::Result<()> {
    let Complaint {
        number,
        received,
        subject,
        body,
        ..
    } = complaint;
    let path = out.join("content/klachten").join(format!("{number}.md"));
    write_file(
        &path,
        &format!("---\ntitle: {number} {subject}\ndate: {received}\n---\n{body}"),
    )
}
