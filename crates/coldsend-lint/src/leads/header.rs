//! The header: the names of the columns, and the fields of leads that they become.
use super::address::is_html_address;
use super::mapping::LeadMapping;
use super::places::Places;
use super::record::RawRecord;
use super::rule::{self, LeadRule};
use super::sniff::DELIMITERS;
use super::variables::bare;
use crate::advice::lead::COLUMNS;
use crate::malformed::invisible;
use crate::requests::AddLead;
use std::borrow::Cow;

const EMAIL: &str = "email";

/// More names of columns than those in [`COLUMNS`], in lowercase and without separators.
const MORE_NAMES: [(&str, &[&str]); 4] = [
    (
        EMAIL,
        &[
            "emailaddress",
            "mail",
            "mailaddress",
            "emailadresse",
            "mailadresse",
            "eposta",
            "epost",
            "courriel",
            "correo",
            "correoelectronico",
            "adresseemail",
            "workemail",
            "businessemail",
            "emailwork",
            "emails",
            "primaryemail",
            "contactemail",
            "email1",
            "email1value",
            "indirizzoemail",
            "電子メール",
            "メールアドレス",
        ],
    ),
    (
        "first_name",
        &[
            "first",
            "givenname",
            "forename",
            "vorname",
            "prenom",
            "prénom",
            "nombre",
            "nome",
            "voornaam",
            "名",
        ],
    ),
    (
        "last_name",
        &[
            "last",
            "familyname",
            "nachname",
            "familienname",
            "nomdefamille",
            "apellido",
            "apellidos",
            "cognome",
            "achternaam",
            "姓",
        ],
    ),
    (
        "company",
        &[
            "organization",
            "organisation",
            "organizationname",
            "accountname",
            "associatedcompany",
            "会社名",
            "employer",
            "firma",
            "unternehmen",
            "entreprise",
            "société",
            "empresa",
            "azienda",
            "bedrijf",
        ],
    ),
];

/// The header of a list of leads.
#[derive(Clone, Debug)]
pub struct Header {
    names: Vec<String>,
    fields: Vec<Option<String>>,
    /// The columns by the plain name of the field that they become.
    by_field: Places,
    pub(super) email: usize,
    is_guessed: bool,
    raw: Vec<u8>,
    delimiter: u8,
    line_end: &'static str,
}

/// Something about the header: the rule, the column, and what varies in its message.
pub(super) struct HeaderRemark {
    pub(super) rule: &'static LeadRule,
    pub(super) column: Option<usize>,
    pub(super) parts: Vec<String>,
}

impl HeaderRemark {
    fn new(rule: &'static LeadRule, column: Option<usize>, parts: Vec<String>) -> Self {
        HeaderRemark { rule, column, parts }
    }
}

