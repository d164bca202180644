//! Lists of leads: the check is the same for all chunks and line ends, a cleaned copy is clean, and nothing is lost.
use coldsend_lint::leads::{
    self, Effect, Event, LeadCheck, LeadMapping, LeadOptions, MAX_BYTES, MAX_LEADS, Problem, RowClass,
    Summary, Variables,
};
use proptest::prelude::*;

/// What a check tells.
#[derive(Debug, Default, PartialEq)]
struct Told {
    summary: Summary,
    problems: Vec<Problem>,
    /// The classes of the rows.
    classes: Vec<RowClass>,
    /// The rows as written.
    rows: Vec<Vec<u8>>,
    /// The cleaned copy, and the rest with reasons.
    fixed: Vec<u8>,
    rejects: Vec<u8>,
}

fn told(csv: &[u8], sizes: impl IntoIterator<Item = usize>) -> Told {
    told_with(LeadOptions::default(), csv, sizes)
}

fn told_with(options: LeadOptions, csv: &[u8], sizes: impl IntoIterator<Item = usize>) -> Told {
    let mut told = Told::default();
    let mut known = None;
    let mut each = |event: Event<'_>| match event {
        Event::Header(header) => {
            told.fixed = [header.raw(), b"\n"].concat();
            told.rejects = [header.raw(), header.delimiter().to_string().as_bytes(), b"reason\n"].concat();
            known = Some(header.clone());
        }
        Event::Problem(problem) => told.problems.push(problem.clone()),
        Event::Row(row) => {
            let header = known.as_ref().unwrap();
            match row.class {
                RowClass::Valid | RowClass::Doubtful => {
                    row.write_cleaned(&mut told.fixed);
                    told.fixed.push(b'\n');
                }
                _ => {
                    row.write_rejected(header, &mut told.rejects);
                    told.rejects.push(b'\n');
                }
            }
            told.classes.push(row.class);
            told.rows.push(row.raw.to_vec());
        }
        _ => unreachable!(),
    };
    let mut check = LeadCheck::new(options);
    let (mut rest, mut sizes) = (csv, sizes.into_iter().chain(std::iter::repeat(csv.len().max(1))));
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(sizes.next().unwrap().clamp(1, rest.len()));
        if !check.push(chunk, &mut each) {
            break;
        }
        rest = after;
    }
    let summary = check.finish(&mut each);
    told.summary = summary;
    told
}

fn rules(csv: impl AsRef<[u8]>) -> Vec<(&'static str, u64, Option<u64>)> {
    let problem = |problem: &Problem| (problem.rule, problem.line, problem.column);
    leads::check(csv).problems.iter().map(problem).collect()
}

/// Generates cells, most of which could be in a list.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,6}(\\.[a-z]{1,3})?@[a-c]\\.(com|de)",
        1 => "[ ]?[A-C]{1,2}@[a-c]\\.(com|test)[ ]?",
        1 => "[a-c]\\.\\.[a-c]@b\\.jp|[a-z]{0,3}@|#N/A|-|=1\\+1|\\+49 30 123456",
        2 => "[A-Za-zäß ]{0,6}",
        1 => "[a-b,;\"\\n ]{0,8}",
        1 => "\u{200b}|\0|\u{fffd}|Ã¼|Ada <a@b\\.co>",
    ]
}

/// Generates a list with line feeds: its cells are mostly quoted where they must be.
fn list() -> impl Strategy<Value = String> {
    let quoted = (cell(), 0..12_u8).prop_map(|(cell, luck)| {
        let is_special = cell.contains([',', '"', '\n']);
        match luck {
            0 => cell,
            1..3 => format!("\"{}\"", cell.replace('"', "\"\"")),
            _ if is_special => format!("\"{}\"", cell.replace('"', "\"\"")),
            _ => cell,
        }
    });
    let quoted = quoted.boxed();
    let row = prop_oneof![
        12 => prop::collection::vec(quoted.clone(), 3),
        1 => prop::collection::vec(quoted, 0..5),
    ];
    let rows = prop::collection::vec(row.prop_map(|cells| cells.join(",")), 0..12);
    ("(\u{feff}|sep=,\\n|\\n)?", rows, "\\n?")
        .prop_map(|(before, rows, end)| format!("{before}name,E-Mail,notes\n{}{end}", rows.join("\n")))
}

