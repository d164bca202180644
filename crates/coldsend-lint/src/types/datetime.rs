//! Dates with times. Facts: pydantic_v1.md 2.6.
//!
//! A text is `YYYY-MM-DD`, `T` or a space, and `hh:mm`. All numbers but the year may have one digit, and digits may be
//! of any script. These parts may follow: `:ss` with an optional fraction of up to 12 digits; `Z`, `±hh`, `±hhmm` or
//! `±hh:mm`, with two digits for each number; a line feed.
//!
//! A number, or a text that Python's `float()` reads, is a timestamp in seconds. While its absolute value is greater
//! than 2e10, it is divided by 1,000. Numbers beyond ±3e20 are the first or the last moment.
use super::{Failure, Form, Reading, ScalarType, Soft, To, put};
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Scalar, number, quote};
use crate::python::{digit, float, is_space};
use std::str::Chars;

/// A date and time in ISO 8601, or a timestamp.
#[derive(Debug)]
pub struct DateTimeType;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DateTimeValue {
    time: DateTime,
    is_as_documented: bool,
}

impl ScalarType for DateTimeType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        _: Soft,
        host: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let time = read(scalar, from_text, ErrorKind::DateTime, host)?;
        let is_as_documented = is_calendar(scalar);
        put(to, || DateTimeValue { time, is_as_documented });
        Ok(Form::of(is_as_documented))
    }

    fn errors(&self) -> Vec<ErrorKind> {
        vec![ErrorKind::DateTime, ErrorKind::DateTimeType, ErrorKind::DateTimeNan]
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("string", Some("date-time"))
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("date and time")
    }
}

impl Reading for DateTimeValue {
    fn is_as_documented(&self) -> bool {
        self.is_as_documented
    }

    fn write(&self, out: &mut String) {
        quote(&self.time.isoformat(), out);
    }
}

/// Reads a text with `from_text`, or a timestamp. `format` is the error for a text in the wrong format.
pub(super) fn read(
    scalar: Scalar<'_>,
    from_text: fn(&str, &dyn Host) -> Result<DateTime, Refusal>,
    format: ErrorKind,
    host: &dyn Host,
) -> Result<DateTime, ErrorKind> {
    match scalar {
        Scalar::Text(text) => from_text(&text.to_str(), host),
        Scalar::Float(literal) => from_float(float::literal(literal, host)),
        Scalar::Integer(literal) => Ok(from_int_literal(literal.as_str(), host)),
        Scalar::Number(value) => Ok(from_int_literal(&number(value), host)),
        Scalar::Boolean(value) => Ok(from_int_literal(if value { "1" } else { "0" }, host)),
        Scalar::Null | Scalar::List | Scalar::Object => return Err(ErrorKind::DateTimeType),
    }
    .map_err(|refusal| match refusal {
        Refusal::Format => format,
        Refusal::NotANumber => ErrorKind::DateTimeNan,
    })
}

/// Returns whether a value is a text whose fifth byte is a hyphen, as after a year. Other values count as timestamps.
pub(super) fn is_calendar(scalar: Scalar<'_>) -> bool {
    // In `100e-5`, the hyphen belongs to an exponent.
    let begins =
        |text: &[u8]| matches!(text.get(3..5), Some([digit, b'-']) if !digit.eq_ignore_ascii_case(&b'e'));
    match scalar {
        Scalar::Text(text) if text.escaped => begins(text.to_str().as_bytes()),
        Scalar::Text(text) => begins(text.raw),
        _ => false,
    }
}

/// The reason why a value is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// `invalid datetime format`
    Format,
    /// `cannot convert float NaN to integer`
    NotANumber,
}

/// A date and time, with an offset from UTC if it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateTime {
    pub(crate) year: u32,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
    pub(crate) microsecond: u32,
    pub(crate) offset_minutes: Option<i32>,
}

/// Python's `datetime.min`.
const FIRST: DateTime = DateTime {
    year: 1,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    microsecond: 0,
    offset_minutes: None,
};