impl Header {
    /// Returns the names of the columns. Bytes that are not UTF-8 are replaced.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Returns the header as written, without a byte order mark and the line end.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Appends the header of the rows that are not uploaded: as written, and the column `reason`.
    pub fn write_rejected(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.raw);
        out.push(self.delimiter);
        out.extend_from_slice(b"reason");
    }

    /// Returns the separator.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// Returns the line end of the file: a line feed, with a carriage return before it if the header has one.
    pub fn line_end(&self) -> &'static str {
        self.line_end
    }

    /// Returns the names of the columns, each with the field of leads that it becomes, unless it is a custom field.
    pub fn columns(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.names.iter().map(String::as_str).zip(self.fields.iter().map(Option::as_deref))
    }

    /// Returns each field of leads that a column becomes, with the name of the column.
    pub fn mapping(&self) -> impl Iterator<Item = (&str, &str)> {
        self.columns().filter_map(|(name, field)| Some((field?, name)))
    }

    /// Returns whether a mapping must go with the upload, because columns are named in another way than the fields.
    pub fn needs_mapping(&self) -> bool {
        self.is_guessed && self.mapping().any(|(field, name)| field != name)
    }

    /// Returns the column of a variable, with or without the prefix of custom fields.
    pub(super) fn column_of(&self, variable: &str) -> Option<usize> {
        let found = self.by_field.get(&plain(bare(variable)));
        let title = || self.became().position(|name| name == "title");
        let title = (variable == "job_title").then(title).flatten();
        found.into_iter().chain(title).min()
    }

    /// Returns the fields that the columns become.
    fn became(&self) -> impl Iterator<Item = &str> {
        self.columns().map(|(name, field)| field.unwrap_or(name))
    }

    /// Says which columns may have the addresses.
    fn candidates(&self) -> String {
        let is_like = |name: &&String| may_be_email(&plain(name));
        let names: Vec<String> = self.names.iter().filter(is_like).map(|name| code(name)).collect();
        match names.len() {
            0 | 1 => "no column is named `email` or has a similar name".to_owned(),
            _ => ["several columns may have the addresses (", &names.join(", "), ")"].concat(),
        }
    }

    /// Reads a header. `Err` is the reason why the file cannot be checked.
    pub(super) fn read(
        record: RawRecord<'_>,
        mapping: Option<&LeadMapping>,
        line_end: &'static str,
        remarks: &mut Vec<HeaderRemark>,
    ) -> Result<Header, HeaderRemark> {
        let names: Vec<String> =
            record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let mut header = Header {
            fields: vec![None; names.len()],
            by_field: Places::default(),
            names,
            email: 0,
            is_guessed: mapping.is_none(),
            raw: record.raw.to_owned(),
            delimiter: record.delimiter,
            line_end,
        };
        let email = match mapping {
            Some(mapping) => header.apply(mapping, remarks),
            None => header.guess(),
        };
        match email {
            Some(email) => header.email = email,
            None if record.iter().any(|cell| is_html_address(cell.trim_ascii())) => {
                let what = "has an address, so it is not a header: add a row with the names of the columns";
                return Err(HeaderRemark::new(&rule::HEADER_MISSING, None, vec![what.to_owned()]));
            }
            None => return Err(HeaderRemark::new(&rule::EMAIL_COLUMN, None, vec![header.candidates()])),
        }
        header.by_field = Places::of(header.became().map(|name| plain(bare(name))));
        header.remark_on_names(remarks);
        Ok(header)
    }

    /// Guesses the columns of the standard fields. Returns the one with addresses.
    fn guess(&mut self) -> Option<usize> {
        let plain: Vec<String> = self.names.iter().map(|name| plain(name)).collect();
        let standard = AddLead::SHAPE.fields.iter().map(|field| field.name);
        for field in standard.filter(|field| MORE_NAMES.iter().any(|(known, _)| known == field)) {
            if let Some(column) = column_named(field, &plain) {
                self.set(column, field);
            }
        }
        let email = self.field(EMAIL).or_else(|| {
            let like = |is_like: fn(&str) -> bool| {
                let is_it = |column: &usize| plain.get(*column).is_some_and(|name| is_like(name));
                let mut columns = (0..plain.len()).filter(is_it);
                columns.next().filter(|_| columns.next().is_none())
            };
            like(|name| may_be_email(name) && name.ends_with("mail")).or_else(|| like(may_be_email))
        })?;
        self.set(email, EMAIL);
        Some(email)
    }

    fn set(&mut self, column: usize, field: &str) {
        if let Some(slot) = self.fields.get_mut(column) {
            *slot = Some(field.to_owned());
        }
    }

    fn field(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|known| known.as_deref() == Some(field))
    }

    /// Applies a mapping. Returns the column with addresses.
    fn apply(&mut self, mapping: &LeadMapping, remarks: &mut Vec<HeaderRemark>) -> Option<usize> {
        let by_name = Places::of(self.names.iter().cloned());
        let by_plain_name = Places::of(self.names.iter().map(|name| plain(name)));
        for (field, column) in mapping.pairs() {
            let exact = by_name.get(column);
            let found = exact.or_else(|| by_plain_name.get(&plain(column)));
            let what = match (exact, found) {
                (Some(_), _) => None,
                (None, Some(_)) => Some("and the name in the header differs in case, blanks or signs"),
                (None, None) if by_name.get(field).is_some() => {
                    Some("which is the wrong way round: the field of the lead comes first, then the column")
                }
                (None, None) => Some("and no column has this name"),
            };
            if let Some(what) = what {
                let parts = vec![code(column), code(field), what.to_owned()];
                remarks.push(HeaderRemark::new(&rule::MAPPING, found, parts));
            }
            if let Some(found) = found {
                self.set(found, bare(field));
            }
        }
        self.field(EMAIL).or_else(|| {
            let email = self.names.iter().position(|name| plain(name) == EMAIL)?;
            self.set(email, EMAIL);
            Some(email)
        })
    }

    fn remark_on_names(&self, remarks: &mut Vec<HeaderRemark>) {
        let first_columns = Places::of(self.names.iter().map(|name| name.trim().to_owned()));
        for (column, name) in self.names.iter().enumerate() {
            if let Some(what) = oddity(name, self.names.len() == 1) {
                remarks.push(HeaderRemark::new(&rule::HEADER_NAME, Some(column), vec![what.into_owned()]));
            }
            let first = first_columns.get(name.trim()).filter(|first| *first < column && !name.is_empty());
            if let Some(first) = first {
                let parts = vec![(first + 1).to_string()];
                remarks.push(HeaderRemark::new(&rule::HEADER_REPEATED, Some(column), parts));
            }
        }
    }
}