#[test]
fn a_leftover_begins_a_line_after_any_line_end() {
    for end in ["\n", "\r\n", "\r"] {
        let csv = ["email,notes", "a@a.com,\"", "#N/A, a\"", ""].join(end);
        assert_eq!(rules(csv), [("leftover-value", 2, Some(2))], "{end:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn chunks_of_any_size_tell_the_same(csv in list(), sizes in prop::collection::vec(1..20_usize, 0..40)) {
        let csv = csv.as_bytes();
        let whole = told(csv, []);
        prop_assert_eq!(&told(csv, sizes), &whole);
        prop_assert_eq!(&told(csv, std::iter::repeat_n(1, csv.len())), &whole);
    }

    #[test]
    fn line_ends_do_not_matter(csv in list()) {
        let plain = told(csv.as_bytes(), []);
        for end in ["\r\n", "\r"] {
            let other = told(csv.replace('\n', end).as_bytes(), []);
            prop_assert_eq!(&other.summary, &plain.summary);
            prop_assert_eq!(&other.problems, &plain.problems);
            prop_assert_eq!(&other.classes, &plain.classes);
        }
    }

    #[test]
    fn rows_are_those_of_the_csv_crate(csv in list()) {
        let told = told(csv.as_bytes(), []);
        prop_assume!(told.summary.is_complete);
        let text = csv.strip_prefix('\u{feff}').unwrap_or(&csv);
        let text = text.strip_prefix("sep=,\n").unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(true).from_reader(text.as_bytes());
        let records: Vec<csv::ByteRecord> = reader.byte_records().map(Result::unwrap).collect();
        let is_blank = |record: &&csv::ByteRecord| record.iter().all(|cell| cell.trim_ascii().is_empty());
        let kept: Vec<&csv::ByteRecord> = records.iter().filter(|record| !is_blank(record)).collect();
        prop_assert_eq!(kept.len() as u64, told.summary.rows);
        prop_assert_eq!((records.len() - kept.len()) as u64, told.summary.blank);
        // Each row as written is that record by itself.
        for (record, raw) in kept.iter().zip(&told.rows) {
            let mut alone = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(&raw[..]);
            prop_assert_eq!(&alone.byte_records().next().unwrap().unwrap(), *record);
        }
    }

    #[test]
    fn each_row_is_in_one_class_and_one_copy(csv in list()) {
        let told = told(csv.as_bytes(), []);
        prop_assume!(told.summary.is_complete);
        let Summary { rows, valid, doubtful, invalid, duplicates, .. } = told.summary;
        prop_assert_eq!(valid + doubtful + invalid + duplicates, rows);
        prop_assert_eq!(told.classes.len() as u64, rows);
        prop_assert_eq!(told.summary.invalid_by_rule.values().sum::<u64>(), invalid);
        prop_assert_eq!(cells(&told.fixed).len() as u64, valid + doubtful);
        prop_assert_eq!(cells(&told.rejects).len() as u64, invalid + duplicates);
    }

    #[test]
    fn a_cleaned_copy_is_clean_and_complete(csv in list()) {
        let first = told(csv.as_bytes(), []);
        prop_assume!(first.summary.is_complete);
        let again = told(&first.fixed, []);
        let Summary { valid, doubtful, invalid, duplicates, .. } = again.summary;
        prop_assert_eq!((invalid, duplicates), (0, 0), "{}", String::from_utf8_lossy(&first.fixed));
        prop_assert_eq!((valid, doubtful), (first.summary.valid, first.summary.doubtful));
        // Only addresses differ.
        let is_kept = |class: &&RowClass| matches!(class, RowClass::Valid | RowClass::Doubtful);
        let kept = first.classes.iter().zip(&first.rows).filter(|(class, _)| is_kept(class));
        for ((_, raw), fixed) in kept.zip(cells(&first.fixed)) {
            let raw = cells(&[b"a,b,c\n", &raw[..]].concat()).remove(0);
            prop_assert_eq!((&raw[0], &raw[2]), (&fixed[0], &fixed[2]));
        }
        prop_assert_eq!(told(&again.fixed, []).fixed, again.fixed);
    }
}

/// Returns the cells of a list without its header.
fn cells(csv: &[u8]) -> Vec<csv::ByteRecord> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv);
    reader.byte_records().map(Result::unwrap).collect()
}

