//! The macros for the tables in `requests`: one row per field, as in the documentation.
//!
//! ```text
//! field | kind(bounds) | presence | evidence(PAGE);
//! ```
//!
//! - kind: `text`, `secret`, `email`, `integer`, `boolean`, `date`, `datetime`, `uuid`, `choice(Enum)`,
//!   `list(bounds, kind)`, `map(kind)`, `any`, `object(Request)`
//! - presence: `required`, `nullable`, `nullable(default)`, `default(default)`, and `patch` or `patch(default)` if a
//!   typed value must distinguish unset, null and a value
//! - evidence: `printed`, `corroborated`, `client` or `guessed`; only the first two reject. Constraints with their
//!   own evidence follow in brackets: `[min guessed, form printed chosen]` is a lower bound that is guessed, and a
//!   format whose check is documented but not its message. The constraints are `required`, `form`, `min` and `max`
//! - a table for two requests has a presence column each; `-` means that the request has no such field

/// Declares requests: for each a typed struct, its `SHAPE`, a builder, `serde::Serialize` and
/// `garde::Validate`.
macro_rules! request {
    (
        object $object:literal, rules [$($rule:ident),*], list_rules [$($list_rule:ident),*] $(, retired [$($retired:ident: $instead:literal),*])? $(, known_elsewhere [$($elsewhere:ident),*])?;
        $(#[doc = $about:literal])*
        $mode:ident $name:ident;
        $(
            $(#[doc = $field_about:literal])*
            $field:ident | $kind:ident $(($($bounds:tt)*))? | $presence:ident $(($default:tt))? | $limit:ident($page:ident) $([$($constraints:tt)*])? $(since $since:literal)?;
        )*
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[doc = $field_about])* #[doc = advice_docs!($limit $($($constraints)*)?)] pub $field: field_rust_type!($presence, $kind $(($($bounds)*))?), )*
        }

        impl $name {
            /// The names of its fields.
            pub(crate) const NAMES: &'static [&'static str] = &[$( stringify!($field) ),*];

            const FIELDS: &'static [$crate::schema::shape::Field] = &[$( field! {
                $object, $field, field_type!($kind $(($($bounds)*))?), presence!($presence $kind $($default)?),
                $limit($page) constraints!($($($constraints)*)?), docs!($($field_about),*), since!($($since)?)
            } ),*];

            const RULES: &'static [$crate::schema::rule::Bound<$crate::schema::rule::CrossRule>] =
                &[$( $crate::schema::rule::Bound::<$crate::schema::rule::CrossRule>::new(&$rule, Self::NAMES) ),*];

            const LIST_RULES: &'static [$crate::schema::rule::Bound<$crate::schema::rule::ListRule>] =
                &[$( $crate::schema::rule::Bound::<$crate::schema::rule::ListRule>::new(&$list_rule, Self::NAMES) ),*];

            /// What the API requires of it.
            pub const SHAPE: &'static $crate::schema::shape::Shape = &$crate::schema::shape::Shape {
                object: $object,
                name: stringify!($name),
                about: docs!($($about),*),
                fields: Self::FIELDS,
                required: $crate::schema::shape::required(Self::FIELDS),
                rejecting: $crate::schema::shape::rejecting(Self::FIELDS),
                keys: &$crate::json::Keys::new(Self::NAMES, &[$( field_type!($kind $(($($bounds)*))?).guide() ),*]),
                rules: Self::RULES,
                list_rules: Self::LIST_RULES,
                kept: $crate::schema::shape::kept(Self::RULES, Self::LIST_RULES),
                advised: $crate::schema::shape::advised(Self::FIELDS, Self::RULES, Self::LIST_RULES),
                retired: &[$($( (stringify!($retired), $instead) ),*)?],
                known_elsewhere: &[$($( stringify!($elsewhere) ),*)?],
                mode: mode!($mode),
            };
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = to.serialize_map(None)?;
                $( if $crate::typed::MaybeSet::is_set(&self.$field) {
                    map.serialize_entry(stringify!($field), &self.$field)?;
                } )*
                map.end()
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::Declared for $name {
            const SHAPE: &'static $crate::schema::shape::Shape = Self::SHAPE;
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::TypedObject for $name {
            fn shape(&self) -> &'static $crate::schema::shape::Shape {
                Self::SHAPE
            }

            fn views<'v>(&'v self, each: &mut dyn FnMut($crate::typed::View<'v>)) {
                $( each($crate::typed::Typed::view(&self.$field)); )*
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::Typed for $name {
            fn view(&self) -> $crate::typed::View<'_> {
                $crate::typed::View::Object(self)
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::FromDocument for $name {
            fn from_document(sent: $crate::typed::Sent<'_>) -> Option<Self> {
                let mut members = $crate::typed::members(sent, Self::SHAPE)?;
                Some($name { $( $field: $crate::typed::member(sent, members.next()?)?, )* })
            }
        }

        #[cfg(feature = "typed")]
        impl $name {
            /// Reads JSON as the API does, including coercions, and checks it like [`check`](crate::check()).
            ///
            /// A field that only the vendor's client has is omitted if its value is of another type.
            ///
            /// # Errors
            ///
            /// The API's answer, if it rejects the body.
            pub fn from_json(body: impl AsRef<[u8]>) -> Result<Self, $crate::Rejection> {
                $crate::typed::from_json(body.as_ref(), Self::SHAPE)
            }
        }

        /// Accepts what the API accepts (`"30"` is 30) and also values out of bounds, so that `validate()` or
        /// `check()` can report them all. A value that the struct cannot hold, such as `"many"` for a number, is an
        /// error: the first item of the API's answer.
        #[cfg(feature = "typed")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::typed::deserialize(from, Self::SHAPE)
            }
        }

        #[cfg(feature = "typed")]
        impl garde::Validate for $name {
            type Context = ();

            fn validate_into(
                &self,
                _: &(),
                parent: &mut dyn FnMut() -> garde::Path,
                report: &mut garde::Report,
            ) {
                $crate::typed::validate_into(self, parent, report);
            }
        }

        mode! { @default $mode $name }

        #[cfg(feature = "typed")]
        impl $crate::typed::Placeholder for $name {
            fn placeholder() -> Self {
                $name { $( $field: $crate::typed::Placeholder::placeholder() ),* }
            }
        }

        #[cfg(feature = "typed")]
        impl $name {
            /// Creates a builder without any fields set; [`Builder::build`]($crate::typed::Builder::build) reports
            /// what is missing.
            pub fn builder() -> $crate::typed::Builder<Self> {
                $crate::typed::Builder::new()
            }
        }

        #[cfg(feature = "typed")]
        impl $name {
            /// Returns what the API would answer, without sending anything. Advice is not included: that is
            /// [`Checker::check_typed`](crate::Checker::check_typed).
            pub fn check(&self) -> Result<(), $crate::Rejection> {
                $crate::typed::check(self)
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::Builder<$name> {
            $( setter! { $presence [$(#[doc = $field_about])*] $field: rust_type!($kind $(($($bounds)*))?) } )*
        }

        #[cfg(feature = "typed")]
        build! { $name [$($presence)*] }

        #[cfg(feature = "typed")]
        new! { $name [] [$( $presence $field: [$kind $(($($bounds)*))?] )*] }

        #[cfg(feature = "typed")]
        impl $crate::typed::IntoValue<$name> for $name {
            fn into_value(self) -> $name {
                self
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::IntoValue<$name> for &$name {
            fn into_value(self) -> $name {
                self.clone()
            }
        }
    };

    (
        object $object:literal, rules [$($rule:ident),*], list_rules [$($list_rule:ident),*] $(, retired [$($retired:ident: $instead:literal),*])? $(, known_elsewhere [$($elsewhere:ident),*])?;
        $(#[doc = $about_a:literal])*
        $mode_a:ident $name_a:ident;
        $(#[doc = $about_b:literal])*
        $mode_b:ident $name_b:ident;
        $($rows:tt)*
    ) => {
        request! { @split
            { object $object, rules [$($rule),*], list_rules [$($list_rule),*] $(, retired [$($retired: $instead),*])? $(, known_elsewhere [$($elsewhere),*])?; $(#[doc = $about_a])* $mode_a $name_a; }
            { object $object, rules [$($rule),*], list_rules [$($list_rule),*] $(, retired [$($retired: $instead),*])? $(, known_elsewhere [$($elsewhere),*])?; $(#[doc = $about_b])* $mode_b $name_b; }
            $($rows)*
        }
    };

    (@split { $($a:tt)* } { $($b:tt)* }) => {
        request! { $($a)* }
        request! { $($b)* }
    };
    (@split { $($a:tt)* } { $($b:tt)* }
        $(#[doc = $about:literal])*
        $field:ident | $kind:ident $(($($bounds:tt)*))? | - | $presence:ident $(($default:tt))? | $limit:ident($page:ident) $([$($constraints:tt)*])? $(since $since:literal)?;
        $($rows:tt)*
    ) => {
        request! { @split { $($a)* } {
            $($b)* $(#[doc = $about])* $field | $kind $(($($bounds)*))? | $presence $(($default))? | $limit($page) $([$($constraints)*])? $(since $since)?;
        } $($rows)* }
    };
    (@split { $($a:tt)* } { $($b:tt)* }
        $(#[doc = $about:literal])*
        $field:ident | $kind:ident $(($($bounds:tt)*))? | $presence:ident $(($default:tt))? | - | $limit:ident($page:ident) $([$($constraints:tt)*])? $(since $since:literal)?;
        $($rows:tt)*
    ) => {
        request! { @split {
            $($a)* $(#[doc = $about])* $field | $kind $(($($bounds)*))? | $presence $(($default))? | $limit($page) $([$($constraints)*])? $(since $since)?;
        } { $($b)* } $($rows)* }
    };
    (@split { $($a:tt)* } { $($b:tt)* }
        $(#[doc = $about:literal])*
        $field:ident | $kind:ident $(($($bounds:tt)*))? | $presence_a:ident $(($default_a:tt))? | $presence_b:ident $(($default_b:tt))? | $limit:ident($page:ident) $([$($constraints:tt)*])? $(since $since:literal)?;
        $($rows:tt)*
    ) => {
        request! { @split {
            $($a)* $(#[doc = $about])* $field | $kind $(($($bounds)*))? | $presence_a $(($default_a))? | $limit($page) $([$($constraints)*])? $(since $since)?;
        } {
            $($b)* $(#[doc = $about])* $field | $kind $(($($bounds)*))? | $presence_b $(($default_b))? | $limit($page) $([$($constraints)*])? $(since $since)?;
        } $($rows)* }
    };
}

/// One field of an object, as data.
macro_rules! field {
    (
        $object:literal, $field:ident, $kind:expr, $presence:expr,
        $limit:ident($page:ident) $constraints:expr, $about:expr, $since:expr
    ) => {
        $crate::schema::shape::Field {
            name: stringify!($field),
            rule: rule_id!($object, $field),
            field_type: $kind,
            presence: $presence,
            evidence: evidence!($limit),
            constraints: $constraints,
            soft: $crate::schema::constraint::soft(&$kind, $constraints),
            page: $crate::schema::page::$page,
            about: $about,
            since: $since,
        }
    };
}

/// Declares path parameters: `name | kind | evidence(PAGE);`
macro_rules! path {
    ($( $(#[doc = $about:literal])* $field:ident | $kind:ident | $limit:ident($page:ident) $(since $since:literal)?; )*) => {
        /// The parameters that a path may have.
        pub(crate) static PARAMETERS: &[$crate::schema::shape::Field] = &[$( field! {
            "path", $field, field_type!($kind), $crate::schema::shape::Presence::Path,
            $limit($page) &[], docs!($($about),*), since!($($since)?)
        } ),*];
    };
}

/// Declares the members of a choice and their texts.
macro_rules! choice {
    ($(
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$member_meta:meta])* $member:ident = $text:literal, )* }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $( $(#[$member_meta])* $member ),* }

        impl $name {
            /// Every member.
            pub const ALL: &'static [$name] = &[$( $name::$member ),*];
            /// The texts of all members.
            pub const MEMBERS: &'static [&'static str] = &[$( $text ),*];

            /// Returns its text.
            pub const fn text(self) -> &'static str {
                Self::MEMBERS[self as usize]
            }
        }

        impl $crate::typed::MaybeSet for $name {}

        #[cfg(feature = "typed")]
        impl $crate::typed::Placeholder for $name {
            fn placeholder() -> Self {
                Self::ALL[0]
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::Typed for $name {
            fn view(&self) -> $crate::typed::View<'_> {
                $crate::typed::View::Text(self.text())
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::IntoValue<$name> for $name {
            fn into_value(self) -> $name {
                self
            }
        }

        #[cfg(feature = "typed")]
        impl $crate::typed::IntoValue<String> for $name {
            fn into_value(self) -> String {
                self.text().to_owned()
            }
        }

        impl $crate::typed::FromDocument for $name {
            fn from_document(sent: $crate::typed::Sent<'_>) -> Option<Self> {
                String::from_document(sent)?.parse().ok()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.text())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::typed::UnknownChoice;

            fn from_str(text: &str) -> Result<Self, $crate::typed::UnknownChoice> {
                let member = Self::ALL.iter().find(|member| member.text() == text);
                member.copied().ok_or($crate::typed::UnknownChoice { members: Self::MEMBERS })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.text())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::typed::parse(from)
            }
        }
    )*};
}

/// The type in a cell, as data.
macro_rules! field_type {
    (text) => { field_type!(text(..)) };
    (text($($b:tt)*)) => { bounded!(Text TextType { secret: false }, u32, $($b)*) };
    (secret($($b:tt)*)) => { bounded!(Text TextType { secret: true }, u32, $($b)*) };
    (email) => { field_type!(email(..)) };
    (email($($b:tt)*)) => { bounded!(Email EmailType {}, u32, $($b)*) };
    (integer) => { field_type!(integer(..)) };
    (integer(chosen $($b:tt)*)) => { bounded!(Integer IntegerType { chosen: true }, i64, $($b)*) };
    (integer($($b:tt)*)) => { bounded!(Integer IntegerType { chosen: false }, i64, $($b)*) };
    (boolean) => { $crate::schema::shape::FieldType::Boolean($crate::types::BooleanType) };
    (date) => { $crate::schema::shape::FieldType::Date($crate::types::DateType) };
    (datetime) => { $crate::schema::shape::FieldType::DateTime($crate::types::DateTimeType) };
    (uuid) => { $crate::schema::shape::FieldType::Uuid($crate::types::UuidType) };
    (any) => { $crate::schema::shape::FieldType::Any };
    (choice($name:ident)) => {
        $crate::schema::shape::FieldType::Choice($crate::types::ChoiceType { members: $name::MEMBERS })
    };
    (object($name:ident)) => { $crate::schema::shape::FieldType::Object($name::SHAPE) };
    (map($($of:tt)*)) => { $crate::schema::shape::FieldType::Map(&field_type!($($of)*)) };
    (list($min:literal..=$max:literal, $($of:tt)*)) => { items!($min, $max, $($of)*) };
    (list(..=$max:literal, $($of:tt)*)) => { items!(u32::MIN, $max, $($of)*) };
    (list($min:literal.., $($of:tt)*)) => { items!($min, u32::MAX, $($of)*) };
    (list(.., $($of:tt)*)) => { items!(u32::MIN, u32::MAX, $($of)*) };
}

macro_rules! items {
    ($min:expr, $max:expr, $($of:tt)*) => {
        $crate::schema::shape::FieldType::List { min: $min, max: $max, of: &field_type!($($of)*) }
    };
}

/// A type with bounds; an open end is the limit of the number type.
macro_rules! bounded {
    ($name:ident $type:ident { $($more:tt)* }, $int:ident, ..) => {
        bounded!(@ $name $type { $($more)* }, $int::MIN, $int::MAX)
    };
    ($name:ident $type:ident { $($more:tt)* }, $int:ident, ..=$max:literal) => {
        bounded!(@ $name $type { $($more)* }, $int::MIN, $max)
    };
    ($name:ident $type:ident { $($more:tt)* }, $int:ident, $min:literal..=$max:literal) => {
        bounded!(@ $name $type { $($more)* }, $min, $max)
    };
    ($name:ident $type:ident { $($more:tt)* }, $int:ident, $min:literal..) => {
        bounded!(@ $name $type { $($more)* }, $min, $int::MAX)
    };
    (@ $name:ident $type:ident { $($more:tt)* }, $min:expr, $max:expr) => {
        $crate::schema::shape::FieldType::$name($crate::types::$type { min: $min, max: $max, $($more)* })
    };
}

macro_rules! presence {
    (required $kind:ident) => { $crate::schema::shape::Presence::Required };
    (nullable $kind:ident $($value:tt)?) => { $crate::schema::shape::Presence::Nullable(default!($kind $($value)?)) };
    (patch $kind:ident $($value:tt)?) => { $crate::schema::shape::Presence::Nullable(default!($kind $($value)?)) };
    (default $kind:ident $value:tt) => { $crate::schema::shape::Presence::Default(default!($kind $value)) };
}

macro_rules! default {
    ($kind:ident) => { $crate::schema::shape::DefaultValue::Null };
    (integer $value:literal) => { $crate::schema::shape::DefaultValue::Integer($value) };
    (boolean $value:literal) => { $crate::schema::shape::DefaultValue::Boolean($value) };
    (text $value:literal) => { $crate::schema::shape::DefaultValue::Text($value) };
    (list [$($value:literal),*]) => { $crate::schema::shape::DefaultValue::Integers(&[$($value),*]) };
}

macro_rules! evidence {
    (printed) => {
        $crate::error::Evidence::Printed
    };
    (corroborated) => {
        $crate::error::Evidence::Corroborated
    };
    (client) => {
        $crate::error::Evidence::Client
    };
    (guessed) => {
        $crate::error::Evidence::Guessed
    };
}

/// The documentation of what is only advice in a field. It follows the same evidence as [`Evidence::rejects`].
///
/// [`Evidence::rejects`]: crate::Evidence::rejects
macro_rules! advice_docs {
    (printed $($constraints:tt)*) => { advice_docs!(@ $($constraints)*) };
    (corroborated $($constraints:tt)*) => { advice_docs!(@ $($constraints)*) };
    ($other:ident $($constraints:tt)*) => {
        "\n\nThe documentation does not mention this field: an invalid value is only \
         [advice](crate::Outcome::advice)."
    };
    (@ form guessed $($rest:tt)*) => {
        "\n\nAn invalid format is only [advice](crate::Outcome::advice), since the documentation does not state it; \
         [`Outcome::denied`](crate::Outcome::denied) rejects it."
    };
    (@ min guessed, max guessed) => {
        "\n\nA value out of bounds is only [advice](crate::Outcome::advice), since the documentation does not state \
         them; [`Outcome::denied`](crate::Outcome::denied) rejects it."
    };
    (@ min guessed) => {
        "\n\nA value below the minimum is only [advice](crate::Outcome::advice), since the documentation does not \
         state it; [`Outcome::denied`](crate::Outcome::denied) rejects it."
    };
    (@ $($constraints:tt)*) => { "" };
}

/// The constraints of a field with their own evidence.
macro_rules! constraints {
    ($($kind:ident $evidence:ident $($wording:ident)?),*) => {
        &[$( $crate::schema::constraint::ConstraintEvidence {
            kind: constraint_kind!($kind),
            evidence: evidence!($evidence),
            wording: wording!($($wording)?),
        } ),*]
    };
}

macro_rules! constraint_kind {
    (required) => {
        $crate::schema::constraint::ConstraintKind::Required
    };
    (form) => {
        $crate::schema::constraint::ConstraintKind::Form
    };
    (min) => {
        $crate::schema::constraint::ConstraintKind::Min
    };
    (max) => {
        $crate::schema::constraint::ConstraintKind::Max
    };
}

macro_rules! wording {
    () => {
        None
    };
    (chosen) => {
        Some($crate::error::Wording::Chosen)
    };
}

/// How a request is sent. `Default` is implemented if no field is required.
macro_rules! mode {
    (@default whole $name:ident) => {};
    (@default partial $name:ident) => {
        #[cfg(feature = "typed")]
        impl Default for $name {
            fn default() -> Self {
                $crate::typed::Placeholder::placeholder()
            }
        }
    };
    (@default query $name:ident) => {
        mode! { @default partial $name }

        #[cfg(feature = "typed")]
        impl $name {
            /// Reads a query string as the API does; a leading `?` is allowed. `from_json` reads a JSON object with the
            /// same fields instead.
            ///
            /// # Errors
            ///
            /// The API's answer, if it rejects the query string.
            pub fn from_query(query: &str) -> Result<Self, $crate::Rejection> {
                $crate::typed::from_query(query, Self::SHAPE)
            }
        }
    };
    (whole) => {
        $crate::schema::shape::Mode::Whole
    };
    (partial) => {
        $crate::schema::shape::Mode::Partial
    };
    (query) => {
        $crate::schema::shape::Mode::Query
    };
}

/// `object-field-name`, at compile time; a field name that begins with the object's name is used unchanged.
macro_rules! rule_id {
    ($object:literal, $field:ident) => {{
        const NAME: &str =
            match $crate::requests::declare::starts_with(stringify!($field), concat!($object, "_")) {
                true => stringify!($field),
                false => concat!($object, "-", stringify!($field)),
            };
        const ID: [u8; NAME.len()] = $crate::requests::declare::kebab(NAME.as_bytes());
        match std::str::from_utf8(&ID) {
            Ok(id) => id,
            Err(_) => NAME,
        }
    }};
}

pub(crate) const fn starts_with(name: &str, prefix: &str) -> bool {
    match name.as_bytes().split_at_checked(prefix.len()) {
        Some((start, _)) => crate::schema::rule::equal(start, prefix.as_bytes()),
        None => false,
    }
}

pub(crate) const fn kebab<const N: usize>(name: &[u8]) -> [u8; N] {
    let mut id = [b'-'; N];
    let mut i = 0;
    while i < N {
        if name[i] != b'_' {
            id[i] = name[i];
        }
        i += 1;
    }
    id
}

/// The Rust type of a field: optional unless required, so that unset fields are not sent.
macro_rules! field_rust_type {
    (required, $($kind:tt)*) => { rust_type!($($kind)*) };
    (patch, $($kind:tt)*) => { $crate::typed::Patch<rust_type!($($kind)*)> };
    ($presence:ident, $($kind:tt)*) => { Option<rust_type!($($kind)*)> };
}

/// The method of a builder that sets a field.
#[cfg(feature = "typed")]
macro_rules! setter {
    (required [$($about:tt)*] $field:ident: $type:ty) => {
        $($about)*
        pub fn $field(mut self, value: impl $crate::typed::IntoValue<$type>) -> Self {
            self.request.$field = value.into_value();
            self.set(stringify!($field));
            self
        }
    };
    (patch [$($about:tt)*] $field:ident: $type:ty) => {
        $($about)*
        pub fn $field<Kind>(mut self, value: impl $crate::typed::IntoPatch<$type, Kind>) -> Self {
            self.request.$field = value.into_patch();
            self
        }
    };
    ($presence:ident [$($about:tt)*] $field:ident: $type:ty) => {
        $($about)*
        pub fn $field<Kind>(mut self, value: impl $crate::typed::IntoOption<$type, Kind>) -> Self {
            self.request.$field = value.into_option();
            self
        }
    };
}

/// The end of a builder, which can fail only if a field is required.
#[cfg(feature = "typed")]
macro_rules! build {
    ($name:ident []) => {
        impl $crate::typed::Builder<$name> {
            /// Returns the request. Values are not checked yet.
            pub fn build(self) -> $name {
                self.request()
            }
        }
    };
    ($name:ident [required $($presence:ident)*]) => {
        impl $crate::typed::Builder<$name> {
            /// Returns the request, or the API's answer if a required field is missing. Values are not checked yet.
            pub fn build(self) -> Result<$name, $crate::Rejection> {
                self.finish(Vec::new())
            }
        }
    };
    ($name:ident [$other:ident $($presence:ident)*]) => {
        build! { $name [$($presence)*] }
    };
}

/// `new`, for one or two required fields; set more by name.
#[cfg(feature = "typed")]
macro_rules! new {
    ($name:ident [$($required:ident: [$($kind:tt)*])*] [required $field:ident: [$($more:tt)*] $($rest:tt)*]) => {
        new! { $name [$($required: [$($kind)*])* $field: [$($more)*]] [$($rest)*] }
    };
    ($name:ident $required:tt [$other:ident $field:ident: [$($more:tt)*] $($rest:tt)*]) => {
        new! { $name $required [$($rest)*] }
    };
    ($name:ident [$a:ident: [$($a_kind:tt)*] $($b:ident: [$($b_kind:tt)*])?] []) => {
        impl $name {
            /// Creates it with only its required fields. Set others by name, for example with struct update syntax:
            #[doc = concat!("`", stringify!($name), " { …, ..", stringify!($name), "::new(…) }`.")]
            pub fn new(
                $a: impl $crate::typed::IntoValue<rust_type!($($a_kind)*)>,
                $( $b: impl $crate::typed::IntoValue<rust_type!($($b_kind)*)> )?
            ) -> Self {
                let mut new: Self = $crate::typed::Placeholder::placeholder();
                new.$a = $a.into_value();
                $( new.$b = $b.into_value(); )?
                new
            }
        }
    };
    ($name:ident $required:tt []) => {};
}

/// The Rust type of a field type.
macro_rules! rust_type {
    (integer $($b:tt)?) => { i64 };
    (boolean) => { bool };
    (any) => { $crate::typed::CustomValue };
    (secret $b:tt) => { $crate::typed::Secret };
    (choice($name:ident)) => { $name };
    (object($name:ident)) => { $name };
    (map($($of:tt)*)) => { std::collections::BTreeMap<String, rust_type!($($of)*)> };
    (list($min:literal..=$max:literal, $($of:tt)*)) => { Vec<rust_type!($($of)*)> };
    (list(..=$max:literal, $($of:tt)*)) => { Vec<rust_type!($($of)*)> };
    (list($min:literal.., $($of:tt)*)) => { Vec<rust_type!($($of)*)> };
    (list(.., $($of:tt)*)) => { Vec<rust_type!($($of)*)> };
    ($text:ident $($b:tt)?) => { String };
}