/// Python's `datetime.max`.
const LAST: DateTime = DateTime {
    year: 9999,
    month: 12,
    day: 31,
    hour: 23,
    minute: 59,
    second: 59,
    microsecond: 999_999,
    offset_minutes: None,
};

pub(crate) fn from_text(text: &str, host: &dyn Host) -> Result<DateTime, Refusal> {
    match float::parse(text, host).or_else(|| compiled(text, host)) {
        Some(timestamp) => from_float(timestamp),
        None => calendar(text).ok_or(Refusal::Format),
    }
}

/// Reads the other texts that are numbers to Pydantic. It is compiled by Cython, whose `float()` reads two more forms.
fn compiled(text: &str, host: &dyn Host) -> Option<f64> {
    if !text.is_ascii() {
        // `inf` or `nan` in white space of which some is not ASCII. U+001C–001F are then white space as well.
        let word = text.trim_matches(|c| is_space(c) || ('\x1C'..='\x1F').contains(&c));
        return word.ends_with(|c: char| c.is_ascii_alphabetic()).then(|| float::parse(word, host))?;
    }
    // `1e+_5`, but neither `1.e+_5` nor `.1e+_5`.
    let (size, exponent) = text.trim_matches(is_space).split_once(['e', 'E'])?;
    let (sign, digits) = exponent.split_once('_').filter(|(sign, _)| matches!(*sign, "+" | "-"))?;
    let point_at_either_end = size.starts_with('.') || size.ends_with('.');
    if point_at_either_end { None } else { float::parse(&[size, "e", sign, digits].concat(), host) }
}

pub(crate) fn from_float(timestamp: f64) -> Result<DateTime, Refusal> {
    if timestamp.is_nan() {
        return Err(Refusal::NotANumber);
    }
    Ok(match timestamp {
        late if late > 3e20 => LAST,
        early if early < -3e20 => FIRST,
        other => from_seconds(scaled(other)),
    })
}

/// Reads an integer of any length. It is compared and divided exactly, as in Python.
pub(crate) fn from_int_literal(literal: &str, host: &dyn Host) -> DateTime {
    /// Pydantic's limit, 3e20, which has too many digits for 64 bits.
    const LIMIT: &str = "300000000000000000000";
    let size = literal.trim_start_matches('-');
    let is_beyond = (size.len(), size) > (LIMIT.len(), LIMIT);
    match literal.parse::<i64>() {
        _ if is_beyond && literal.starts_with('-') => FIRST,
        _ if is_beyond => LAST,
        Ok(seconds) if seconds.unsigned_abs() <= 20_000_000_000 => from_seconds(seconds as f64),
        _ => from_seconds(scaled(float::literal(&[literal, "e-3"].concat(), host))),
    }
}

/// Converts a timestamp that may be in milliseconds, microseconds and so on to seconds.
fn scaled(mut timestamp: f64) -> f64 {
    while timestamp.abs() > 2e10 {
        timestamp /= 1000.0;
    }
    timestamp
}

/// Rounds seconds to microseconds as `timedelta(seconds=…)` does: the fraction is split into whole microseconds and a
/// rest, which is rounded, and to the even total if it is exactly half. Up to 2e10 seconds, nothing can overflow.
fn from_seconds(seconds: f64) -> DateTime {
    let fraction = seconds.fract() * 1e6;
    let micros = seconds.trunc() as i64 * 1_000_000 + fraction.trunc() as i64;
    let rest = fraction.fract();
    let away = rest.abs() > 0.5 || rest.abs() == 0.5 && micros % 2 != 0;
    from_micros(if away { micros + rest.signum() as i64 } else { micros })
}

