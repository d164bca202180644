//! `.http` files.
use crate::program::feed;

const FILE: &str = "@host = https://api.coldsend.pro/api/public/v1
@name = Autumn campaign

### create
POST {{host}}/campaigns
X-API-Key: cs_live_hunter2

{
  \"name\": \"{{name}}\",
  \"daily_limit_per_inbox\": 101
}

### list
GET {{host}}/campaigns?limit=500

### elsewhere
GET https://example.com/token

### update
PUT {{host}}/campaigns/{{id}}

{\"name\": \"Autumn campaign\"}

> {% client.test() %}
";

fn check(arguments: &[&str], text: &str) -> crate::program::Run {
    feed(&[&["check", "--stdin-filename", "all.http"], arguments, &["-"]].concat(), text.as_bytes())
}

#[test]
fn each_request_is_checked_at_its_own_lines() {
    let shown = check(&[], FILE);
    for expected in [
        "all.http:5: the API would reject this as create_campaign\n",
        "\n  --> all.http:10:28\n",
        "all.http:14: the API would reject this as list_campaigns\n",
        " --> all.http:14: the operation's query string\n",
        "all.http:20: the API would accept this as update_campaign\n",
        "\n4 requests: 1 accepted, 2 rejected (2 errors), 1 skipped\n",
    ] {
        assert!(shown.stdout.contains(expected), "{expected}\n{}", shown.stdout);
    }
    assert!(!shown.stdout.contains("hunter2"));
    assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(1)));
}

#[test]
fn records_have_the_number_of_their_request() {
    let shown = check(&["--format", "json"], FILE);
    let records: Vec<serde_json::Value> = serde_json::from_str(&shown.stdout).unwrap();
    let of = |record: &serde_json::Value| {
        let line = record["errors"].get(0).map_or(serde_json::Value::Null, |error| error["line"].clone());
        format!("{} {} {} {line}", record["file"], record["request"], record["operation"])
    };
    assert_eq!(
        records.iter().map(of).collect::<Vec<_>>(),
        [
            r#""all.http" 1 "create_campaign" 10"#,
            r#""all.http" 2 "list_campaigns" null"#,
            r#""all.http" 4 "update_campaign" null"#,
        ]
    );
}

#[test]
fn columns_are_those_of_the_file() {
    let text = "@n = Hi\n@max = 500\n@s = Autumn campaign number\n\nPOST /campaigns\n\n{\n# {{n}}\n  \"timezone\": \"{{ s }}\", \
        \"name\": \"{{n}}\", \"daily_limit_per_inbox\": {{max}}, \"start_date\": 5,\n  \"nane\": 1\n}\n";
    let line = text.lines().nth(8).unwrap();
    let column = |value: &str| line.find(value).unwrap() + 1;
    let expected = [("\"{{n}}\"", 1), ("{{max}}", 1), ("\"{{ s }}\"", 0)];
    let json = check(&["--format", "json"], text).stdout;
    let records: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let [human, github, sarif] =
        ["human", "github", "sarif"].map(|format| check(&["--format", format], text).stdout);
    for (value, is_error) in expected {
        let (start, end) = (column(value), column(value) + value.len());
        let findings = records[0][["advice", "errors"][is_error]].as_array().unwrap();
        assert!(findings.iter().any(|found| found["line"] == 9 && found["column"] == start), "{json}");
        assert!(human.contains(&format!("--> all.http:9:{start}\n")), "{human}");
        assert!(github.contains(&format!("line=9,col={start},endLine=9,endColumn={end},")), "{github}");
        assert!(
            sarif.contains(&format!("\"startColumn\":{start},\"endLine\":9,\"endColumn\":{end}")),
            "{sarif}"
        );
    }
    assert!(human.contains("--> all.http:10:3\n"), "{human}");
    assert!(human.contains("9 |   \"timezone\": \"Autumn campaign number\", \"name\": \"Hi\""), "{human}");
}

#[test]
fn what_cannot_be_checked_is_told() {
    let shown = check(&[], "PUT /campaigns/1\n\n< ./body.json\n\n###\nGET /nowhere\n");
    assert!(shown.stderr.contains("the request at line 1: its body is in another file: check that one"));
    assert!(shown.stderr.contains("the request at line 6: unknown operation"), "{}", shown.stderr);
    assert_eq!(shown.status, Some(2));
    let shown = check(&[], "GET https://example.com\n");
    assert_eq!(shown.stderr, "error: all.http: there is no request to ColdSend in this file\n");
    let variable = check(&[], "POST /campaigns\n\n{\"name\": \"{{n}}\"}\n\n###\nPSOT /campaigns\n\n{}\n");
    for expected in ["line 1: what is wrong depends on a variable", "line 6: unknown operation; did you mean"]
    {
        assert!(variable.stderr.contains(expected), "{}", variable.stderr);
    }
    let shown = check(&["--format", "body"], FILE);
    assert!(shown.stderr.contains("this file has several requests"), "{}", shown.stderr);
}
