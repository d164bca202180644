//! Paths as clients write them, with the real server's answers, both written by `tests/oracle/path_corpus.py`.
use coldsend_lint::{Checker, Request};
use coldsend_lint_tests::folder;
use serde_json::Value;

#[test]
fn paths_are_read_as_the_server_reads_them() {
    let goldens = std::fs::read_to_string(folder().join("goldens/paths.ndjson")).unwrap();
    let mut counts = [0; 3];
    for golden in goldens.lines() {
        let golden: Value = serde_json::from_str(golden).unwrap();
        let request = golden["request"].as_str().unwrap().parse::<Request>();
        let mut checker = Checker::new();
        let outcome = request.as_ref().ok().map(|request| checker.check(request, b""));
        let answer = outcome.map(|outcome| outcome.rejection.map(|rejection| rejection.body().to_string()));
        let (count, expected) = match golden["status"].as_u64().unwrap() {
            200 => (0, Some(None)),
            422 => (1, Some(Some(golden["body"].as_str().unwrap().to_owned()))),
            // No route, another method, or a redirect to what may be a route.
            404 | 405 | 307 => (2, None),
            status => panic!("{status}"),
        };
        counts[count] += 1;
        assert_eq!(answer, expected, "{golden}");
    }
    assert!(counts.iter().all(|count| *count > 200), "{counts:?}");
}

#[test]
fn the_method_is_read_in_any_case() {
    for request in ["put /campaigns/{id}", "Put /campaigns/:campaign_id", "PUT /campaigns/:id"] {
        let request: Request = request.parse().unwrap();
        assert_eq!(request.operation().id(), "update_campaign");
        assert!(Checker::new().check(request, b"{}").is_accepted());
    }
}