/// Converts microseconds since 1970.
fn from_micros(micros: i64) -> DateTime {
    const DAY: i64 = 24 * 60 * 60 * 1_000_000;
    let (year, month, day) = date(micros.div_euclid(DAY));
    let within = micros.rem_euclid(DAY);
    let part = |unit: i64, modulus: i64| (within / unit % modulus) as u32;
    DateTime {
        year,
        month,
        day,
        hour: part(3_600_000_000, 24),
        minute: part(60_000_000, 60),
        second: part(1_000_000, 60),
        microsecond: part(1, 1_000_000),
        offset_minutes: Some(0),
    }
}

/// Returns the date of a day since 1970. Years are counted from March of the year 0, so that leap days are at the end
/// of a year, of a century, and of 400 years.
fn date(day: i64) -> (u32, u32, u32) {
    const DAYS_TO_1970: i64 = 719_468;
    const DAYS_OF_400_YEARS: i64 = 146_097;
    let day = day + DAYS_TO_1970;
    let (era, day) = (day.div_euclid(DAYS_OF_400_YEARS), day.rem_euclid(DAYS_OF_400_YEARS));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (year * 365 + year / 4 - year / 100);
    // From March on, every five months have 153 days.
    let month = (day * 5 + 2) / 153;
    let day = day - (month * 153 + 2) / 5 + 1;
    let (next, month) = if month < 10 { (0, month + 3) } else { (1, month - 9) };
    ((era * 400 + year + next) as u32, month as u32, day as u32)
}

/// Reads a date without a time, or a timestamp.
pub(crate) fn date_from_text(text: &str, host: &dyn Host) -> Result<DateTime, Refusal> {
    match float::parse(text, host).or_else(|| compiled(text, host)) {
        Some(timestamp) => from_float(timestamp),
        None => {
            let mut rest = Reader(text.chars());
            let date = rest.date().filter(|_| rest.is_end()).ok_or(Refusal::Format)?;
            let (year, month, day) = date;
            Ok(DateTime { year, month, day, ..FIRST })
        }
    }
}

fn calendar(text: &str) -> Option<DateTime> {
    let mut rest = Reader(text.chars());
    let (year, month, day) = rest.date()?;
    let hour = rest.after("T ")?.number(1, 2)?;
    let minute = rest.after(":")?.number(1, 2)?;
    let (second, microsecond) = rest.seconds()?;
    let offset_minutes = rest.offset()?;
    let is_time = hour < 24 && minute < 60 && second < 60;
    (rest.is_end() && is_time).then_some(DateTime {
        year,
        month,
        day,
        hour,
        minute,
        second,
        microsecond,
        offset_minutes,
    })
}

fn is_date(year: u32, month: u32, day: u32) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    year > 0 && (1..=days).contains(&day)
}

/// Reads a text part by part. The methods return `None` if a part is invalid.
struct Reader<'t>(Chars<'t>);

