//! What declarations say for people, where the reference is part of the build.

/// What a declaration says for people, where the reference is part of the build.
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

/// What only the reference tells.
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

/// The version that knew a field first.
macro_rules! since {
    () => {
        reference_text!("0.1.0")
    };
    ($version:literal) => {
        reference_text!($version)
    };
}
