//! Values of each type: valid, nearly valid and invalid.
use super::document::{Doc, code_points};
use super::{Generator, Validity, pools};
use coldsend_lint::shape::{EmailType, FieldType, IntegerType, Presence, Shape, TextType};

impl Generator {
    pub(super) fn object(&mut self, shape: &'static Shape, validity: Validity) -> Doc {
        // Errors in some fields must not hide how the others are read.
        let trouble = match validity {
            Validity::Valid => 0,
            Validity::Edge => 50,
            Validity::Mutated => 20,
            Validity::Wrong => self.rng.u8(10..=100),
        };
        let mut members = Vec::new();
        for field in shape.fields {
            let wrong = self.rng.u8(..100) < trouble;
            let sent = match (field.presence, wrong) {
                (Presence::Required, false) => true,
                (Presence::Required, true) => !self.one_in(8),
                _ => self.one_in(2),
            };
            // Fields that the server does not know are not compared, so they are needed only among wrong values.
            if !sent || (!field.evidence.rejects() && validity != Validity::Wrong) {
                continue;
            }
            let nullable = matches!(field.presence, Presence::Nullable(_));
            let value = match (wrong, validity) {
                _ if (nullable || wrong) && self.one_in(12) => Doc::token("null"),
                (true, Validity::Edge) => self.value(&field.field_type, Validity::Edge),
                (true, _) => self.wrong(&field.field_type),
                (false, _) => {
                    let validity = self.inner_validity(validity);
                    self.value(&field.field_type, validity)
                }
            };
            members.push((code_points(field.name), value));
        }
        if validity != Validity::Valid || self.one_in(4) {
            self.disturb(shape, &mut members);
        }
        match (self.rng.u8(..100), validity) {
            (0..3, _) => self.pairs(members),
            (3, Validity::Mutated | Validity::Wrong) => self.anything(),
            _ => Doc::Object(members),
        }
    }

    /// Picks the validity of the values in a field: one in three is valid, whatever surrounds it.
    fn inner_validity(&mut self, validity: Validity) -> Validity {
        if self.one_in(3) { Validity::Valid } else { validity }
    }

    fn value(&mut self, kind: &'static FieldType, validity: Validity) -> Doc {
        let valid = validity == Validity::Valid || (validity != Validity::Edge && !self.one_in(8));
        match kind {
            FieldType::Text(TextType { min, max, .. }) if valid => match self.one_in(12) {
                true => Doc::token(self.pick(pools::TOKENS)),
                false => Doc::Text(self.text_within(*min, *max)),
            },
            FieldType::Text(TextType { min, max, .. }) => match self.one_in(6) {
                true => self.anything(),
                false => Doc::Text(self.text_around(*min, *max)),
            },
            FieldType::Email(_) if valid => Doc::text(self.pick(pools::ADDRESSES)),
            FieldType::Email(EmailType { min, max }) if *max < u32::MAX && self.one_in(4) => {
                Doc::Text(self.text_around(*min, *max))
            }
            FieldType::Email(_) => Doc::text(self.pick(pools::NO_ADDRESSES)),
            FieldType::Integer(IntegerType { min, max, .. }) if valid => {
                let number = self.integer_within(*min, *max);
                self.integer_form(number)
            }
            FieldType::Integer(IntegerType { min, max, .. }) => {
                let number = self.integer_around(*min, *max);
                self.integer_form(number)
            }
            FieldType::Boolean(_) if valid => self.boolean(),
            FieldType::Boolean(_) => self.anything(),
            FieldType::Date(_) => self.moment(false, valid),
            FieldType::DateTime(_) => self.moment(true, valid),
            FieldType::Uuid(_) => Doc::text(&self.uuid(valid)),
            FieldType::Choice(choice) if valid => Doc::text(self.pick(choice.members)),
            FieldType::Choice(choice) => {
                let member = self.pick(choice.members);
                let near = [
                    member.to_lowercase(),
                    format!(" {member}"),
                    format!("{member}\n"),
                    member[1..].to_owned(),
                ];
                Doc::text(&near[self.rng.usize(..near.len())])
            }
            FieldType::List { min, max, of } => {
                let count = match validity {
                    Validity::Edge => {
                        self.integer_around((*min).into(), i64::from((*max).min(101))).clamp(0, 102) as u32
                    }
                    _ if self.one_in(20) => (*max).min(40),
                    _ => self.rng.u32(*min..=(*max).min(*min + 3)),
                };
                // With invalid items, hardly any long list would be valid.
                let validity = if count > 8 && self.one_in(2) { Validity::Valid } else { validity };
                Doc::List((0..count).map(|_| self.item(of, validity)).collect())
            }
            FieldType::Map(of) => {
                let members = (0..self.rng.usize(..4)).map(|_| (self.key(), self.item(of, validity)));
                let members = members.collect();
                if self.one_in(4) { self.pairs(members) } else { Doc::Object(members) }
            }
            FieldType::Any => self.anything(),
            FieldType::Object(shape) => self.object(shape, validity),
        }
    }

