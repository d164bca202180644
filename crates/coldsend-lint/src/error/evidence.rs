//! How certain a limit is, and its message.

/// How certain a limit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A current page of the documentation states it.
    Printed,
    /// Two independent sources agree on it.
    Corroborated,
    /// Only the vendor's client has it.
    Client,
    /// A page recommends it, or states it although the API is known to accept more.
    Recommended,
    /// It is likely.
    Guessed,
}

impl Evidence {
    /// Whether breaking it rejects a request; otherwise it is advice.
    pub const fn rejects(self) -> bool {
        matches!(self, Evidence::Printed | Evidence::Corroborated)
    }

    /// Its name in the reference.
    pub const fn name(self) -> &'static str {
        match self {
            Evidence::Printed => "printed",
            Evidence::Corroborated => "corroborated",
            Evidence::Client => "client",
            Evidence::Recommended => "recommended",
            Evidence::Guessed => "guessed",
        }
    }
}

/// How certain the wording of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// A page of the documentation shows it.
    Printed,
    /// It follows from Pydantic v1 for this kind of limit.
    Derived,
    /// It is ours: the API rejects this, but no page shows its message.
    Chosen,
}

impl Wording {
    /// Its name in the reference.
    pub const fn name(self) -> &'static str {
        match self {
            Wording::Printed => "printed",
            Wording::Derived => "derived",
            Wording::Chosen => "chosen",
        }
    }
}
