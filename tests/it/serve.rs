//! `klacht serve` as a reader meets it: over a socket, with a register that changes under it, and with
//! clients that mean no good.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::TODAY;

/// Longer than anything takes; only a test that fails waits so long.
const LONG: Duration = Duration::from_secs(30);

fn complaint(number: &str, subject: &str) -> String {
    format!(
        "---\nnummer: {number}\nontvangen: 2026-11-20\nkanaal: e-mail\nbetreft: tijdigheid\nonderwerp: {subject}\n\
         indiener:\n  naam: Fatima el Amrani\n  telefoon: 06 12 34 56 78\n  e-mail: f.elamrani@example.nl\n\
         ontvanger: Jan de Vries\ngeregistreerd: 2026-11-20\nbevestigd: 2026-11-20\n---\n\n## Omschrijving\nHet advies \
         kwam niet.\n"
    )
}

/// A folder with a register in it, and klacht serving that.
struct Served {
    folder: tempfile::TempDir,
    program: Child,
    told: BufReader<ChildStdout>,
    port: u16,
}

impl Served {
    fn new() -> Self {
        Self::with(&[("2026-001", &complaint("2026-001", "Advies kwam te laat"))], &[], &[])
    }

    fn with(complaints: &[(&str, &str)], arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path().join("complaints/medewerkers.yaml"), "- naam: Jan de Vries\n  functie: medewerker\n");
        for (number, text) in complaints {
            write(folder.path().join(format!("complaints/2026/{number}.md")), text);
        }
        let mut program = Command::new(env!("CARGO_BIN_EXE_klacht"))
            .current_dir(folder.path())
            .args(["serve", "--today", TODAY, "--port", "0"])
            .args(arguments)
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(program.stdout.take().unwrap());
        let mut first = String::new();
        told.read_line(&mut first).unwrap();
        let (_, rest) = first.split_once("http://localhost:").expect("the address comes first");
        let port = rest.split_once('/').unwrap().0.parse().unwrap();
        Self { folder, program, told, port }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        write(self.path(path), text);
    }

    fn complaint(&self, text: &str) {
        self.write("complaints/2026/2026-001.md", text);
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream
    }

    /// The whole answer to a request that is written as it stands.
    fn ask(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        // A connection that is broken off gives what came before.
        let _: std::io::Result<usize> = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, target: &str) -> String {
        self.ask(&format!("GET {target} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    fn page(&self) -> String {
        let page = self.get("/klachten/2026-001.html");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
        page
    }

    /// Listens as an open page does, from the stand of this moment on.
    fn listen(&self) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /.klacht/stand HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).unwrap();
        let mut events = Events { lines: BufReader::new(stream) };
        events.next();
        events
    }

    /// Presses Ctrl-C; how long the program took to end, which it must do well.
    #[cfg(unix)]
    fn interrupt(&mut self) -> Duration {
        let id = self.program.id().to_string();
        let begin = Instant::now();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let status = self.program.wait().unwrap();
        let took = begin.elapsed();
        assert_eq!(status.code(), Some(0), "{status}");
        took
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _: std::io::Result<()> = self.program.kill();
        let _: std::io::Result<std::process::ExitStatus> = self.program.wait();
    }
}

fn write(path: PathBuf, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// Waits for word of a stand; its name.
    fn next(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).expect("an event"), 0, "the server broke off");
            if let Some(name) = line.strip_prefix("data: ") {
                return name.trim().to_owned();
            }
        }
    }

    /// Waits until the page is as wanted, which one change may take two stands to become.
    fn until(&mut self, served: &Served, is_wanted: impl Fn(&str) -> bool) {
        while !is_wanted(&served.page()) {
            self.next();
        }
    }
}

