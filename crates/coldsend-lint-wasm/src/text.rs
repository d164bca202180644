//! Records as JSON text. `serde_json` would make a module larger by a quarter.
use coldsend_lint::output::NUMBER;
use coldsend_lint::{number, quote};
use serde::ser::{self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct};
use std::fmt;

/// The length of most records.
const LENGTH: usize = 1000;

/// Writes a record.
pub(crate) fn of(record: &impl Serialize) -> Result<String, Unsupported> {
    let mut out = String::with_capacity(LENGTH);
    record.serialize(Json(&mut out))?;
    Ok(out)
}

/// A record has a type that no record of this crate has.
#[derive(Debug)]
pub(crate) struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unsupported type")
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unsupported
    }
}

struct Json<'o>(&'o mut String);

/// A list or an object that is being written.
struct Members<'o> {
    out: &'o mut String,
    close: char,
}

impl<'o> Members<'o> {
    fn open(out: &'o mut String, [open, close]: [char; 2]) -> Result<Self, Unsupported> {
        out.push(open);
        Ok(Members { out, close })
    }

    /// Begins the next member.
    fn next(&mut self) -> Json<'_> {
        if !self.out.ends_with(['[', '{']) {
            self.out.push(',');
        }
        Json(self.out)
    }

    fn close(self) -> Result<(), Unsupported> {
        self.out.push(self.close);
        Ok(())
    }
}

/// Refuses types that no record has.
macro_rules! unsupported {
    ($($name:ident($($of:ty),*) -> $ok:ty;)*) => {
        $(fn $name(self, $(_: $of),*) -> Result<$ok, Unsupported> {
            Err(Unsupported)
        })*
    };
}

impl<'o> ser::Serializer for Json<'o> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Members<'o>;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Members<'o>;
    type SerializeStruct = Members<'o>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    fn serialize_bool(self, value: bool) -> Result<(), Unsupported> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unsupported> {
        self.0.push_str(&number(value));
        Ok(())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unsupported> {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unsupported> {
        self.0.push_str(&value.to_string());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsupported> {
        quote(value, self.0);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsupported> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        let start = self.0.len();
        value.serialize(Json(self.0))?;
        if name == NUMBER {
            // The number is the text without its quotation marks.
            self.0.pop();
            self.0.remove(start);
        }
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'o>, Unsupported> {
        Members::open(self.0, ['[', ']'])
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'o>, Unsupported> {
        Members::open(self.0, ['{', '}'])
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'o>, Unsupported> {
        Members::open(self.0, ['{', '}'])
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    unsupported! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_u8(u8) -> ();
        serialize_u32(u32) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}

impl SerializeSeq for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close()
    }
}

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsupported> {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.out.push(':');
        value.serialize(Json(self.out))
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close()
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        // The names of fields need no escapes.
        let to = self.next();
        to.0.push('"');
        to.0.push_str(key);
        to.0.push_str("\":");
        value.serialize(to)
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close()
    }
}
