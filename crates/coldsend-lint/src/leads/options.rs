//! What a list is checked against.
use super::mapping::LeadMapping;
use super::variables::Variables;

/// What a list of leads is checked against.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct LeadOptions {
    /// The mapping that goes with the upload. Without one, the columns are guessed by their names.
    pub mapping: Option<LeadMapping>,
    /// What the texts of the campaign need.
    pub variables: Variables,
    /// The ids of rules that are not told, as far as their effect is less than [`Effect::Invalid`]. Rows keep their
    /// classes.
    ///
    /// [`Effect::Invalid`]: super::Effect::Invalid
    pub allow: Vec<String>,
    /// The ids of rules whose problems are all [`Effect::Denied`] at least: the file is not accepted. Rows keep their
    /// classes.
    ///
    /// [`Effect::Denied`]: super::Effect::Denied
    pub deny: Vec<String>,
}
