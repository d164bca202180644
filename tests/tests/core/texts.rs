//! Advice on what goes out to people: none on good texts, and the right rule on each kind of mistake.
use coldsend_lint::{Checker, Finding, Operation, Request, Situation};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fmt::Write;

const UPDATE: &str = "PUT /campaigns/550e8400-e29b-41d4-a716-446655440000";
const LEAD: &str = "POST /campaigns/550e8400-e29b-41d4-a716-446655440000/leads/manual";
const REPLY: &str = "POST /replies/threads/550e8400-e29b-41d4-a716-446655440000/reply";

/// Good mails, each a subject and a text, with a line between two.
const GOOD: &str = include_str!("../../texts/good.txt");
/// Mails with one mistake each. A first line has the rule that reports it, and what it points to.
const BAD: &str = include_str!("../../texts/bad.txt");

/// Returns the mails of a file, each without its first line, and that line.
fn mails(file: &str) -> Vec<(&str, &str)> {
    file.split("\n====\n").map(|text| text.trim_end().split_once('\n').unwrap()).collect()
}

fn advice(request: &str, body: &str) -> Vec<Finding> {
    let request: Request = request.parse().unwrap();
    let mut checker = Checker::new();
    let outcome = checker.check(&request, body);
    assert!(outcome.is_accepted(), "{body}: {:?}", outcome.rejection);
    outcome.advice()
}

fn rules(request: &str, body: &str) -> Vec<&'static str> {
    advice(request, body).iter().map(|finding| finding.rule).collect()
}

/// Returns an update whose first e-mail and follow-up have these subjects and texts.
fn campaign(name: &str, texts: [(&str, &str); 2]) -> Value {
    let variant = |(subject, text): (&str, &str)| json!({"subject_template": subject, "email_content": text, "distribution_percent": 100});
    let [first, second] = texts.map(variant);
    json!({
        "name": name, "timezone": "Europe/Berlin", "variants": [first],
        "sequences": [{"step_number": 2, "trigger_type": "NOT_REPLIED", "wait_days": 3, "variants": [second]}],
    })
}

/// Escapes every character that is not ASCII, as many programs do.
fn ascii(json: &str) -> String {
    let mut out = String::new();
    for c in json.chars() {
        match c.is_ascii() {
            true => out.push(c),
            false => {
                c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| write!(out, "\\u{unit:04x}").unwrap());
            }
        }
    }
    out
}