#[test]
fn what_cannot_be_checked_is_told_with_its_place() {
    let stop = |csv: &[u8]| {
        let report = leads::check(csv);
        let last = report.problems.last().cloned().unwrap();
        assert_eq!((last.effect, report.summary.is_complete), (Effect::Stops, false));
        (last.rule, last.line, last.column)
    };
    assert_eq!(stop(b""), ("lead-file-empty", 1, None));
    assert_eq!(stop(b"\xEF\xBB\xBF\r\n \n"), ("lead-file-empty", 1, None));
    assert_eq!(stop(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), ("lead-file-format", 1, None));
    assert_eq!(stop(b"PK\x03\x04fake"), ("lead-file-format", 1, None));
    assert_eq!(stop(b"\n\nname,city\nAda,London\n"), ("lead-email-column", 3, None));
    assert_eq!(stop(b"home mail,work mail\na@b.co,c@d.co\n"), ("lead-email-column", 1, None));
    assert_eq!(stop(b"ada@example.com\nbob@example.com\n"), ("lead-header-missing", 1, None));
    assert_eq!(stop(b"email,a\na@b.co,x\nc@d.co,\"x\ny,\"\"\n"), ("lead-quote-unclosed", 3, Some(2)));
    assert_eq!(stop(b"email,a\n\"a\nb\",\"c"), ("lead-quote-unclosed", 3, Some(2)));
    assert_eq!(stop(b"\"email\nx"), ("lead-quote-unclosed", 1, Some(1)));
}

#[test]
fn a_header_below_other_rows_is_found() {
    let stop = |csv: &str| {
        let told = told(csv.as_bytes(), []);
        assert_eq!(told_with(LeadOptions::default(), csv.as_bytes(), [1, 2, 3].repeat(csv.len())), told);
        let last = told.problems.last().cloned().unwrap();
        (last.rule, last.line, last.message.into_owned())
    };
    for above in [
        "Leads\n\n",
        "Contact,,Company\n",
        "Notes:\n\"You may see no e-mail address of some people, since they do not share it.\"\n",
    ] {
        let line = above.matches('\n').count() + 1;
        let (rule, at, message) = stop(&format!("{above}name,E-Mail\nAda,a@b.co\n"));
        assert_eq!((rule, at), ("lead-header-missing", 1));
        assert!(message.contains(&format!("in line {line}:")), "{message}");
    }
    // What is found later, or is wrong later, does not matter.
    for rest in [
        "x\n".repeat(21) + "email\n",
        "\"x".to_owned(),
        String::new(),
        "\"".to_owned() + &"x".repeat(2_000_000),
    ] {
        let (rule, at, _) = stop(&format!("Leads\n{rest}"));
        assert_eq!((rule, at), ("lead-email-column", 1));
    }
}

#[test]
fn rules_are_allowed_and_denied() {
    let csv = b"email,x\na@b.co,=1\na@b.co,\nb,\n";
    let with = |allow: &[&str], deny: &[&str]| {
        let mut options = LeadOptions::default();
        options.allow = allow.iter().map(|id| (*id).to_owned()).collect();
        options.deny = deny.iter().map(|id| (*id).to_owned()).collect();
        told_with(options, csv, [])
    };
    let all = with(&[], &[]);
    let allowed = with(&["lead-formula", "lead-duplicate", "lead-address"], &[]);
    let rules: Vec<_> = allowed.problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, ["lead-address"]);
    assert_eq!((&allowed.classes, &allowed.rejects), (&all.classes, &all.rejects));
    let denied = with(&[], &["lead-duplicate", "lead-address"]);
    let effects: Vec<_> = denied.problems.iter().map(|problem| problem.effect).collect();
    assert_eq!(effects, [Effect::Advice, Effect::Denied, Effect::Invalid]);
    assert!(denied.summary.is_denied && !denied.summary.is_accepted() && !all.summary.is_denied);
    assert_eq!((&denied.classes, &denied.fixed), (&all.classes, &all.fixed));
}

#[test]
fn a_header_alone_is_no_error() {
    for csv in ["email", "email\n", "email,name\r\n", "\u{feff}email\r"] {
        let report = leads::check(csv);
        assert!(report.summary.is_accepted() && report.problems.is_empty(), "{csv:?} {report:?}");
    }
}