    fn item(&mut self, kind: &'static FieldType, validity: Validity) -> Doc {
        match validity {
            Validity::Valid => self.value(kind, validity),
            _ if self.one_in(12) => Doc::token("null"),
            Validity::Wrong if self.one_in(4) => self.wrong(kind),
            _ => self.value(kind, validity),
        }
    }

    /// Generates a value that is probably wrong: of this type but nearly valid, in a list or out of it, or anything.
    fn wrong(&mut self, kind: &'static FieldType) -> Doc {
        match self.rng.u8(..8) {
            0..2 => self.value(kind, Validity::Edge),
            2 => match kind {
                FieldType::List { of, .. } => self.value(of, Validity::Valid),
                FieldType::Object(_) | FieldType::Map(_) => Doc::List(vec![self.anything()]),
                _ => {
                    let value = self.value(kind, Validity::Valid);
                    Doc::List(vec![value])
                }
            },
            _ => self.anything(),
        }
    }

    /// Generates any value at all. Deeper ones are rarer.
    pub(super) fn anything(&mut self) -> Doc {
        match self.rng.u8(..20) {
            0..8 => Doc::token(self.pick(pools::TOKENS)),
            8..15 => Doc::text(self.pick(pools::TEXTS)),
            15 => Doc::Text(self.text_within(0, 5)),
            16 => Doc::token(self.pick(&[
                "[]",
                "{}",
                "[[]]",
                r#"["ab"]"#,
                "[[1,2]]",
                r#"[{"x":1,"y":2}]"#,
                r#"{"a":1}"#,
            ])),
            17 => Doc::List((0..self.rng.usize(..4)).map(|_| self.anything()).collect()),
            18 => {
                let members = (0..self.rng.usize(..4)).map(|_| (self.key(), self.anything())).collect();
                self.pairs(members)
            }
            _ => Doc::Object((0..self.rng.usize(..4)).map(|_| (self.key(), self.anything())).collect()),
        }
    }

    fn key(&mut self) -> Vec<u32> {
        match self.rng.u8(..8) {
            0..2 => code_points(self.pick(pools::KEYS)),
            2 => self.text_within(0, 4),
            3 => vec![pools::ODD[self.rng.usize(..pools::ODD.len())]],
            4 => code_points(self.pick(&["1", "a", "b", "email", "__key__"])),
            _ => code_points(self.pick(&["email", "first_name", "custom_a", "company"])),
        }
    }

    /// Shuffles members, and adds keys that occur twice or that no field has.
    fn disturb(&mut self, shape: &'static Shape, members: &mut Vec<(Vec<u32>, Doc)>) {
        if self.one_in(4) {
            self.rng.shuffle(members);
        }
        while self.one_in(4) {
            let at = self.rng.usize(..=members.len());
            let (key, value) = match self.rng.u8(..8) {
                0..2 => (code_points(self.pick(pools::KEYS)), self.anything()),
                2..5 => {
                    let field = &shape.fields[self.rng.usize(..shape.fields.len())];
                    (code_points(field.name), self.wrong(&field.field_type))
                }
                5 => {
                    let field = &shape.fields[self.rng.usize(..shape.fields.len())];
                    (code_points(field.name), self.value(&field.field_type, Validity::Valid))
                }
                6 => {
                    let name = shape.fields[self.rng.usize(..shape.fields.len())].name;
                    let near = [
                        name.to_uppercase(),
                        format!("{name} "),
                        format!("\u{feff}{name}"),
                        name[1..].to_owned(),
                    ];
                    (code_points(&near[self.rng.usize(..near.len())]), self.anything())
                }
                _ if self.one_in(3) => (code_points("__pydantic_self__"), self.anything()),
                _ => (code_points("x"), self.anything()),
            };
            members.insert(at, (key, value));
        }
    }

    /// Generates an object as Python's `dict()` accepts it: a list of pairs, or nearly one.
    fn pairs(&mut self, members: Vec<(Vec<u32>, Doc)>) -> Doc {
        if members.is_empty() {
            return Doc::token(self.pick(&["[]", "\"\"", "{}"]));
        }
        let pairs = members.into_iter().map(|(key, value)| {
            let key = match self.rng.u8(..20) {
                0..2 => Doc::token(
                    self.pick(&["null", "null", "null", "NaN", "true", "1", "1.0", "1.5", "-0.0", "1e400"]),
                ),
                2 => self.anything(),
                _ => Doc::Text(key),
            };
            match (self.rng.u8(..16), key, value) {
                (0, key, value) => Doc::List(vec![key, value, Doc::token("1")]),
                (1, key, _) => Doc::List(vec![key]),
                (2, Doc::Text(key), value) => {
                    Doc::Object(vec![(key, value), (code_points("z"), Doc::token("0"))])
                }
                (3, ..) => Doc::text(self.pick(&["ab", "a", "abc", "😀1", "\u{301}x", "é\""])),
                (4, _, value) => value,
                (_, key, value) => Doc::List(vec![key, value]),
            }
        });
        Doc::List(pairs.collect())
    }
}
