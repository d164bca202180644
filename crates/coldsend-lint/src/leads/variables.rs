//! What the texts of a campaign need of each lead.
use crate::advice::template;
use crate::requests::lead::CUSTOM_PREFIX;

/// The variables that the texts of a campaign use without a fallback.
///
/// ```
/// use coldsend_lint::leads::Variables;
///
/// let mut variables = Variables::default();
/// variables.add("Hi {{first_name}}, how is {{company|your company}}?");
/// assert_eq!(variables.names(), ["first_name"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Variables {
    names: Vec<String>,
}

impl Variables {
    /// Adds those of a subject or a text.
    pub fn add(&mut self, template: &str) {
        template::needed(template, |name| {
            if !self.names.iter().any(|known| known == name) {
                self.names.push(name.to_owned());
            }
        });
    }

    /// Returns their names, in the order of their first use.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// Returns the name of a field or variable without the prefix of custom fields.
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix(CUSTOM_PREFIX).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::Variables;

    fn needed(template: &str) -> Vec<String> {
        let mut variables = Variables::default();
        variables.add(template);
        variables.names
    }

    #[test]
    fn variables_that_need_a_value() {
        assert_eq!(needed("{{a}} {{ b_c }} {{a}}"), ["a", "b_c"]);
        assert_eq!(needed("{{first_name|there}} {{dn_day_name}} {{Hi|Hello}}"), [""; 0]);
        assert_eq!(needed("{{Hi {{a}}|Hello}}"), ["a"]);
        assert_eq!(needed("{% if a %}{{a}}{% endif %} {{b}}"), ["b"]);
        assert_eq!(needed("{{a}} {% assign b = 'x' %}{{b}}"), ["a"]);
    }
}