/// Returns the column that has a field: first the one with its name, then one with a similar name.
fn column_named(field: &str, plain_names: &[String]) -> Option<usize> {
    let position = |wanted: &str| plain_names.iter().position(|name| name == wanted);
    let of = |list: &'static [(&str, &'static [&str])]| {
        list.iter().filter(move |(known, _)| *known == field).flat_map(|(_, names)| names.iter().copied())
    };
    position(&plain(field)).or_else(|| of(&COLUMNS).chain(of(&MORE_NAMES)).find_map(position))
}

/// Returns a name in lowercase, with letters and digits only.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns whether a plain name may be that of a column with addresses. A longer text is none.
fn may_be_email(name: &str) -> bool {
    const MAX_NAME: usize = 40;
    name.len() <= MAX_NAME && name.contains("mail")
}

/// Formats a name as code, without what could be mistaken for more than a name.
pub(super) fn code(name: &str) -> String {
    const MAX_SHOWN: usize = 40;
    let shown = crate::redact_credentials(name);
    match shown.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => ["`", &shown[..end], "…`"].concat(),
        None => ["`", &shown, "`"].concat(),
    }
}

/// Says what is unusual about the name of a column.
fn oddity(name: &str, is_only: bool) -> Option<Cow<'static, str>> {
    if name.trim().is_empty() {
        return Some("is empty".into());
    }
    if let Some(character) = name.chars().find_map(invisible) {
        return Some(["has ", &character].concat().into());
    }
    if name != name.trim() {
        return Some("begins or ends with a blank".into());
    }
    if name.contains('@') {
        return Some("has an `@`, so it may be part of a row: each row should have a line of its own".into());
    }
    let has_separator = name.bytes().any(|byte| DELIMITERS.contains(&byte));
    (is_only && has_separator)
        .then_some("has a separator in it: each row is probably quoted as a whole".into())
}

#[cfg(test)]
mod tests {
    use super::super::record::Read;
    use super::*;

    fn header(names: &[&str], mapping: Option<LeadMapping>) -> (Option<Header>, Vec<HeaderRemark>) {
        let text = names.join(",") + "\n";
        let mut records = super::super::record::Records::new(b',', 1);
        let Read::Record(range) = records.read(text.as_bytes(), &mut 0) else { panic!("no record") };
        let record = records.record(range.map(|range| &text.as_bytes()[range]));
        let mut remarks = Vec::new();
        let header = Header::read(record, mapping.as_ref(), "\n", &mut remarks).ok();
        (header, remarks)
    }

    fn mapped(names: &[&str]) -> Vec<(String, String)> {
        let header = header(names, None).0;
        let pair = |(field, name): (&str, &str)| (field.to_owned(), name.to_owned());
        header.iter().flat_map(|header| header.mapping().map(pair).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn columns_are_guessed() {
        for (names, email) in [
            (&["email", "x"][..], "email"),
            (&["x", "E-Mail"], "E-Mail"),
            (&["Mail", "email"], "email"),
            (&["Email Status", "Work Email"], "Work Email"),
            (&["Person Email Address", "Name"], "Person Email Address"),
            (&["\u{a0}eMail\u{200b}"], "\u{a0}eMail\u{200b}"),
            (&["Courriel", "Prénom"], "Courriel"),
        ] {
            let found = mapped(names).into_iter().find(|(field, _)| field == "email");
            assert_eq!(found, Some(("email".to_owned(), email.to_owned())), "{names:?}");
        }
        assert!(mapped(&["name", "city"]).is_empty());
        assert!(mapped(&["home mail", "work mail"]).is_empty());
        let all = mapped(&["Vorname", "Nachname", "Firma", "E-Mail", "Telefon"]);
        let fields: Vec<&str> = all.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["first_name", "last_name", "company", "email"]);
    }

    #[test]
    fn mappings_are_applied() {
        let mapping = |pairs: &[(&str, &str)]| Some(pairs.iter().copied().collect());
        let (known, remarks) =
            header(&["Mail", "City"], mapping(&[("email", "Mail"), ("custom_city", "City")]));
        let known = known.unwrap();
        assert_eq!(
            (known.email, known.column_of("city"), known.column_of("custom_city")),
            (0, Some(1), Some(1))
        );
        assert!(remarks.is_empty() && !known.needs_mapping());
        let (_, remarks) =
            header(&["Mail"], mapping(&[("email", " mail"), ("city", "City"), ("Mail", "email")]));
        let said: Vec<String> = remarks.into_iter().map(|remark| remark.parts.join(" ")).collect();
        assert!(said[0].contains("differs in case"), "{said:?}");
        assert!(said[1].contains("no column"), "{said:?}");
        assert!(said[2].contains("wrong way round"), "{said:?}");
        assert!(header(&["Mail"], mapping(&[("email", "Post")])).0.is_none());
    }
}
