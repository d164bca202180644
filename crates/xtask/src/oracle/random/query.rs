//! Query strings as browsers, people and programs write them. Characters outside ASCII are always escaped, because a
//! URL cannot contain them.
use super::document::Doc;
use super::{Generator, pools};
use coldsend_lint::shape::{FieldType, IntegerType, Shape};

impl Generator {
    pub(super) fn query(&mut self, shape: &'static Shape) -> Vec<u8> {
        let mut out = if self.one_in(8) { "?".to_owned() } else { String::new() };
        let trouble = self.rng.u32(1..=8);
        let mut first = true;
        for field in shape.fields {
            while self.one_in(2) {
                let valid = !self.one_in(trouble);
                let value = self.query_value(&field.field_type, valid);
                if !first {
                    out += self.pick(&["&", "&", "&", "&&", ";"]);
                }
                first = false;
                let name = if self.one_in(15) { field.name.to_uppercase() } else { field.name.to_owned() };
                self.escaped(&name, 60, &mut out);
                if !self.one_in(30) {
                    out.push('=');
                    self.escaped(&value, 8, &mut out);
                }
            }
        }
        if self.one_in(10) {
            out += self.pick(&[
                "&",
                "=",
                "&=&",
                "&x",
                "&x=%",
                "&page=%31%32",
                "&limit=+5",
                "%",
                "&limit=%zz",
                "&limit=%E9",
            ]);
        }
        out.into_bytes()
    }

    fn query_value(&mut self, kind: &FieldType, valid: bool) -> String {
        let doc = match kind {
            FieldType::Integer(IntegerType { min, max, .. }) => {
                let number = match valid {
                    true => self.integer_within(*min, *max),
                    false => self.integer_around(*min, *max),
                };
                self.integer_form(number)
            }
            FieldType::Date(_) | FieldType::DateTime(_) if !valid && self.one_in(6) => {
                Doc::text(self.pick(&["nan", "NaN", " -nan", "inf"]))
            }
            FieldType::Boolean(_) if valid => self.boolean(),
            FieldType::Date(_) => self.moment(false, valid),
            FieldType::DateTime(_) => self.moment(true, valid),
            FieldType::Uuid(_) => Doc::text(&self.uuid(valid)),
            _ => Doc::text(self.pick(pools::TEXTS)),
        };
        match doc {
            Doc::Token(token) => token,
            Doc::Text(text) => text.into_iter().filter_map(char::from_u32).collect(),
            _ => String::new(),
        }
    }

    fn escaped(&mut self, text: &str, rarely: u32, out: &mut String) {
        for c in text.chars() {
            let plain = c.is_ascii_alphanumeric() || "-_.:~*!,@/".contains(c);
            match c {
                ' ' if self.rng.bool() => out.push('+'),
                c if plain && !self.one_in(rarely) => out.push(c),
                c => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| {
                    *out += &if self.rng.bool() { format!("%{byte:02X}") } else { format!("%{byte:02x}") };
                }),
            }
        }
    }
}
