//! What the texts of a campaign need of each lead.
use super::json::{InvalidOption, with_document};
use super::places::Places;
use crate::advice::template;
use crate::json::{Document, Tag, ValueRef};
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
    places: Places,
}

/// The lists of follow-ups in a campaign.
const FOLLOW_UPS: [&str; 2] = ["sequences", "sequence_edits"];

const NO_TEXTS: InvalidOption =
    InvalidOption::new("a campaign is a JSON object that has texts in `variants` or `sequences`");

impl Variables {
    /// Reads the variables of a campaign, as [`Operation::UpdateCampaign`](crate::Operation) takes it: those of its
    /// variants and of its follow-ups.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, or has no texts of a campaign.
    pub fn of_campaign(json: &[u8]) -> Result<Self, InvalidOption> {
        with_document(json, |document| {
            let mut variables = Variables::default();
            let ValueRef::Node(root) = ValueRef::ROOT else { return Err(NO_TEXTS) };
            let follow_ups = FOLLOW_UPS.into_iter().flat_map(|list| items(document, root, list));
            let variants = std::iter::once(root).chain(follow_ups);
            let mut texts = 0;
            for variant in variants.flat_map(|object| items(document, object, "variants")) {
                let fields = template::FIELDS.into_iter().filter_map(|field| document.member(variant, field));
                for text in fields.filter_map(|field| document.text(ValueRef::Node(field))) {
                    variables.add(&text.to_str());
                    texts += 1;
                }
            }
            if texts > 0 { Ok(variables) } else { Err(NO_TEXTS) }
        })
    }

    /// Adds those of a subject or a text.
    pub fn add(&mut self, template: &str) {
        template::needed(template, |name| {
            if self.places.first(name.to_owned(), self.names.len()) == self.names.len() {
                self.names.push(name.to_owned());
            }
        });
    }

    /// Returns their names, in the order of their first use.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// Returns the items of a list in an object, if there is one.
fn items<'d>(document: Document<'d>, object: u32, list: &str) -> impl Iterator<Item = u32> + use<'d> {
    let list = document.member(object, list).filter(|list| document.node(*list).tag == Tag::Array);
    list.into_iter().flat_map(move |list| document.elements(list))
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
    fn the_variables_of_a_campaign() {
        let of = |json: &str| Variables::of_campaign(json.as_bytes()).map(|variables| variables.names);
        let variants = r#""variants": [{"subject_template": "{{a}}", "email_content": "{{\u0062}} {{a}}", "x": "{{x}}"}, 1]"#;
        let follow_ups = r#""sequences": [{"variants": [{"email_content": "{{c}}"}]}, {}, 2],
            "sequence_edits": [{"variants": [{"subject_template": "{{d}}"}]}]"#;
        let names = |names: &[&str]| Ok(names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(of(&["{", variants, ",", follow_ups, "}"].concat()), names(&["a", "b", "c", "d"]));
        assert_eq!(of(r#"{"variants": [{"email_content": "Hi"}]}"#), names(&[]));
        for wrong in
            ["{}", "[]", "null", r#"{"variants": {}}"#, r#"{"variants": [{"email_content": 1}]}"#, "{"]
        {
            assert!(of(wrong).is_err(), "{wrong}");
        }
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