impl Reader<'_> {
    fn date(&mut self) -> Option<(u32, u32, u32)> {
        let year = self.number(4, 4)?;
        let month = self.after("-")?.number(1, 2)?;
        let day = self.after("-")?.number(1, 2)?;
        is_date(year, month, day).then_some((year, month, day))
    }

    /// Skips one of these characters. Returns `None` if there is none.
    fn after(&mut self, separators: &str) -> Option<&mut Self> {
        let mut ahead = self.0.clone();
        let separator = ahead.next()?;
        separators.contains(separator).then(|| {
            self.0 = ahead;
            self
        })
    }

    fn digit(&mut self) -> Option<u8> {
        let mut ahead = self.0.clone();
        let value = digit(ahead.next()?)?;
        self.0 = ahead;
        Some(value)
    }

    fn is_end(&self) -> bool {
        matches!(self.0.as_str(), "" | "\n")
    }

    /// Reads a number of `fewest` to `most` digits.
    fn number(&mut self, fewest: usize, most: usize) -> Option<u32> {
        let mut number = 0;
        for read in 0..most {
            match self.digit() {
                Some(digit) => number = number * 10 + u32::from(digit),
                None if read < fewest => return None,
                None => break,
            }
        }
        Some(number)
    }

    /// Reads the seconds and microseconds, which are 0 if omitted.
    fn seconds(&mut self) -> Option<(u32, u32)> {
        if self.after(":").is_none() {
            return Some((0, 0));
        }
        let second = self.number(1, 2)?;
        Some((second, if self.after(".").is_some() { self.fraction()? } else { 0 }))
    }

    /// Reads one to twelve digits. The first six are microseconds, and the rest is ignored.
    fn fraction(&mut self) -> Option<u32> {
        let first = u32::from(self.digit()?);
        let micros = (1..6).fold(first, |micros, _| micros * 10 + self.digit().map_or(0, u32::from));
        for _ in 6..12 {
            self.digit();
        }
        Some(micros)
    }

    /// Reads the offset from UTC in minutes, which must be less than 24 hours. If it is omitted, returns `Some(None)`.
    fn offset(&mut self) -> Option<Option<i32>> {
        if self.after("Z").is_some() {
            return Some(Some(0));
        }
        let sign = if self.after("-").is_some() {
            -1
        } else if self.after("+").is_some() {
            1
        } else {
            return Some(None);
        };
        let hours = self.number(2, 2)?;
        let minutes = if self.after(":").is_none() && self.is_end() { 0 } else { self.number(2, 2)? };
        let offset = i32::try_from(hours * 60 + minutes).ok().filter(|offset| *offset < 24 * 60)?;
        Some(Some(sign * offset))
    }
}

