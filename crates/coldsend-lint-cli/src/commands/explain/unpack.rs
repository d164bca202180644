//! Unpacks the bodies of responses that `curl -i` or a proxy saved as gzip.
use flate2::bufread::GzDecoder;
use std::borrow::Cow;
use std::io::Read;

/// How gzip with the only method that there is begins.
const MAGIC: &[u8] = b"\x1F\x8B\x08";
/// The maximum length of the line with the size of a chunk: eight digits and its end.
const MAX_SIZE: usize = 10;

/// Returns a text with its gzip bodies unpacked, which ends at `limit` bytes. What cannot be unpacked stays.
pub(super) fn unpack(bytes: &[u8], limit: usize) -> Cow<'_, [u8]> {
    let Some(first) = body(bytes) else { return bytes.into() };
    let (mut out, mut rest, mut next) = (Vec::new(), bytes, Some(first));
    while let Some((at, start)) = next {
        let (head, packed) = rest.split_at(if at == start { start } else { at });
        let chunks = (at != start).then(|| joined(packed));
        let (packed, after) = chunks.as_ref().map_or((packed, &b""[..]), |(body, after)| (&**body, *after));
        out.extend_from_slice(head);
        let mut decoder = GzDecoder::new(packed);
        let before = out.len();
        let room = limit.saturating_sub(before) as u64;
        // What was unpacked before an error, such as the end of a copy, counts.
        let _ = decoder.by_ref().take(room).read_to_end(&mut out);
        if out.len() == before {
            return bytes.into();
        }
        rest = if at == start {
            rest.get(rest.len() - decoder.into_inner().len()..).unwrap_or_default()
        } else {
            after
        };
        if out.len() >= limit {
            return out.into();
        }
        next = body(rest);
    }
    out.extend_from_slice(rest);
    out.into()
}

/// Returns where a packed body begins: its first chunk, if it has chunks, and its data.
fn body(bytes: &[u8]) -> Option<(usize, usize)> {
    let is_start = |at: &usize| at.checked_sub(1).is_none_or(|before| bytes.get(before) == Some(&b'\n'));
    let start = bytes
        .windows(MAGIC.len())
        .enumerate()
        .filter(|(_, part)| *part == MAGIC)
        .map(|(at, _)| at)
        .find(is_start)?;
    let first = start.saturating_sub(MAX_SIZE);
    let before = bytes.get(first..start)?;
    let line = before.strip_suffix(b"\n").map(|before| before.strip_suffix(b"\r").unwrap_or(before));
    let size = line.map(|line| line.rsplit(|byte| *byte == b'\n').next().unwrap_or(line));
    let size = size.filter(|size| !size.is_empty() && size.iter().all(u8::is_ascii_hexdigit));
    let end = if before.ends_with(b"\r\n") { 2 } else { 1 };
    Some((size.map_or(start, |size| start - end - size.len()), start))
}

/// Joins chunks, each with a line before it with its size, and returns what follows.
fn joined(bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    let (mut out, mut rest) = (Vec::new(), bytes);
    while let Some((size, after)) = size(rest) {
        let chunk = after.get(..size).unwrap_or(after);
        out.extend_from_slice(chunk);
        rest = after.get(chunk.len()..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        if size == 0 {
            break;
        }
    }
    (out, rest)
}

/// Reads the line with the size of a chunk.
fn size(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = bytes.iter().take(MAX_SIZE).position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    let size = usize::from_str_radix(std::str::from_utf8(line).ok()?.trim_end(), 16).ok()?;
    Some((size, rest.get(1..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    const LIMIT: usize = 1000;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn chunked(bytes: &[u8], size: usize, end: &str) -> Vec<u8> {
        let mut out = Vec::new();
        for chunk in bytes.chunks(size) {
            out.extend_from_slice(format!("{:x}{end}", chunk.len()).as_bytes());
            out.extend_from_slice(chunk);
            out.extend_from_slice(end.as_bytes());
        }
        out.extend_from_slice(format!("0{end}{end}").as_bytes());
        out
    }

    #[test]
    fn bodies_are_unpacked() {
        let (head, body) = (&b"HTTP/1.1 429 x\r\na: b\r\n\r\n"[..], packed(b"{\"detail\":\"x\"}"));
        let all = [head, b"{\"detail\":\"x\"}"].concat();
        assert_eq!(unpack(&body, LIMIT), &b"{\"detail\":\"x\"}"[..]);
        assert_eq!(unpack(&[head, &body].concat(), LIMIT), all);
        assert_eq!(unpack(&[head, &body, b"\n429"].concat(), LIMIT), [&all[..], b"\n429"].concat());
        let twice = [head, &body, b"\n", head, &body].concat();
        assert_eq!(unpack(&twice, LIMIT), [&all[..], b"\n", &all].concat());
        for (size, end) in [(1000, "\r\n"), (7, "\r\n"), (7, "\n")] {
            let chunks = [head, &chunked(&body, size, end)].concat();
            assert!(unpack(&chunks, LIMIT).starts_with(&all), "{size}");
        }
        // A copy that is cut off.
        assert!(unpack(&body[..body.len() - 9], LIMIT).starts_with(b"{\"det"));
    }

    #[test]
    fn what_is_not_packed_stays() {
        for bytes in [
            &b""[..],
            b"x",
            b"x\x1F\x8B\x08",
            b"\x1F\x8B\x08",
            b"a\n\x1F\x8B\x08hunter2",
            b"ffffffff\n\x1F\x8B\x08",
        ] {
            assert_eq!(unpack(bytes, LIMIT), bytes);
        }
    }

    #[test]
    fn no_more_than_the_limit_is_unpacked() {
        let bomb = packed(&vec![b' '; 10_000_000]);
        assert_eq!(unpack(&bomb, LIMIT).len(), LIMIT);
        let many = [&bomb[..], b"\n"].concat().repeat(3);
        assert_eq!(unpack(&many, LIMIT).len(), LIMIT);
    }
}
