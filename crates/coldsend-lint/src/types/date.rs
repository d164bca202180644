//! Dates: `YYYY-MM-DD`, whose month and day may have one digit and which a line feed may follow, or the day of a
//! timestamp. Facts: pydantic_v1.md 2.6.
use super::datetime::{self, DateTime};
use super::{Failure, Form, Reading, ScalarType, Soft, To, put};
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Scalar, quote};

/// A date in ISO 8601, or a timestamp.
#[derive(Debug)]
pub struct DateType;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DateValue {
    day: DateTime,
    is_as_documented: bool,
}

impl ScalarType for DateType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        _: Soft,
        host: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let day = datetime::read(scalar, datetime::date_from_text, ErrorKind::Date, host)?;
        let is_as_documented = datetime::is_calendar(scalar);
        put(to, || DateValue { day, is_as_documented });
        Ok(Form::of(is_as_documented))
    }

    fn errors(&self) -> Vec<ErrorKind> {
        vec![ErrorKind::Date, ErrorKind::DateTimeType, ErrorKind::DateTimeNan]
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("string", Some("date"))
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("date")
    }
}

impl Reading for DateValue {
    fn integer(&self) -> Option<i64> {
        Some((i64::from(self.day.year) * 12 + i64::from(self.day.month)) * 31 + i64::from(self.day.day))
    }

    fn is_as_documented(&self) -> bool {
        self.is_as_documented
    }

    fn write(&self, out: &mut String) {
        quote(self.day.isoformat().get(..10).unwrap_or_default(), out);
    }
}