#[test]
fn the_site_is_served_with_its_types_and_never_kept() {
    let served = Served::new();
    for (target, kind, part) in [
        ("/", "text/html; charset=utf-8", "Advies kwam te laat"),
        ("/index.html?jaar=2026", "text/html; charset=utf-8", "Advies kwam te laat"),
        ("/klachten/2026-001.html", "text/html; charset=utf-8", "Het advies kwam niet."),
        ("/style.css", "text/css; charset=utf-8", "{"),
        ("/register.js", "text/javascript; charset=utf-8", ""),
        ("/icon.svg", "image/svg+xml", "<svg"),
        ("/register.json", "application/json", "2026-001"),
        ("/register.csv", "text/csv; charset=utf-8", "2026-001"),
        ("/termijnen.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"),
        ("/klachten.atom", "application/atom+xml", "<feed"),
    ] {
        let answer = served.get(target);
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{target}: {answer}");
        for header in [&format!("content-type: {kind}\r\n"), "cache-control: no-store\r\n"] {
            assert!(answer.contains(header), "{target}: {header}: {answer}");
        }
        assert!(answer.contains(part), "{target}");
        assert!(!answer.contains("Amrani"), "{target}");
    }
    let head = served.ask(&format!("HEAD / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", served.port));
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(served.get("/klachten/2026-002.html").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_page_may_listen_to_this_server_and_to_nothing_else() {
    let page = Served::new().page();
    assert_eq!(page.matches("connect-src").count(), 1);
    assert!(page.contains("content=\"connect-src 'self'; default-src 'none'; "), "{page}");
    assert!(page.contains("<script src=\"/.klacht/serve.js\""), "{page}");
}

#[test]
fn who_calls_this_computer_by_another_name_sees_nothing() {
    let served = Served::new();
    let port = served.port;
    for request in [
        format!("GET / HTTP/1.1\r\nHost: example.com:{port}\r\n"),
        "GET / HTTP/1.1\r\nHost: example.com\r\n".to_owned(),
        format!("GET http://example.com:{port}/ HTTP/1.1\r\nHost: localhost:{port}\r\n"),
        format!("GET /.klacht/stand HTTP/1.1\r\nHost: example.com:{port}\r\n"),
        "GET / HTTP/1.1\r\n".to_owned(),
    ] {
        let answer = served.ask(&format!("{request}Connection: close\r\n\r\n"));
        assert!(answer.starts_with("HTTP/1.1 421 "), "{request}: {answer}");
        assert!(!answer.contains("Advies"), "{answer}");
    }
    let post = served.ask(&format!("POST / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 4\r\n\r\nnaam"));
    assert!(post.starts_with("HTTP/1.1 405 ") && post.contains("allow: GET, HEAD\r\n"), "{post}");
}

#[test]
fn nothing_outside_the_site_is_ever_served() {
    let served = Served::new();
    #[cfg(unix)]
    std::os::unix::fs::symlink(served.path("complaints"), served.path("complaints/koppeling")).unwrap();
    served.write("complaints/2026/2026-001/brief.txt", "een bijlage");
    for target in [
        "/../complaints/2026/2026-001.md",
        "/klachten/../../complaints/2026/2026-001.md",
        "/%2e%2e/complaints/2026/2026-001.md",
        "/..%2fcomplaints%2f2026%2f2026-001.md",
        "/..\\complaints\\2026\\2026-001.md",
        "/complaints/2026/2026-001.md",
        "/2026/2026-001/brief.txt",
        "/koppeling/2026/2026-001.md",
        "//etc/passwd",
        "/etc/passwd",
        "/file:///etc/passwd",
        "/.klacht-site",
        "/.gitignore",
        "/.klacht/",
        "/.git/config",
        "/klachten",
        "/klachten/",
        "/index.html/",
        "/index.html%00.css",
        "/index%2ehtml",
        "*",
    ] {
        let answer = served.get(target);
        let is_refused = ["HTTP/1.1 404 ", "HTTP/1.1 400 "].iter().any(|status| answer.starts_with(status));
        assert!(is_refused, "{target}: {answer}");
        assert!(!answer.contains("Amrani") && !answer.contains("bijlage") && !answer.contains("root:"), "{target}");
    }
}

#[test]
fn a_change_reaches_the_page_that_is_open() {
    let served = Served::new();
    let mut events = served.listen();
    served.complaint(&complaint("2026-001", "Advies kwam heel laat"));
    events.next();
    events.until(&served, |page| page.contains("Advies kwam heel laat"));

    served.write("complaints/2026/2026-002.md", &complaint("2026-002", "Nog een klacht"));
    while !served.get("/").contains("Nog een klacht") {
        events.next();
    }
    fs::remove_file(served.path("complaints/2026/2026-002.md")).unwrap();
    while served.get("/").contains("Nog een klacht") {
        events.next();
    }
    served.write("complaints/protocol.yaml", "organisatie: Kantoor Zuid\n");
    events.until(&served, |page| page.contains("Kantoor Zuid"));
    served.write("templates/eigen.css", ".van-ons { color: red }\n");
    while !served.get("/style.css").contains(".van-ons") {
        events.next();
    }
}

#[test]
fn what_changes_nothing_on_the_site_reloads_no_page() {
    let served = Served::new();
    let mut events = served.listen();
    served.write("complaints/.verborgen.md", "een kladje");
    served.write("complaints/2026/kladje.txt", "geen klacht");
    served.complaint(&complaint("2026-001", "Advies kwam te laat"));
    // Long enough for a round; were it too short, this test would see less, and not fail.
    std::thread::sleep(Duration::from_millis(200));
    served.complaint(&complaint("2026-001", "Een ander onderwerp"));
    assert!(events.next().ends_with("-2"), "the second stand since the start");
    assert!(served.page().contains("Een ander onderwerp"));
}

#[test]
fn what_is_broken_is_told_beside_the_last_good_site_until_it_is_mended() {
    let served = Served::new();
    let right = complaint("2026-001", "Advies kwam te laat");
    let mut events = served.listen();
    let is_told = |page: &str| page.contains("Deze site is niet bijgewerkt") && page.contains("Advies kwam te laat");
    let is_right = |page: &str| !page.contains("klacht-serve-trouble");
    let staff = "complaints/medewerkers.yaml";
    for (path, wrong, mended) in [
        ("complaints/2026/2026-001.md", "geen klacht meer", right.as_str()),
        (
            "complaints/2026/2026-001.md",
            &right.replace("  naam: Fatima el Amrani\n", "  naam: [Fatima, Amrani]\n"),
            &right,
        ),
        ("complaints/2026/2026-002.md", &right, &complaint("2026-002", "Nog een klacht")),
        (staff, "- functie: medewerker\n", "- naam: Jan de Vries\n  functie: medewerker\n"),
        ("templates/complaint.html", "{% if %}", "{{ page.subject }}<p>Advies kwam te laat"),
    ] {
        served.write(path, wrong);
        events.until(&served, is_told);
        assert!(!served.page().contains("Amrani"), "{path}");
        served.write(path, mended);
        events.until(&served, is_right);
    }
}

#[test]
fn findings_are_told_with_their_place_and_name_nobody() {
    let served = Served::new();
    let mut events = served.listen();
    served.complaint(&complaint("2026-001", "Advies kwam te laat").replace("kanaal: e-mail", "kanaal: fax"));
    events.until(&served, |page| page.contains("2026-001, regel 4</a>") && page.contains("(K004)"));
    assert!(!served.page().contains("klacht-serve-trouble"));
    assert!(!served.page().contains("Amrani"));
}

#[test]
fn what_is_unsafe_from_the_start_is_left_out_and_told() {
    let right = complaint("2026-001", "Advies kwam te laat");
    let wrong = complaint("2026-002", "Nog een klacht").replace("naam: Fatima", "naam: [Fatima]");
    let served = Served::with(&[("2026-001", &right), ("2026-002", &wrong)], &[], &[]);
    let page = served.page();
    assert!(page.contains("1 klachtbestand ontbreekt op deze site"), "{page}");
    assert!(served.get("/klachten/2026-002.html").starts_with("HTTP/1.1 404 "));
}

#[test]
fn a_register_without_any_site_yet_is_told_of_and_comes_by_itself() {
    let served = Served::new();
    let mut events = served.listen();
    let elsewhere = served.path("elders");
    fs::rename(served.path("complaints"), &elsewhere).unwrap();
    events.until(&served, |page| page.contains("er is geen klachtenregister"));
    fs::rename(&elsewhere, served.path("complaints")).unwrap();
    events.until(&served, |page| !page.contains("er is geen klachtenregister"));
    served.complaint(&complaint("2026-001", "Advies kwam heel laat"));
    events.until(&served, |page| page.contains("Advies kwam heel laat"));
}

#[test]
fn clients_that_never_end_hold_up_nobody() {
    let served = Served::new();
    let mut events = served.listen();
    let half_open = |at: usize| {
        let mut stream = served.connect();
        let head = ["GET / HTTP/1.1\r\nHost: loc", "G", "", "GET / HTTP/1.1\r\nX: "][at % 4];
        stream.write_all(head.as_bytes()).unwrap();
        stream
    };
    let open: Vec<TcpStream> = (0..300).map(half_open).collect();
    let begin = Instant::now();
    served.page();
    assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
    drop(open);

    // Who listened longest had to go; a page connects again.
    let mut rest = String::new();
    events.lines.read_line(&mut rest).unwrap();
    served.listen();

    let long = format!("GET / HTTP/1.1\r\nHost: localhost:{}\r\nX: {}\r\n\r\n", served.port, "x".repeat(100_000));
    let mut stream = served.connect();
    // The server need not read it all.
    let _: std::io::Result<()> = stream.write_all(long.as_bytes());
    let mut answer = String::new();
    let _: std::io::Result<usize> = stream.read_to_string(&mut answer);
    assert!(!answer.contains("200 OK"), "{answer}");
    assert!(served.ask("\u{0}\u{1}\r\n\r\n").starts_with("HTTP/1.1 400 "));
    served.page();
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_whatever_it_does() {
    let while_idle = || {
        let mut served = Served::new();
        let _listening = served.listen();
        let _half_open = served.connect().write_all(b"GET / HT");
        served.interrupt()
    };
    let while_building = || {
        let complaints: Vec<_> = (1..=300).map(|serial| format!("2026-{serial:03}")).collect();
        let complaints: Vec<_> =
            complaints.iter().map(|number| (number.as_str(), complaint(number, "Te laat"))).collect();
        let complaints: Vec<_> = complaints.iter().map(|(number, text)| (*number, text.as_str())).collect();
        let mut served = Served::with(&complaints, &[], &[]);
        let took = served.interrupt();
        let mut rest = String::new();
        served.told.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "", "it was still building");
        took
    };
    // The quickest of three: a machine may have more to do.
    for quickest in [(0..3).map(|_| while_idle()).min(), (0..3).map(|_| while_building()).min()] {
        assert!(quickest < Some(Duration::from_millis(100)), "{quickest:?}");
    }
}

#[test]
fn a_port_that_is_taken_is_said_and_without_one_the_next_is_taken() {
    let served = Served::new();
    let serve = |arguments: &[&str]| {
        let mut klacht = Command::new(env!("CARGO_BIN_EXE_klacht"));
        klacht.current_dir(served.folder.path()).args(["serve", "--today", TODAY]).args(arguments);
        klacht
    };
    let port = served.port.to_string();
    let output = serve(&["--port", &port]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(&format!("poort {port} is al in gebruik")), "{told}");

    let first_of = |program: &mut Child| {
        let mut line = String::new();
        BufReader::new(program.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        line
    };
    let mut programs = [1, 2].map(|_| serve(&[]).stdout(Stdio::piped()).spawn().unwrap());
    let addresses = programs.each_mut().map(first_of);
    for mut program in programs {
        program.kill().unwrap();
        program.wait().unwrap();
    }
    assert!(addresses.iter().all(|address| address.contains("http://localhost:80")), "{addresses:?}");
    assert_ne!(addresses[0], addresses[1]);
}

#[cfg(unix)]
#[test]
fn the_browser_is_given_the_address() {
    use std::os::unix::fs::PermissionsExt;
    let tools = tempfile::tempdir().unwrap();
    let browser = tools.path().join("xdg-open");
    let seen = tools.path().join("gezien");
    write(browser.clone(), &format!("#!/bin/sh\necho \"$1\" > '{0}.half'\nmv '{0}.half' '{0}'\n", seen.display()));
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", tools.path().display(), std::env::var("PATH").unwrap());
    let served = Served::with(&[], &["--open"], &[("PATH", &path)]);
    let begin = Instant::now();
    while !seen.exists() && begin.elapsed() < LONG {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(fs::read_to_string(&seen).unwrap().trim(), format!("http://localhost:{}/", served.port));
}

#[test]
fn without_a_register_nothing_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_klacht")).current_dir(folder.path()).arg("serve").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("er is geen klachtenregister"));
    assert!(output.stdout.is_empty());
}