#[test]
fn one_column_is_enough() {
    assert_eq!(rules("email\na@b.co\n\nb@b.co\n"), []);
    assert_eq!(rules("email\na@b.co\nb\n"), [("lead-address", 3, Some(1))]);
}

#[test]
fn a_gigabyte_on_one_line_is_not_held() {
    let chunk = vec![b'a'; 1 << 16];
    for (start, rule) in [
        (&b"email\n"[..], "lead-row-length"),
        (b"email\n\"", "lead-quote-unclosed"),
        (b"", "lead-row-length"),
    ] {
        let mut problems = Vec::new();
        let mut each = |event: Event<'_>| {
            if let Event::Problem(problem) = event {
                problems.push(problem.clone());
            }
        };
        let mut check = LeadCheck::new(LeadOptions::default());
        check.push(start, &mut each);
        let read = (0..1 << 14).take_while(|_| check.push(&chunk, &mut each)).count();
        assert!(read < 32 && !check.finish(&mut each).is_complete, "{read}");
        assert_eq!(problems.iter().map(|problem| problem.rule).collect::<Vec<_>>(), [rule]);
    }
}

#[test]
fn a_long_row_tells_the_same_in_all_chunks() {
    for (length, ends) in [(999_000, true), (999_999, false), (1_000_001, false)] {
        for quote in ["", "\""] {
            let csv = format!("email,notes\na@b.co,{quote}{}{quote}\nb@b.co,x\n", "x".repeat(length));
            let whole = told(csv.as_bytes(), []);
            assert_eq!(whole.summary.is_complete, ends, "{length}");
            for size in [1_000, 65_536, 1_000_003] {
                assert_eq!(told(csv.as_bytes(), std::iter::repeat_n(size, 2_000)), whole);
            }
        }
    }
}

#[test]
fn limits_are_those_of_an_upload() {
    let rows = |count: u64| (0..count).map(|i| format!("a{i}@b.co\n")).collect::<String>();
    let at = leads::check(format!("email\n{}", rows(MAX_LEADS)));
    assert!(at.summary.is_accepted() && at.problems.is_empty());
    let above = leads::check(format!("email\n{}", rows(MAX_LEADS + 2)));
    let [problem] = &above.problems[..] else { panic!("{:?}", above.problems) };
    assert_eq!((problem.rule, problem.row, problem.line), ("lead-count", Some(10_001), 10_002));
    assert!(!above.summary.is_accepted() && above.summary.valid == MAX_LEADS + 2);

    let row = |notes: usize| format!("a@b.co,{}\n", "x".repeat(notes));
    let mut long = b"email,notes\n".to_vec();
    while long.len() < MAX_BYTES as usize - 900_000 {
        long.extend(row(890_000).as_bytes());
    }
    let rest = MAX_BYTES as usize - long.len();
    let exact = [&long[..], row(rest - "a@b.co,\n".len()).as_bytes()].concat();
    assert!(!leads::check(&exact).summary.is_rejected);
    let above = [&exact[..], b"\n"].concat();
    assert!(leads::check(&above).summary.rules.contains_key("lead-file-size"));
}

#[test]
fn mappings_are_checked_against_the_header() {
    let check = |pairs: &[(&str, &str)]| {
        let mut options = LeadOptions::default();
        options.mapping = Some(pairs.iter().copied().collect::<LeadMapping>());
        let told = told_with(options, b"Mail,Vorname\na@b.co,Ada\n", []);
        let problems = told.problems.iter().map(|problem| (problem.rule, problem.column));
        (problems.collect::<Vec<_>>(), told.summary.valid)
    };
    assert_eq!(check(&[("email", "Mail"), ("first_name", "Vorname")]), (vec![], 1));
    assert_eq!(check(&[("email", "mail")]), (vec![("upload-mapping", Some(1))], 1));
    assert_eq!(check(&[("email", "Mail"), ("company", "Firma")]), (vec![("upload-mapping", None)], 1));
    assert_eq!(check(&[("Mail", "email")]), (vec![("upload-mapping", None), ("lead-email-column", None)], 0));
}