#[test]
fn good_campaigns_give_no_advice() {
    let texts = mails(GOOD);
    assert!(texts.len() > 110);
    let (mut count, mut wrong) = (0, Vec::new());
    for (i, (subject, text)) in texts.iter().enumerate() {
        let (_, other) = texts[(i * 7 + 3) % texts.len()];
        let is_html = text.starts_with('<');
        let html = text.replace('\n', "<br>\n");
        let html = if is_html { (*text).to_owned() } else { format!("<div><p>{html}</p></div>") };
        let windows = text.replace('\n', "\r\n");
        let joined = format!("{text}\n\n-- \n{other}");
        let bodies = [
            campaign("Outreach: autumn, Leipzig", [(subject, text), ("Again", &html)]).to_string(),
            ascii(&campaign("Herbst – Frühphase & Co.", [(subject, &windows), ("Again", text)]).to_string()),
            serde_json::to_string_pretty(&campaign(
                "秋のキャンペーン 2026",
                [(subject, &html), ("Again", other)],
            ))
            .unwrap(),
            campaign("Q3 | SaaS [EU] 50%", [(subject, &joined), (subject, text)]).to_string(),
        ];
        for body in bodies {
            count += 1;
            for finding in advice(UPDATE, &body) {
                let place = finding.span.map(|span| &body[span.start.saturating_sub(30)..span.end]);
                wrong.push(format!("{subject}: {} {} at {place:?}", finding.rule, finding.kind));
            }
        }
        for body in [json!({"body": text}), json!({"html_body": html})] {
            let wrong_here = rules(REPLY, &body.to_string());
            assert!(wrong_here.is_empty(), "{subject}: {wrong_here:?}");
        }
    }
    assert!(count > 440, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_mail_with_one_mistake_has_advice_at_it() {
    const OF_TEXTS: [&str; 3] = ["foreign-placeholder", "placeholder-braces", "leftover-value"];
    let (bad, good) = (mails(BAD), mails(GOOD));
    assert!(bad.len() > 70);
    let mut wrong = Vec::new();
    for (i, (mistake, mail)) in bad.into_iter().enumerate() {
        let (rule, expected) = mistake.split_once(": ").unwrap();
        let (subject, text) = mail.split_once('\n').unwrap();
        // A condition has a beginning and an end.
        let is_only =
            |found: &[&str]| matches!(found, [one] | [one, _] if *one == rule && found.last() == Some(&rule));
        let other = good[i % good.len()];
        let first = campaign("Outreach: autumn", [(subject, text), other]);
        let followed = campaign("Outreach: autumn", [other, (subject, text)]);
        let pretty = serde_json::to_string_pretty(&first).unwrap();
        for body in [first.to_string(), followed.to_string(), pretty] {
            let found = advice(UPDATE, &body);
            let pointed: Vec<_> =
                found.iter().map(|finding| (finding.rule, &body[finding.span.clone().unwrap()])).collect();
            if !is_only(&rules(UPDATE, &body)) || pointed[0].1 != expected {
                wrong.push(format!("{mistake}: {pointed:?}"));
            }
            assert!(found.iter().all(|finding| finding.kind.to_string().len() > 15), "{found:?}");
            let found = rules(UPDATE, &ascii(&body));
            if !is_only(&found) {
                wrong.push(format!("{mistake}, in ASCII: {found:?}"));
            }
        }
        let reply = rules(REPLY, &json!({"body": text}).to_string());
        if OF_TEXTS.contains(&rule) && !is_only(&reply) {
            wrong.push(format!("{mistake}, in a reply: {reply:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn advice_on_any_pieces_stays_within_them() {
    const PIECES: [&str; 48] = [
        "<%=",
        "%>",
        "%",
        "%%",
        "%(",
        ")s",
        "%!s(",
        "{",
        "}",
        "{{",
        "}}",
        "{%",
        "%}",
        " elif ",
        "{# ",
        " #}",
        "Promise ",
        "Hi ",
        " ,",
        "\n",
        "\\n\\n",
        "Ã",
        "¼",
        "â€",
        "«",
        "»",
        "first_name",
        "First Name",
        "$",
        "#",
        "&lt;",
        "br&gt;",
        "&amp;",
        "amp;",
        "[object ",
        "]",
        "NaN",
        "=VLOOKUP(",
        "(",
        ")",
        "<",
        ">",
        "__",
        "\u{fffd}",
        "é",
        "b'",
        "default(",
        "||",
    ];
    let found = std::cell::Cell::new(0);
    proptest!(ProptestConfig::with_cases(4_000), |(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..8))| {
        let text = pieces.concat();
        for body in [json!({"body": text}), json!({"html_body": format!("{text} – x")})].map(|body| body.to_string()) {
            for body in [ascii(&body), body] {
                let value = body.find(':').unwrap() + 2..body.len() - 2;
                for finding in advice(REPLY, &body) {
                    let span = finding.span.clone().unwrap();
                    found.set(found.get() + 1);
                    prop_assert!(value.start - 1 <= span.start && span.end <= value.end + 1, "{body}: {finding:?}");
                    prop_assert!(body.get(span).is_some(), "{body}: {finding:?}");
                }
            }
        }
    });
    assert!(found.get() > 1_000, "{}", found.get());
}

/// Checks that each of these texts, in a first e-mail and as ASCII, gives advice of this rule, and that none hides what
/// follows it.
fn each_text_has(rule: &str, texts: &[&str]) {
    assert!(texts.len() >= 10, "{rule}");
    for text in texts {
        let long = format!("{text} – and so on, for as long as it takes");
        let body = campaign("Outreach in autumn", [("A word", &long), ("Again", "Nothing here")]).to_string();
        for body in [ascii(&body), body] {
            let found = advice(UPDATE, &body);
            assert!(found.iter().any(|finding| finding.rule == rule), "{rule}: {body}: {found:?}");
            for finding in &found {
                let span = finding.span.clone().unwrap();
                assert!(span.len() < 100 && body.get(span).is_some(), "{body}: {finding:?}");
            }
        }
    }
}

#[test]
fn the_syntax_of_other_tools_has_advice() {
    each_text_has(
        "foreign-placeholder",
        &[
            "Hi {first_name},",
            "Hi {FirstName},",
            "Hallo {firstname}, Grüße",
            "こんにちは{name}様",
            "As {job_title} at {company_name} you",
            "Hi {pain_point} person",
            "<p>Hi {name},</p>",
            "Hi\n{company}",
            "{Hi|Hello} {{first_name}},",
            "{Hi|Hello|Hey there}, a word",
            "Hi {{first_name}}, {I noticed|I saw that} you",
            "{Hi {there|friend}|Hello}",
            "Hi [[first_name]],",
            "Hi [[First Name]],",
            "Hi [First Name],",
            "Hi [Your Name], long enough",
            "Hi [name], I saw [company] is",
            "Best,\n[Your Company]",
            "Hi [Insert name here],",
            "Hi %FIRSTNAME%,",
            "Hi %first_name%,",
            "Hi %%first_name%%, %company% and",
            "Hi *|FNAME|*,",
            "*|MERGE1|* at *|COMPANY|*",
            "Hi ${first_name},",
            "Hi ${x}, and",
            "See https://example.com/${lead.id}",
            "{{#if first_name}}Hi{{/if}}",
            "Hi {{else}} there",
            "{{^first_name}}there{{/first_name}}",
            "{{> signature}}",
            "Hi {{{first_name}}},",
            "Hi {{contact.firstname}},",
            "Hi {{ lead.company | default: \"you\" }}",
            "Hi {{recipient.name}},",
        ],
    );
}

#[test]
fn leftovers_in_texts_have_advice() {
    each_text_has(
        "leftover-value",
        &[
            "Hi undefined,",
            "Hello null,",
            "Dear None,",
            "Hey NaN!",
            "<p>Hi undefined,</p>",
            "Hi undefined undefined,",
            "Dear Mr. undefined,",
            "undefined, a word",
            "\n\nHallo null,\n\n",
            "{{Hi|Hello}} undefined,",
            "{{first_name}} null, a word",
            "Hi {{first_name}}, saw your post: undefined – this",
            "Your number: NaN. And",
            "Hello [object Object],",
            "You are at [object Object] since",
            "Hi #N/A,",
            "Your company: #REF!, is",
            "#NAME?, hello",
            "={{ first_name }} hello",
            "Hi {{$json.first_name}},",
            "Hi {{ $('Webhook').item.json.body.name }},",
            "Hi {{ $node[\"Lead\"].json.name }},",
            "Hi {{ steps.trigger.event.name }},",
            "Lorem ipsum dolor sit amet",
            "TODO: write this mail",
        ],
    );
}

#[test]
fn braces_that_are_none_have_advice() {
    each_text_has(
        "placeholder-braces",
        &[
            "Hi &#123;&#123;first_name&#125;&#125;,",
            "Hi &#x7B;&#x7B;first_name&#x7D;&#x7D;,",
            "Hi &lbrace;&lbrace;first_name&rbrace;&rbrace;,",
            "Hi &lcub;&lcub;first_name&rcub;&rcub;,",
            "https://example.com/?n=%7B%7Bfirst_name%7D%7D",
            "https://example.com/?n=%7b%7bfirst_name%7d%7d",
            "｛｛first_name｝｝様",
            "Hi {\u{200b}{first_name}},",
            "Hi {\u{feff}{first_name}},",
            "Hi {{\u{200b}first_name}},",
            "Hi {{first\u{2060}_name}},",
            "Hi {{first_name\u{a0}}},",
            "Hi {{&nbsp;first_name}},",
            "Hi {{first_name&nbsp;|there}},",
            "Hi {{first_name | default: &quot;there&quot;}},",
            "Hi {{ company | default:&#39;you&#39; }},",
        ],
    );
}

#[test]
fn blocks_without_content_have_advice() {
    each_text_has(
        "placeholder-empty",
        &[
            "Hi {{}},",
            "Hi {{ }},",
            "Hi {{   }},",
            "{{}}",
            "{{}} {{first_name}}",
            "{{first_name}}{{}}",
            "<p>{{}}</p>",
            "Hi {{--}},",
            "Hallo {{}} – Grüße",
            "{{Hi {{}}|Hello}} there",
        ],
    );
}

#[test]
fn values_that_are_left_over_have_advice() {
    let left = [
        "undefined",
        "undefined undefined",
        "null",
        "NULL",
        "None",
        "None None",
        "NaN",
        "nan",
        "N/A",
        "#N/A",
        "#REF!",
        "-",
        "[object Object]",
        "System.Collections.Hashtable",
        "string  string",
        "<your campaign name>",
        "={{ $json.name }}",
        "{{campaign_name}}",
        "{{ $('Webhook').item.json.body.name }}",
        "${CAMPAIGN_NAME}",
        "{first_name}",
        "%FIRSTNAME%",
        "%7B%7Bname%7D%7D",
        "*|FNAME|*",
        "{{}}",
        "Promise { <pending> }",
        "[object Promise]",
        "[Function (anonymous)]",
        "function () { return lead.name; }",
        "Invalid Date",
        "NaT",
        "=VLOOKUP(A2,Leads!A:C,2,FALSE)",
        "=A2&B2",
        "Optional(\"Ada Lovelace\")",
        "b'Ada'",
        "['Ada']",
        "{'name': 'Ada'}",
        "<bound method Lead.name>",
        "%!s(<nil>)",
        "Ada &amp;amp; Co",
        "RenÃ©e",
        "MÃ¼ller",
        "Ã–zil",
        "Oâ€™Brien",
        "M\u{fffd}ller",
    ];
    for value in left {
        for body in [
            json!({"email": "ada@example.com", "first_name": value}),
            json!({"email": "ada@example.com", "company": value}),
            json!({"email": "ada@example.com", "custom_fields": {"plan": value}}),
        ] {
            assert_eq!(rules(LEAD, &body.to_string()), ["leftover-value"], "{body}");
        }
        if value.chars().count() >= 8 {
            let body = json!({"name": value}).to_string();
            assert_eq!(rules("POST /campaigns", &body), ["leftover-value"], "{body}");
        }
    }
    for value in [
        "",
        " ",
        "Ada",
        "Nan",
        "Null",
        "Ada-Marie",
        "O'Brien",
        "A.",
        "李",
        "50% Club",
        "Undefined Ltd",
        "String Co",
        "Dr. Ada Lovelace, PhD",
        "J&J",
        "[a]",
        "{}",
        "C#",
        "#1",
        "<3",
        "Smith (Acme)",
        "AT&T",
        "Yahoo!",
        "A|B",
        "NÃO",
        "«NÃO»",
        "SÃO PAULO",
        "Âme",
        "ÑUÑOA",
        "=mc2 GmbH",
        "Promise Ltd",
        "Optional Inc.",
        "Invalid Data Corp",
        "Functional Foods",
        "b'lieve it",
        "&amp Co",
    ] {
        let body = json!({"email": "ada@example.com", "first_name": value, "last_name": value, "company": value,
            "title": value, "custom_fields": {"x": value}});
        assert_eq!(rules(LEAD, &body.to_string()), [""; 0], "{body}");
    }
}

#[test]
fn names_of_columns_have_advice() {
    for (field, value) in [
        ("first_name", "firstname"),
        ("first_name", "first_name"),
        ("first_name", "First Name"),
        ("first_name", " FIRST NAME "),
        ("first_name", "fname"),
        ("last_name", "Last Name"),
        ("last_name", "surname"),
        ("company", "Company"),
        ("company", "company_name"),
        ("title", "Job Title"),
        ("title", "title"),
    ] {
        let body = json!({"email": "ada@example.com", field: value}).to_string();
        assert_eq!(rules(LEAD, &body), ["column-name-as-value"], "{body}");
    }
    let body =
        json!({"email": "ada@example.com", "custom_fields": {"pain_point": "Pain point", "city": "Leipzig"}});
    let found = advice(LEAD, &body.to_string());
    assert_eq!(found[0].pointer(), "/custom_fields/pain_point");
    assert_eq!(found.len(), 1);

    for column in
        ["Vorname", "Given name", "prenom", "FNAME", "Contact", "col_3", "A", "naam", "nombre", "imie"]
    {
        let mut body = campaign(
            "Outreach in autumn",
            [("A word", &format!("Hi {{{{{column}}}}}, a word.")), ("x", "Ten letters")],
        );
        body["lead_mapping"] = json!({"email": "E-mail", "first_name": column});
        assert_eq!(rules(UPDATE, &body.to_string()), ["column-name-as-placeholder"], "{body}");
    }
}

#[test]
fn roles_have_advice() {
    for address in [
        "info@example.com",
        "INFO@example.com",
        "sales@example.co.uk",
        "support@example.com",
        "no-reply@example.com",
        "noreply@example.com",
        "admin@example.com",
        "contact+web@example.com",
        "kontakt@beispiel.de",
        "postmaster@example.com",
        "mailer-daemon@example.com",
    ] {
        assert_eq!(rules(LEAD, &json!({"email": address}).to_string()), ["role-address"], "{address}");
    }
    for address in [
        "ada@example.com",
        "information@example.com",
        "info.ada@example.com",
        "ada+info@example.com",
        "ada@info.com",
        "salesman@example.com",
        "inf@example.com",
        "a@sales.example.com",
        "hradmin@example.com",
    ] {
        assert_eq!(rules(LEAD, &json!({"email": address}).to_string()), [""; 0], "{address}");
    }
}

#[test]
fn time_zones_that_iana_lacks_have_advice() {
    let found = |zone: &str| {
        rules("POST /campaigns", &json!({"name": "Autumn campaign", "timezone": zone}).to_string())
    };
    for zone in [
        "PST",
        "CEST",
        "Europe/Munich",
        "Europe/Berlin ",
        "Berlin",
        "GMT+1",
        "+01:00",
        "UTC+2",
        "America/New York",
        "Eastern Time",
        "",
        "Asia/Beijing",
        "W. Europe Standard Time",
    ] {
        assert_eq!(found(zone), ["unknown-time-zone"], "{zone}");
    }
    for zone in [
        "UTC",
        "GMT",
        "Etc/GMT+1",
        "US/Eastern",
        "Europe/London",
        "Europe/Kyiv",
        "Europe/Kiev",
        "Asia/Calcutta",
        "Asia/Kolkata",
        "America/Argentina/Buenos_Aires",
        "CET",
        "EST5EDT",
        "america/new_york",
        "Asia/Tokyo",
    ] {
        assert_eq!(found(zone), [""; 0], "{zone}");
    }
}

#[test]
fn a_password_that_is_no_app_password_has_advice_without_it() {
    let account = |inbox_type: &str, host: &str, password: &str| {
        json!({"email_address": "ada@example.com", "display_name": "Ada Lovelace", "inbox_type": inbox_type,
            "daily_limit": 20, "smtp_host": host, "smtp_port": 587, "smtp_username": "ada",
            "smtp_password": password, "imap_host": "imap.gmail.com", "imap_port": 993, "imap_username": "ada",
            "imap_password": "abcdefghijklmnop"})
    };
    for password in [
        "hunter2hunter2!",
        "hunter2hunter2hunter2",
        "x",
        "abcd efgh ijkl mno",
        "abcd efgh ijkl mnop q",
        "pässwörter",
        "                 ",
        "correct horse battery staple",
        "abcdefghijklmno\u{a0}",
        "1234567890",
    ] {
        for (inbox_type, host) in [("GOOGLE_WORKSPACE", "smtp.gmail.com"), ("CUSTOM_SMTP", "SMTP.gmail.com")]
        {
            let body = account(inbox_type, host, password).to_string();
            let found = advice("POST /sender-accounts/smtp", &body);
            let [finding] = &found[..] else { panic!("{body}: {found:?}") };
            assert_eq!(finding.rule, "app-password-length");
            assert_eq!(finding.kind.to_string(), "not 16 characters");
            assert!(
                password.trim().len() < 2 || !format!("{finding:?}{}", finding.hint()).contains(password)
            );
        }
    }
    for (inbox_type, host, password) in [
        ("GOOGLE_WORKSPACE", "smtp.gmail.com", "abcd efgh ijkl mnop"),
        ("GOOGLE_WORKSPACE", "smtp.gmail.com", "abcdefghijklmnop"),
        ("GOOGLE_WORKSPACE", "smtp.gmail.com", " abcd\u{a0}efgh ijkl mnop "),
        ("CUSTOM_SMTP", "smtp.example.com", "hunter2"),
        ("OUTLOOK_365", "smtp.office365.com", "hunter2"),
    ] {
        let body = account(inbox_type, host, password).to_string();
        let found = rules("POST /sender-accounts/smtp", &body);
        assert!(!found.contains(&"app-password-length"), "{body}");
    }
}

#[test]
fn misspelt_parameters_have_advice_where_they_were_sent() {
    for (request, name, suggestion) in [
        ("GET /campaigns?page=1&limt=10", "limt", Some("limit")),
        ("GET /campaigns?serach=x", "serach", Some("search")),
        ("GET /campaigns?sortBy=name", "sortBy", Some("sort_by")),
        ("GET /campaigns?sort-order=asc", "sort-order", Some("sort_order")),
        ("GET /campaigns?Status=DRAFT", "Status", Some("status")),
        ("GET /campaigns?offset=20", "offset", None),
        ("GET /replies?isRead=true", "isRead", Some("is_read")),
        ("GET /replies?campaignId=550e8400-e29b-41d4-a716-446655440000", "campaignId", Some("campaign_id")),
        ("GET /replies?query=x&page=2", "query", None),
        ("GET /analytics/campaigns?fromDate=2026-01-01", "fromDate", Some("from_date")),
        ("GET /analytics/campaigns/timeline?to-date=2026-01-01", "to-date", Some("to_date")),
    ] {
        let parsed: Request = request.parse().unwrap();
        let mut checker = Checker::new();
        let outcome = checker.check(&parsed, "");
        let found = outcome.advice();
        let [finding] = &found[..] else { panic!("{request}: {found:?}") };
        assert_eq!(
            (finding.rule, finding.suggestion.as_deref()),
            ("unknown-parameter", suggestion),
            "{request}"
        );
        assert_eq!(&outcome.text()[finding.span.clone().unwrap()], name.as_bytes());
        assert_eq!(finding.pointer(), format!("/{name}"));
    }
    assert_eq!(rules("GET /campaigns?page=1&limit=10&status=DRAFT&search=a%20b&days=3", ""), [""; 0]);
}

#[test]
fn repeated_keys_have_advice_at_the_value_that_counts() {
    let variant = r#""subject_template": "A word", "email_content": "Ten letters""#;
    for (request, body, last) in [
        ("POST /campaigns", r#"{"name": 1, "name": "Autumn campaign"}"#.to_owned(), "\"Autumn campaign\""),
        (
            "POST /campaigns",
            r#"{"name": "Autumn campaign", "n\u0061me": "Winter campaign"}"#.into(),
            "\"Winter campaign\"",
        ),
        (
            "POST /campaigns",
            r#"{"name": "a", "timezone": "UTC", "name": "Autumn campaign"}"#.into(),
            "\"Autumn campaign\"",
        ),
        (UPDATE, r#"{"launch": true, "launch": false}"#.into(), "false"),
        (UPDATE, r#"{"sending_days": [1], "sending_days": [2]}"#.into(), "[2]"),
        (UPDATE, format!(r#"{{"variants": [{{{variant}, "subject_template": "Two"}}]}}"#), "\"Two\""),
        (
            UPDATE,
            r#"{"daily_limit_per_inbox": 1, "daily_limit_per_inbox": 2, "daily_limit_per_inbox": 3}"#.into(),
            "3",
        ),
        (LEAD, r#"{"email": "x", "email": "ada@example.com"}"#.into(), "\"ada@example.com\""),
        (REPLY, r#"{"body": "a", "body": "b"}"#.into(), "\"b\""),
        ("GET /campaigns?page=1&page=2", String::new(), "2"),
        ("GET /replies?limit=1&page=2&limit=%33", String::new(), "%33"),
    ] {
        let parsed: Request = request.parse().unwrap();
        let mut checker = Checker::new();
        let outcome = checker.check(&parsed, &body);
        let found = outcome.advice();
        let [finding] = &found[..] else { panic!("{request} {body}: {found:?}") };
        assert_eq!(finding.rule, "repeated-key");
        assert_eq!(&outcome.text()[finding.span.clone().unwrap()], last.as_bytes(), "{request} {body}");
    }
}

#[test]
fn the_scope_of_everything_has_advice() {
    let found = |scopes: &[&str]| {
        let scopes = Some(scopes.iter().map(|scope| (*scope).to_owned()).collect());
        let mut checker = Checker::new();
        let situation = Situation { scopes, ..Situation::default() };
        let preflight = checker.preflight(&Request::new(Operation::ListCampaigns), b"", &situation);
        preflight.advice().iter().map(|finding| (finding.rule, finding.loc.clone())).collect::<Vec<_>>()
    };
    assert_eq!(found(&["leads:read", "*"]), [("wildcard-scope", vec!["header".into(), "X-API-Key".into()])]);
    assert_eq!(found(&["campaigns:all", "leads:*"]), []);
}
