//! How sure a limit is, and the wording of the answer to what breaks it.

/// How sure a limit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A current documentation page prints it.
    Printed,
    /// Two independent traces agree on it.
    Corroborated,
    /// Only the vendor's client has it.
    Client,
    /// A page recommends it, or prints it where the API is known to take more.
    Recommended,
    /// It is likely, and no more.
    Guessed,
}

impl Evidence {
    /// Whether breaking it is an error; otherwise it is advice.
    pub const fn rejects(self) -> bool {
        matches!(self, Evidence::Printed | Evidence::Corroborated)
    }

    /// As the reference prints it.
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

/// How sure the wording of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// A documentation page prints it.
    Printed,
    /// It follows from Pydantic v1 for this kind of limit.
    Derived,
    /// It is ours: the API refuses this, in words that no page prints.
    Chosen,
}

impl Wording {
    /// As the reference prints it.
    pub const fn name(self) -> &'static str {
        match self {
            Wording::Printed => "printed",
            Wording::Derived => "derived",
            Wording::Chosen => "chosen",
        }
    }
}
