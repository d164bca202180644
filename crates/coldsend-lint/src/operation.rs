//! The operations of the API: method, path, scope, and what they take.
use crate::requests::{self, AddLead, CreateCampaign, CreateSmtpAccount, UpdateCampaign};
use crate::shape::{Field, Shape};
use std::fmt;

/// Declares the operations: `Variant | id | METHOD "path" | scope "…" | body(Request);`
macro_rules! operations {
    ($( $(#[doc = $about:literal])* $name:ident | $id:ident | $method:ident $path:literal | scope $scope:literal | body($body:ident); )*) => {
        /// What a request asks the API to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Operation {
            $( $(#[doc = $about])* $name, )*
        }

        impl Operation {
            /// Every operation.
            pub const ALL: &'static [Operation] = &[$( Operation::$name ),*];

            /// Its id, like `create_campaign`.
            pub const fn id(self) -> &'static str {
                match self { $( Operation::$name => stringify!($id), )* }
            }

            /// Its HTTP method.
            pub const fn method(self) -> &'static str {
                match self { $( Operation::$name => stringify!($method), )* }
            }

            /// Its path below the base address, parameters in braces.
            pub const fn path(self) -> &'static str {
                match self { $( Operation::$name => $path, )* }
            }

            /// The scope that an API key needs for it.
            pub const fn scope(self) -> &'static str {
                match self { $( Operation::$name => $scope, )* }
            }

            /// What it does.
            pub const fn about(self) -> &'static str {
                match self { $( Operation::$name => concat!($($about),*).trim_ascii(), )* }
            }

            /// The JSON body it takes.
            pub const fn body(self) -> &'static Shape {
                match self { $( Operation::$name => $body::SHAPE, )* }
            }
        }
    };
}

operations! {
    /// Create a campaign.
    CreateCampaign | create_campaign | POST "/campaigns" | scope "campaigns:create" | body(CreateCampaign);
    /// Change a campaign, and launch it.
    UpdateCampaign | update_campaign | PUT "/campaigns/{campaign_id}" | scope "campaigns:update" | body(UpdateCampaign);
    /// Add a lead to a campaign.
    AddLead | add_lead | POST "/campaigns/{campaign_id}/leads/manual" | scope "leads:create" | body(AddLead);
    /// Connect an e-mail account over SMTP and IMAP.
    CreateSmtpAccount | create_smtp_account | POST "/sender-accounts/smtp" | scope "sender_accounts:create" | body(CreateSmtpAccount);
}

/// What stands before every path.
const BASE: &str = "/api/public/v1";

impl Operation {
    /// The operation with this id.
    pub fn from_id(id: &str) -> Option<Operation> {
        Operation::ALL.iter().copied().find(|operation| operation.id() == id)
    }

    /// The parameters of its path.
    pub fn parameters(self) -> impl Iterator<Item = &'static Field> {
        segments(self.path()).filter_map(|segment| {
            requests::path::PARAMETERS.iter().find(|field| is_parameter(segment, field))
        })
    }

    /// The operation that a method and a path name, and the values of the path's parameters. A
    /// parameter's own name in braces stands for any value.
    pub(crate) fn from_route<'p>(
        method: &str,
        path: &'p str,
    ) -> Option<(Operation, Vec<(&'static Field, &'p str)>)> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = match path.starts_with('/') {
            true => path,
            false => {
                let address = path.split_once("://").map_or(path, |(_, rest)| rest);
                let (host, path) = address.split_at(address.find('/')?);
                let is_host =
                    !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
                is_host.then_some(path)?
            }
        };
        let path = path.strip_prefix(BASE).filter(|rest| rest.starts_with('/')).unwrap_or(path);
        Operation::ALL
            .iter()
            .copied()
            .filter(|operation| operation.method() == method)
            .find_map(|operation| operation.match_path(path).map(|parameters| (operation, parameters)))
    }

    fn match_path(self, path: &str) -> Option<Vec<(&'static Field, &str)>> {
        let (mut template, mut parameters) = (segments(self.path()), Vec::new());
        for segment in segments(path) {
            let expected = template.next()?;
            match requests::path::PARAMETERS.iter().find(|field| is_parameter(expected, field)) {
                Some(_) if segment.is_empty() => return None,
                Some(field) if !is_parameter(segment, field) => parameters.push((field, segment)),
                Some(_) => {}
                None if segment == expected => {}
                None => return None,
            }
        }
        template.next().is_none().then_some(parameters)
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/')
}

fn is_parameter(segment: &str, field: &Field) -> bool {
    segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) == Some(field.name)
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(method: &str, path: &str) -> Option<(Operation, Vec<String>)> {
        let (operation, parameters) = Operation::from_route(method, path)?;
        Some((operation, parameters.iter().map(|(field, value)| format!("{}={value}", field.name)).collect()))
    }

    #[test]
    fn paths_name_operations() {
        let update = |parameters: &[&str]| {
            Some((Operation::UpdateCampaign, parameters.iter().map(|p| (*p).to_owned()).collect()))
        };
        assert_eq!(route("PUT", "/campaigns/x%20y"), update(&["campaign_id=x%20y"]));
        assert_eq!(route("PUT", "/campaigns/{campaign_id}"), update(&[]));
        assert_eq!(route("PUT", "/campaigns/{id}"), update(&["campaign_id={id}"]));
        assert_eq!(
            route("PUT", "https://api.coldsend.pro/api/public/v1/campaigns/1?x=/"),
            update(&["campaign_id=1"])
        );
        assert_eq!(route("PUT", "/api/public/v1/campaigns/1"), update(&["campaign_id=1"]));
        assert_eq!(route("PUT", "api.coldsend.pro/api/public/v1/campaigns/1"), update(&["campaign_id=1"]));
        assert_eq!(route("PUT", "/campaigns/x:"), update(&["campaign_id=x:"]));
        assert_eq!(route("POST", "/campaigns").map(|found| found.0), Some(Operation::CreateCampaign));
        for (method, path) in [
            ("put", "/campaigns/1"),
            ("PUT", "/campaigns/"),
            ("PUT", "/campaigns"),
            ("PUT", " /campaigns/1"),
            ("POST", "/campaigns/1/leads"),
            ("POST", ""),
            ("POST", "https://host"),
        ] {
            assert_eq!(route(method, path), None, "{method} {path}");
        }
    }

    #[test]
    fn every_parameter_of_a_path_is_declared() {
        for operation in Operation::ALL {
            assert_eq!(operation.parameters().count(), operation.path().matches('{').count(), "{operation}");
        }
    }
}
