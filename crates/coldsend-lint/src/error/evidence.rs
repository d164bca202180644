//! How certain a constraint and its message are.

/// How certain a constraint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A current page of the documentation states it.
    Printed,
    /// Two independent sources state it.
    Corroborated,
    /// Only the vendor's client contains it.
    Client,
    /// A page recommends it, or states it although the API is known to accept more.
    Recommended,
    /// No source states it, but it is likely.
    Guessed,
}

impl Evidence {
    /// Returns whether a request that breaks the constraint is rejected. Otherwise, the constraint is advice.
    pub const fn rejects(self) -> bool {
        matches!(self, Evidence::Printed | Evidence::Corroborated)
    }

    /// Returns the name in the reference, such as `printed`.
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
    /// It follows from how Pydantic v1 words errors of this kind.
    Derived,
    /// It is ours: the API rejects this, but no page shows its message.
    Chosen,
}

impl Wording {
    /// Returns the name in the reference, such as `printed`.
    pub const fn name(self) -> &'static str {
        match self {
            Wording::Printed => "printed",
            Wording::Derived => "derived",
            Wording::Chosen => "chosen",
        }
    }
}
