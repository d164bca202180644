//! No output shows a secret, whatever else is wrong.
use crate::program::{FORMATS, feed};

const SECRET: &str = "hunter2";

/// Bodies with the secret in places where it must be masked.
const BODIES: &[&str] = &[
    r#"{"smtp_password": "hunter2", "smtp_port": 0}"#,
    r#"{"smtp_password": ["hunter2"], "imap_password": {"x": "hunter2"}}"#,
    r#"{"SMTP_PASSWORD": "hunter2", "smtp_p\u0061ssword": "hunter2", "smtp_port": 0}"#,
    r#"{"smtp_password": "a\"hunter2\\", "smtp_port": 0}"#,
    "{\"smtp_port\": 0, \"api_key\": {\n  \"deep\": [{\"er\": \"hunter2\"}],\n  \"smtp_port\": \"hunter2\"}, \"imap_port\": 0}",
    r#"[["smtp_password", "hunter2"], ["smtp_port", 0]]"#,
    r#"{"variants": [{"myToken": "hunter2", "distribution_percent": -1}], "sequences": [{"secretary": "hunter2"}]}"#,
    r#"{"lead_mapping": {"key": ["hunter2"], "a": []}}"#,
    r#"{"smtp_password": "hunter2", "smtp_port": tru}"#,
    r#"{"smtp_password": "hunter2"#,
    r#"{"smtp_password": "hunter2\x"}"#,
    "{\"smtp_password\": \"hunter2\n\"}",
    r#"{"smtp_password": 'hunter2'}"#,
    r#"{"smtp_password": hunter2}"#,
    r#"{"a": "hunter2" "hunter2": 1}"#,
    r#""hunter2" 5"#,
];

#[test]
fn secrets_are_never_shown() {
    for body in BODIES {
        assert!(body.contains(SECRET));
        for operation in ["create_smtp_account", "update_campaign", "create_campaign", "add_lead"] {
            for format in FORMATS {
                for encoding in [utf8, utf16] {
                    let shown = feed(
                        &["check", "--as", operation, "--ctx", "--format", format, "-"],
                        &encoding(body),
                    );
                    assert!(!shown.stdout.contains(SECRET), "{operation} {format} {body}: {}", shown.stdout);
                    assert_eq!(shown.stderr, "", "{body}");
                }
            }
        }
    }
}

#[test]
fn secrets_of_query_strings_are_never_shown() {
    for query in ["limit=0&api_token=hunter2", "?api_%6bey=%68unter2hunter2&page=x", "token=hunter2&page=0&"]
    {
        assert!(query.contains(SECRET));
        for format in FORMATS {
            let shown = feed(&["check", "--as", "list_campaigns", "--format", format, "-"], query.as_bytes());
            assert!(!shown.stdout.contains(SECRET), "{format} {query}: {}", shown.stdout);
            assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(1)), "{query}");
        }
    }
}

fn utf8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}
