//! `cargo xtask demo`: serves the page in `pkg/demo`, only on this machine.
use crate::tool::root::root;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The content security policy: the page loads and runs only what this server serves.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'";

/// The maximum size of the head of a request. The rest is not read.
const MAX_HEAD: u64 = 16 * 1024;

/// Serves the page until the process is stopped. Port 0 picks a free port.
pub(crate) fn run(port: u16) -> Result<(), String> {
    let package = root().join("pkg");
    if !package.join("dist/glue.js").exists() {
        return Err("pkg/dist is not built; run `cargo xtask wasm` first".to_owned());
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = listener.map_err(|error| format!("port {port}: {error}; try `--port 0`"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}/demo/");
    for stream in listener.incoming().flatten() {
        let package = package.clone();
        // It is not an error if the browser disconnects.
        std::thread::spawn(move || answer(&stream, &package).ok());
    }
    Ok(())
}

fn answer(mut stream: &TcpStream, package: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.take(MAX_HEAD)).lines();
    let request = head.next().transpose()?.unwrap_or_default();
    // Read the whole head; otherwise the connection is reset when it is closed.
    while head.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let (status, kind, body) = match method {
        "GET" | "HEAD" if path == "/" => ("302 Found", "text/plain", Vec::new()),
        "GET" | "HEAD" => {
            match file(package, path).and_then(|file| Some((mime(&file)?, fs::read(file).ok()?))) {
                Some((kind, body)) => ("200 OK", kind, body),
                None => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
            }
        }
        _ => ("405 Method Not Allowed", "text/plain", Vec::new()),
    };
    let location = if path == "/" { "Location: /demo/\r\n" } else { "" };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{location}\
         Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n\
         Cache-Control: no-store\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n",
        body.len(),
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Returns the file at a path. Only plain names in the folders of the package are accepted.
fn file(package: &Path, path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let (folder, rest) = path.split_once('/')?;
    if !["demo", "src", "dist"].contains(&folder) {
        return None;
    }
    let rest = if rest.is_empty() { "index.html" } else { rest };
    let plain = |name: &str| {
        !name.is_empty()
            && !name.starts_with('.')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    rest.split('/').all(plain).then(|| package.join(folder).join(rest))
}

fn mime(file: &Path) -> Option<&'static str> {
    Some(match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "ts" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::file;
    use std::path::Path;

    #[test]
    fn only_plain_names_below_the_package_lead_to_files() {
        let file = |path| file(Path::new("/p"), path);
        assert_eq!(file("/demo/"), Some("/p/demo/index.html".into()));
        assert_eq!(file("/src/form/read.js"), Some("/p/src/form/read.js".into()));
        let refused = [
            "",
            "/",
            "demo/",
            "/demo",
            "/package.json",
            "/node_modules/a.js",
            "/demo/../Cargo.toml",
            "/demo/..",
            "/demo//etc/passwd",
            "/demo/.npmrc",
            "/demo/%2e%2e/x",
            "/demo/a\\b",
            "/demo/a\0b",
            "/demo/./a",
            "/../demo/a",
            "/demo/c:/x",
        ];
        for path in refused {
            assert_eq!(file(path), None, "{path}");
        }
    }
}