#[test]
fn the_campaigns_variables_need_columns_and_cells() {
    let mut options = LeadOptions::default();
    options.variables.add("Hi {{first_name}}, {{company|your company}} in {{city}} and {{custom_size}}");
    let told = told_with(options, b"email,First Name,Size\na@b.co,,3\nb@b.co,Bob,\n", []);
    let problems: Vec<_> =
        told.problems.iter().map(|problem| (problem.rule, problem.row, problem.column)).collect();
    assert_eq!(
        problems,
        [
            ("lead-variable-column", None, None),
            ("lead-variable-empty", Some(1), Some(2)),
            ("lead-variable-empty", Some(2), Some(3)),
        ]
    );
    assert!(told.summary.is_accepted());
    assert_eq!(Variables::default().names(), [""; 0]);
}

/// What people's files are like: for each kind, some variants, and what is told.
#[test]
fn the_kinds_of_files_that_people_have() {
    let windows: fn(&str) -> Vec<u8> =
        |text| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let is = |csv: &[u8], expected: &[&str], valid: u64| {
        let report = leads::check(csv);
        let mut rules: Vec<_> = report.problems.iter().map(|problem| problem.rule).collect();
        rules.dedup();
        assert_eq!((&rules[..], report.summary.valid), (expected, valid), "{}", csv.escape_ascii());
    };
    // Nothing to say.
    for csv in [
        "email\na@b.co\n",
        "Email,First Name\r\na@b.co,Ada\r\n",
        "first_name,email\rAda,a@b.co\r",
        "\u{feff}email,x\na@b.co,\n",
        "email,x\na@b.co,\"\"\n",
        "\"email\",\"x\"\n\"a@b.co\",\"y\"\n",
        "EMAIL ADDRESS,phone\na@b.co,+49 (30) 123-456\n",
        "email,name\na@bücher.example,Zoë\n",
        "email,x\n\n\na@b.co,1\n\n",
        "email,notes\na@b.co,\"one\r\ntwo, three\"\r\n",
    ] {
        is(csv.as_bytes(), &[], 1);
    }
    // Separators, and the line that Excel reads them from.
    for csv in
        ["email;x\na@b.co;1\n", "x\tE-Mail\n1\ta@b.co\n", "email|x\na@b.co|1\n", "\"a,b\";email\n1;a@b.co\n"]
    {
        is(csv.as_bytes(), &["lead-separator"], 1);
    }
    is(b"sep=;\r\nemail;x\r\na@b.co;1,5\r\n", &["lead-separator-line", "lead-separator"], 1);
    is(b"\"sep=,\"\nemail,x\na@b.co,1\n", &["lead-separator-line"], 1);
    // Other encodings.
    for text in [
        "email,n\na@b.co,Zo\u{EB}\n",
        "email,n\na@b.co,M\u{FC}ller\n",
        "email,n\na@b.co,\u{80}5\n",
        "email,n\na@b.co,\u{C3}\n",
    ] {
        is(&windows(text), &["lead-encoding"], 0);
    }
    // A byte that the next cell would complete is still wrong.
    is(b"email,n,m\na@b.co,\xC3,\xBC\n", &["lead-encoding"], 0);
    is(&windows("email,Stra\u{DF}e\na@b.co,x\n"), &["lead-header-encoding"], 1);
    is(
        &"email\na@b.co\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
        &["lead-file-format"],
        0,
    );
    is(
        &"email\na@b.co\n".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>(),
        &["lead-file-format"],
        0,
    );
    is(b"email,n\na@b.co,\0\n", &["lead-nul"], 0);
    for other in [
        "[\n  {\"email\": \"a@b.co\"}\n]",
        "<table><tr><td>email</td></tr></table>",
        "BEGIN:VCARD\nEMAIL:a@b.co\n",
    ] {
        is(other.as_bytes(), &["lead-file-format"], 0);
    }
    // Headers.
    for csv in ["email,x,x\na@b.co,1,2\n", "email,Name, Name\na@b.co,1,2\n"] {
        let expected = if csv.contains(", ") {
            &["lead-header-name", "lead-header-repeated"][..]
        } else {
            &["lead-header-repeated"]
        };
        is(csv.as_bytes(), expected, 1);
    }
    for csv in [
        "email\u{200b}\na@b.co\n",
        "\u{a0}email\na@b.co\n",
        "email,\na@b.co,1\n",
        "email ,x\na@b.co,1\n",
        "email,a\u{2060}b\na@b.co,1\n",
    ] {
        is(csv.as_bytes(), &["lead-header-name"], 1);
    }
    // Rows.
    for row in ["a@b.co", "a@b.co,1,2", "a@b.co,1,", "a@b.co,Ledger, Line"] {
        is(format!("email,x\n{row}\n").as_bytes(), &["lead-row-cells"], 0);
    }
    is(b"email,x\n,\n \t,\n\"\",\"\"\na@b.co,1\n", &["lead-row-blank"], 1);
    is(b"email,x\na@b.co,\"y\nb@b.co,\"z\"\n", &["lead-row-quote"], 0);
    is(b"email,x\na@b.co,\"y\" z\n", &[], 1);
    is(b"email,x\na@b.co,y\"z\n", &[], 1);
    // Addresses.
    for cell in [
        "a.b.co",
        "@b.co",
        "a@",
        "a@b@c.co",
        "a b@c.co",
        "mailto:a@b.co",
        "a@b.co\u{200b}",
        "a@b..co",
        "<a@b.co",
    ] {
        is(format!("email\n{cell}\n").as_bytes(), &["lead-address"], 0);
    }
    for cell in ["a@b.co;b@b.co", "\"a@b.co, b@b.co\"", "a@b.co b@b.co", "a@b.co / b@b.co"] {
        is(format!("email\n{cell}\n").as_bytes(), &["lead-addresses"], 0);
    }
    for cell in ["a..b@docomo.ne.jp", "a.@docomo.ne.jp", ".a@b.co", "a@localhost", "a@b.test"] {
        is(format!("email\n{cell}\n").as_bytes(), &["lead-address-doubtful"], 0);
    }
    for cell in [" a@b.co", "a@b.co ", "Ada <a@b.co>", "\"a@b.co\n\"", "\u{a0}a@b.co"] {
        is(format!("email\n{cell}\n").as_bytes(), &["lead-address-form"], 1);
    }
    for cell in ["#N/A", "#BEZUG!", "#NV", "undefined", "null", "{{email}}", "N/A", "-"] {
        is(format!("email\n{cell}\n").as_bytes(), &["leftover-value"], 0);
    }
    is(b"email,x\n,1\n  ,2\n", &["lead-address-missing"], 0);
    is(b"Email,x\nemail,1\n", &["column-name-as-value"], 0);
    is(b"email\nInfo@b.co\nsales+x@b.co\n", &["role-address"], 2);
    is(b"email\na@b.co\nA@B.co\n\"Ada <a@b.co>\"\n", &["lead-duplicate"], 1);
    is(b"email\na..b@b.co\nA..B@b.co\n", &["lead-address-doubtful", "lead-duplicate"], 0);
    // What spreadsheets do to cells.
    for cell in ["-1", "-0.127", "+1,5"] {
        let cell = format!("\"{cell}\"");
        is(format!("email,x\na@b.co,{cell}\n").as_bytes(), &[], 1);
    }
    for cell in ["=cmd|calc", "@SUM(A1)", "+1+1", "-1+1"] {
        is(format!("email,x\na@b.co,{cell}\n").as_bytes(), &["lead-formula"], 1);
    }
    for cell in ["4.91512E+11", "\"1,2E+11\"", "1E+15"] {
        is(format!("email,x\na@b.co,{cell}\n").as_bytes(), &["lead-number"], 1);
    }
    for cell in ["MÃ¼ller", "Donâ€™t", "M\u{fffd}ller", "CafÃ©"] {
        is(format!("email,x\na@b.co,{cell}\n").as_bytes(), &["lead-mojibake"], 1);
    }
}

#[test]
fn nothing_private_is_shown() {
    let mut shown = String::new();
    let csv = "email,api_key\nhunter2@,cs_live_hunter2\nhunter2 hunter2@b.co,=hunter2\nhunter2@b.co,hunter2\nhunter2@b.co,\"\n";
    let mut check = LeadCheck::new(LeadOptions::default());
    check.push(csv.as_bytes(), &mut |event| shown += &format!("{event:?}"));
    shown += &format!("{check:?}");
    let summary = check.finish(&mut |event| shown += &format!("{event:?}"));
    shown += &format!("{summary:?}");
    assert!(!shown.contains("hunter2"), "{shown}");
}
