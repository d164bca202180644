//! Texts that only the reference contains, such as the descriptions in declarations. Without the feature `reference`,
//! they are empty.

/// The description in a declaration: its doc comments.
#[cfg(feature = "reference")]
macro_rules! docs {
    ($($line:literal),*) => { concat!($($line),*).trim_ascii() };
}
#[cfg(not(feature = "reference"))]
macro_rules! docs {
    ($($line:literal),*) => {
        ""
    };
}

/// Text that only the reference contains.
#[cfg(feature = "reference")]
macro_rules! reference_text {
    ($text:expr) => {
        $text
    };
}
#[cfg(not(feature = "reference"))]
macro_rules! reference_text {
    ($text:expr) => {
        ""
    };
}

/// The version that added a field.
macro_rules! since {
    () => {
        reference_text!("0.1.0")
    };
    ($version:literal) => {
        reference_text!($version)
    };
}