impl DateTime {
    /// Returns the text that Python's `isoformat()` returns.
    pub(crate) fn isoformat(&self) -> String {
        let mut text = String::new();
        let mut add = |before: &str, number: u32, width: u32| {
            text.push_str(before);
            text.extend(
                (0..width).rev().filter_map(|place| char::from_digit(number / 10u32.pow(place) % 10, 10)),
            );
        };
        add("", self.year, 4);
        for (before, number) in
            [("-", self.month), ("-", self.day), ("T", self.hour), (":", self.minute), (":", self.second)]
        {
            add(before, number, 2);
        }
        if self.microsecond != 0 {
            add(".", self.microsecond, 6);
        }
        if let Some(offset) = self.offset_minutes {
            add(if offset < 0 { "-" } else { "+" }, offset.unsigned_abs() / 60, 2);
            add(":", offset.unsigned_abs() % 60, 2);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Native;

    /// Strings, and the `isoformat()` of what Pydantic 1.10.27 reads.
    const READ: [(&str, &str); 56] = [
        ("2024-01-15T09:00:00Z", "2024-01-15T09:00:00+00:00"),
        ("2024-01-15 09:00", "2024-01-15T09:00:00"),
        ("2024-1-5T9:0", "2024-01-05T09:00:00"),
        ("2024-01-15T09:00:00", "2024-01-15T09:00:00"),
        ("2024-01-15T09:00:00.5", "2024-01-15T09:00:00.500000"),
        ("2024-01-15T09:00:00.123456789012Z", "2024-01-15T09:00:00.123456+00:00"),
        ("2024-01-15T09:00:00.000001+05:30", "2024-01-15T09:00:00.000001+05:30"),
        ("2024-01-15T09:00-0530", "2024-01-15T09:00:00-05:30"),
        ("2024-01-15T09:00+05", "2024-01-15T09:00:00+05:00"),
        ("2024-01-15T09:00+23:59", "2024-01-15T09:00:00+23:59"),
        ("2024-01-15T09:00+10:99", "2024-01-15T09:00:00+11:39"),
        ("2024-01-15T09:00-10:99", "2024-01-15T09:00:00-11:39"),
        ("2024-01-15T09:00-00:00", "2024-01-15T09:00:00+00:00"),
        ("2024-01-15T09:00Z\n", "2024-01-15T09:00:00+00:00"),
        ("2024-01-15T09:00\n", "2024-01-15T09:00:00"),
        ("2024-01-15T09:00+05\n", "2024-01-15T09:00:00+05:00"),
        ("２０２４-０1-१५T٠٩:00", "2024-01-15T09:00:00"),
        ("0001-01-01T00:00", "0001-01-01T00:00:00"),
        ("9999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999"),
        ("2024-02-29T00:00", "2024-02-29T00:00:00"),
        ("2000-02-29T00:00", "2000-02-29T00:00:00"),
        ("5", "1970-01-01T00:00:05+00:00"),
        (" 12 ", "1970-01-01T00:00:12+00:00"),
        ("1_000", "1970-01-01T00:16:40+00:00"),
        ("20240115", "1970-08-23T06:15:15+00:00"),
        ("1.5", "1970-01-01T00:00:01.500000+00:00"),
        ("-1", "1969-12-31T23:59:59+00:00"),
        ("1e2", "1970-01-01T00:01:40+00:00"),
        ("-0.0", "1970-01-01T00:00:00+00:00"),
        ("20000000000", "2603-10-11T11:33:20+00:00"),
        ("20000000000.000004", "1970-08-20T11:33:20+00:00"),
        ("-20000000000", "1336-03-23T12:26:40+00:00"),
        ("20000000001", "1970-08-20T11:33:20.001000+00:00"),
        ("1700000000000", "2023-11-14T22:13:20+00:00"),
        ("1700000000000000", "2023-11-14T22:13:20+00:00"),
        ("3e20", "1979-07-05T05:20:00+00:00"),
        ("-3e20", "1960-06-29T18:40:00+00:00"),
        ("3.0000000000000006e20", "9999-12-31T23:59:59.999999"),
        ("300000000000000000001", "1979-07-05T05:20:00+00:00"),
        ("inf", "9999-12-31T23:59:59.999999"),
        ("-infinity", "0001-01-01T00:00:00"),
        ("1e400", "9999-12-31T23:59:59.999999"),
        ("0.0000005", "1970-01-01T00:00:00+00:00"),
        ("0.0000015", "1970-01-01T00:00:00.000002+00:00"),
        ("0.0000025", "1970-01-01T00:00:00.000002+00:00"),
        ("-0.0000005", "1970-01-01T00:00:00+00:00"),
        ("-0.0000015", "1969-12-31T23:59:59.999998+00:00"),
        ("1.0000005", "1970-01-01T00:00:01.000001+00:00"),
        ("1.5000005", "1970-01-01T00:00:01.500001+00:00"),
        ("-62135596800", "1968-01-12T20:06:43.200000+00:00"),
        ("1700000000.123456", "2023-11-14T22:13:20.123456+00:00"),
        ("1e+_5", "1970-01-02T03:46:40+00:00"),
        ("-1.5e-_5", "1969-12-31T23:59:59.999985+00:00"),
        ("1_0e+_5", "1970-01-12T13:46:40+00:00"),
        ("+.5e+_1", "1970-01-01T00:00:05+00:00"),
        ("\u{1F}inf\u{3000}", "9999-12-31T23:59:59.999999"),
    ];

    /// Strings that Pydantic rejects.
    const REFUSED: [&str; 52] = [
        "2024-01-15T09:00:00.1234567890123Z",
        "2024-01-15T09:00+23:60",
        "2024-01-15T09:00+24:00",
        "2024-01-15T09:00Z\n\n",
        "2024-01-15T09:00Z\u{D}\n",
        "2023-02-29T00:00",
        "1900-02-29T00:00",
        "2024-04-31T00:00",
        "0000-01-01T00:00",
        "2024-00-01T00:00",
        "2024-13-01T00:00",
        "2024-01-00T00:00",
        "2024-01-32T00:00",
        "2024-01-15T24:00",
        "2024-01-15T23:60",
        "2024-01-15T23:59:60",
        "2024-01-15",
        "2024-01-15t09:00",
        "2024-01-15T09:00z",
        "2024-01-15  09:00",
        "2024-01-15T09",
        "2024-01-15T09:00:",
        "2024-01-15T09:00:00.",
        "2024-01-15T09:00:00,5",
        "2024-01-15T09:00.5",
        "2024-01-15T09:00 Z",
        "2024-01-15T09:00+5",
        "2024-01-15T09:00+5:30",
        "2024-01-15T09:00+05:",
        "2024-01-15T09:00+05:3",
        "2024-01-15T09:00+053",
        "2024-01-15T09:00:00Z+01",
        " 2024-01-15T09:00",
        "20240115T090000Z",
        "2024-W03-1T09:00",
        "02024-01-15T09:00",
        "24-01-15T09:00",
        "2024-01-15T009:00",
        "2024-01-15T09:00\u{0}",
        "",
        "\u{0}",
        "tomorrow",
        "0x10",
        ".5e+_1",
        "1.e+_5",
        "1e+__5",
        "1e_5",
        "1e+_5_",
        "1e+_5\u{3000}",
        "\u{1F}inf",
        "\u{1F}5\u{3000}",
        "\u{1F}1e999\u{3000}",
    ];

    /// Strings that Pydantic reads as NaN and then rejects.
    const NAN: [&str; 2] = ["nan", "nan\u{3000}\u{1C}"];

    /// Integer literals, and the `isoformat()` of what Pydantic reads.
    const INTEGERS: [(&str, &str); 20] = [
        ("0", "1970-01-01T00:00:00+00:00"),
        ("1", "1970-01-01T00:00:01+00:00"),
        ("-1", "1969-12-31T23:59:59+00:00"),
        ("5", "1970-01-01T00:00:05+00:00"),
        ("-86401", "1969-12-30T23:59:59+00:00"),
        ("951782400", "2000-02-29T00:00:00+00:00"),
        ("20000000000", "2603-10-11T11:33:20+00:00"),
        ("20000000001", "1970-08-20T11:33:20.001000+00:00"),
        ("-20000000000", "1336-03-23T12:26:40+00:00"),
        ("-20000000001", "1969-05-14T12:26:39.999000+00:00"),
        ("1700000000123", "2023-11-14T22:13:20.123000+00:00"),
        ("1700000000123456", "2023-11-14T22:13:20.123456+00:00"),
        ("9007199254740993000", "2255-06-05T23:47:34.740992+00:00"),
        ("300000000000000000000", "1979-07-05T05:20:00+00:00"),
        ("300000000000000000001", "9999-12-31T23:59:59.999999"),
        ("-300000000000000000000", "1960-06-29T18:40:00+00:00"),
        ("-300000000000000000001", "0001-01-01T00:00:00"),
        ("100000000000000000000000000000000000000", "9999-12-31T23:59:59.999999"),
        ("1000000000000000000000000000000000000000", "9999-12-31T23:59:59.999999"),
        ("-1000000000000000000000000000000000000000", "0001-01-01T00:00:00"),
    ];

    #[test]
    fn strings_as_pydantic_reads_them() {
        for (text, printed) in READ {
            assert_eq!(
                from_text(text, &Native).map(|time| time.isoformat()).as_deref(),
                Ok(printed),
                "{text:?}"
            );
        }
        for text in REFUSED {
            assert_eq!(from_text(text, &Native), Err(Refusal::Format), "{text:?}");
        }
        for text in NAN {
            assert_eq!(from_text(text, &Native), Err(Refusal::NotANumber), "{text:?}");
        }
    }

    #[test]
    fn numbers() {
        for (literal, printed) in INTEGERS {
            assert_eq!(from_int_literal(literal, &Native).isoformat(), printed, "{literal}");
        }
        assert_eq!(from_int_literal(&"9".repeat(5000), &Native), LAST);
        assert_eq!(from_int_literal(&format!("-{}", "9".repeat(5000)), &Native), FIRST);
        assert_eq!(from_float(f64::INFINITY), Ok(LAST));
        assert_eq!(from_float(f64::NEG_INFINITY), Ok(FIRST));
        assert_eq!(from_float(f64::NAN), Err(Refusal::NotANumber));
    }
}
