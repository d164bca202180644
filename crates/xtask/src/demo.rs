//! `cargo xtask demo`: serves the site, only on this machine.
use crate::site::{self, Files, POLICY};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// The maximum size of the head of a request. The rest is not read.
const MAX_HEAD: u64 = 16 * 1024;

/// Serves the site until the process is stopped. Port 0 picks a free port.
pub(crate) fn run(port: u16) -> Result<(), String> {
    let files = Arc::new(site::files()?);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = listener.map_err(|error| format!("port {port}: {error}; try `--port 0`"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}/");
    for stream in listener.incoming().flatten() {
        let files = Arc::clone(&files);
        // It is not an error if the browser disconnects.
        std::thread::spawn(move || answer(&stream, &files).ok());
    }
    Ok(())
}

fn answer(mut stream: &TcpStream, files: &Files) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.take(MAX_HEAD)).lines();
    let request = head.next().transpose()?.unwrap_or_default();
    // Read the whole head; otherwise the connection is reset when it is closed.
    while head.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body): (_, _, &[u8]) = match method {
        "GET" | "HEAD" => match file(files, target) {
            Some((name, body)) => ("200 OK", mime(name), body),
            None => ("404 Not Found", "text/plain", b"not found\n"),
        },
        _ => ("405 Method Not Allowed", "text/plain", b""),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Content-Security-Policy: {POLICY}; frame-ancestors 'none'\r\nX-Content-Type-Options: nosniff\r\n\
         Referrer-Policy: no-referrer\r\nCross-Origin-Opener-Policy: same-origin\r\n\
         Cross-Origin-Embedder-Policy: require-corp\r\n\
         Cache-Control: no-store\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n",
        body.len(),
    )?;
    if method != "HEAD" {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// Returns the file at a path with its name.
fn file<'a>(files: &'a Files, target: &str) -> Option<(&'a str, &'a [u8])> {
    let mut path = target.split(['?', '#']).next()?.strip_prefix('/')?.to_owned();
    if path.is_empty() || path.ends_with('/') {
        path += "index.html";
    }
    files.get_key_value(&path).map(|(name, body)| (name.as_str(), body.as_slice()))
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "text/plain",
    }
}

#[cfg(test)]
mod tests {
    use super::{Files, file};

    #[test]
    fn only_files_of_the_site_are_served() {
        let names = ["index.html", "rules/index.html", "site/main.js"];
        let files = Files::from(names.map(|name| (name.to_owned(), Vec::new())));
        let name = |target| file(&files, target).map(|(name, _)| name);
        assert_eq!(name("/"), Some("index.html"));
        assert_eq!(name("/?a#b"), Some("index.html"));
        assert_eq!(name("/rules/"), Some("rules/index.html"));
        assert_eq!(name("/site/main.js?x"), Some("site/main.js"));
        for other in
            ["", "/rules", "index.html", "/../index.html", "/site/../index.html", "/site/", "//index.html"]
        {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
