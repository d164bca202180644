//! Requests and answers with a planted secret, in every place from which it could be shown.
use coldsend_lint::{Operation, Payload, shape::FieldType, shape::Shape};

/// The secret.
pub const SECRET: &str = "Hunter2Xq7Lm9Zt4K";

/// Names of secrets, as people spell them.
pub const SPELLINGS: [&str; 60] = [
    "password",
    "smtp_password",
    "smtpPassword",
    "SMTP-Password",
    "smtp_pswd",
    "smtp_pasword",
    "imap_pssword",
    "imap_pass",
    "imap_pwd",
    "passwd",
    "passwort",
    "Kennwort",
    "mot de passe",
    "mot_de_passe",
    "contraseña",
    "contrasena",
    "clave",
    "senha",
    "wachtwoord",
    "lösenord",
    "adgangskode_password",
    "salasana",
    "hasło",
    "heslo",
    "jelszó",
    "parola",
    "пароль",
    "ПАРОЛЬ",
    "パスワード",
    "密码",
    "密碼",
    "口令",
    "비밀번호",
    "passphrase",
    "pass",
    "pw",
    "smtp_pw",
    "PIN",
    "otp",
    "secret",
    "client_secret",
    "clientSecret",
    "geheim",
    "секрет",
    "api_key",
    "api-key",
    "apiKey",
    "apikey",
    "X-API-Key",
    "x_api_key",
    "private_key",
    "access_token",
    "accessToken",
    "token",
    "jeton",
    "Authorization",
    "auth",
    "credentials",
    "Set-Cookie",
    "session_id",
];

/// Keys that are no fields, and do not sound like those of secrets.
pub const FOREIGN: [&str; 6] = ["colour", "zugang", "nmae", "emailContent", "x", "データ"];

/// Texts that contain a known credential; `{}` stands for the secret.
pub const CREDENTIALS: [&str; 19] = [
    "cs_live_{}",
    "Use cs_test_{}, please",
    "Bearer {}",
    "see basic {}.",
    "Authorization: Basic {}",
    "eyJhbGciOiJIUzI1NiJ9.{}.{}",
    "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----{}",
    "https://user:{}@example.com/x",
    "smtp user:{}@example.com",
    "https://example.com/?a=1&api_key={}&b=2",
    "Cookie: session={}; a=b",
    "Set-Cookie: a={}; HttpOnly",
    "{\"smtp_pswd\": \"{}\"}",
    "{\"name\": \"password\", \"value\": \"{}\"}",
    "[\"password\", \"{}\"]",
    "my password: {}",
    "curl -u user:{} https://example.com",
    "<smtp_password>{}</smtp_password>",
];

/// A request for an operation.
#[derive(Debug)]
pub struct Planted {
    /// The body or the query string.
    pub text: String,
    /// Whether the secret is part of a key, so that a location may repeat it.
    pub in_key: bool,
}

fn filled(template: &str) -> String {
    template.replace("{}", SECRET)
}

/// Returns requests with the secret for an operation.
pub fn planted(operation: Operation) -> Vec<Planted> {
    let shape = match operation.payload() {
        Payload::Body(shape) => shape,
        Payload::Query(shape) => return queries(shape),
        _ => return Vec::new(),
    };
    let value = |text| Planted { text, in_key: false };
    let mut all: Vec<Planted> = Vec::new();
    for name in SPELLINGS {
        all.push(value(object(shape, &|_| None, Some((name, true)))));
        all.push(value(format!("[[{0}, {1}], [\"x\", [{1}]]]", json(name), json(SECRET))));
    }
    for name in FOREIGN {
        all.push(value(object(shape, &|_| None, Some((name, false)))));
    }
    for template in CREDENTIALS {
        let text = json(&filled(template));
        all.push(value(object(shape, &|_| Some(text.clone()), None)));
        all.push(value(object(shape, &|_| Some(format!("[{text}, \"token\", {}]", json(SECRET))), None)));
    }
    for template in ["cs_live_{}", "cs_live_{}_name", "https://user:{}@example.com/", "password={}"] {
        all.push(Planted { text: object(shape, &|_| None, Some((&filled(template), false))), in_key: true });
    }
    let whole = object(shape, &|_| Some(json(SECRET)), Some(("smtp_password", true)));
    for text in [
        whole.replace('}', ""),
        whole.replace(':', " "),
        whole.replace('"', "'"),
        whole.replace("\": ", "\": \\"),
        format!("{whole} {SECRET}"),
        format!("\"{SECRET}"),
        SECRET.to_owned(),
        json(&whole),
    ] {
        all.push(value(text));
    }
    // Without fields, there is nothing to plant it in.
    all.retain(|request| request.text.contains(SECRET));
    all
}

/// Returns an object of this shape. Its fields have the given value; each object and each map in it has an unknown
/// key. In a map, only the values of names that sound secret are secret.
fn object(shape: &Shape, text: &dyn Fn(&str) -> Option<String>, key: Option<(&str, bool)>) -> String {
    let mut members = Vec::new();
    for (place, field) in shape.fields.iter().enumerate() {
        match (&field.field_type, field.field_type.object()) {
            (FieldType::List { .. }, Some(inner)) => {
                members.push(format!("{}: [{}]", json(field.name), object(inner, text, key)));
            }
            (_, Some(inner)) => members.push(format!("{}: {}", json(field.name), object(inner, text, key))),
            (FieldType::Map(_), None) => members.extend(map(field.name, text, key)),
            _ if text(field.name).is_some() => {
                members.push(format!("{}: {}", json(field.name), text(field.name).unwrap_or_default()));
            }
            // Something is wrong, and something is converted.
            _ if place == 0 => members.push(format!("{}: 7", json(field.name))),
            _ if place == 1 => members.push(format!("{}: {{}}", json(field.name))),
            _ => {}
        }
    }
    if let Some((key, _)) = key {
        let (key, secret) = (json(key), json(SECRET));
        // A key that contains the secret needs no secret value, but gets one, too.
        members.push(format!("{key}: {secret}, {key}: [{{\"a\": {secret}}}], {key}: {{\"b\": [{secret}]}}"));
        members.push(format!("{key}: {secret}"));
    }
    format!("{{{}}}", members.join(", "))
}

fn map(name: &str, text: &dyn Fn(&str) -> Option<String>, key: Option<(&str, bool)>) -> Option<String> {
    let name = json(name);
    match key {
        Some((key, true)) => {
            Some(format!("{name}: {{{0}: {1}, \"a\": null, {0}: [{1}]}}", json(key), json(SECRET)))
        }
        Some((key, false)) if key.contains(SECRET) => Some(format!("{name}: {{{}: null}}", json(key))),
        Some(_) => None,
        None => text("").map(|text| format!("{name}: {{\"a\": {text}}}")),
    }
}

fn queries(shape: &Shape) -> Vec<Planted> {
    let wrong: Vec<String> = shape.fields.iter().map(|field| format!("{}=%00", field.name)).collect();
    let wrong = wrong.join("&");
    let query = |text| Planted { text, in_key: false };
    let mut all = Vec::new();
    for name in SPELLINGS.iter().chain(&FOREIGN) {
        all.push(query(format!("{}={SECRET}&{wrong}&{name}=a+{SECRET}", encoded(name))));
    }
    for template in CREDENTIALS {
        let value = encoded(&filled(template));
        let known: Vec<String> = shape.fields.iter().map(|field| format!("{}={value}", field.name)).collect();
        all.push(query(format!("?{}&{wrong}", known.join("&"))));
    }
    let key = encoded(&filled("cs_live_{}"));
    all.push(Planted { text: format!("{key}&{wrong}&{key}=1"), in_key: true });
    all
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>().replace(&hex(SECRET), SECRET)
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Returns answers that repeat the secret.
pub fn planted_answers() -> Vec<String> {
    let mut all = Vec::new();
    let secret = json(SECRET);
    for name in SPELLINGS {
        let key = json(name);
        all.push(format!(r#"{{"detail":[{{"loc":["body",{key}],"msg":"str type expected","type":"type_error.str","input":{secret}}}]}}"#));
        all.push(format!(r#"{{"detail":[{{"loc":["body",{key}],"msg":{secret},"type":"value_error"}}]}}"#));
        all.push(format!(r#"{{"detail":{{"errors":[],"body":{{"name":"x",{key}:{secret}}}}}}}"#));
        all.push(format!(r#"{{"errors":[{{"field":{key},"rejectedValue":{secret}}}],"headers":[{{"name":{key},"value":{secret}}}]}}"#));
        all.push(format!(r#"{{"detail":[{key},{secret}]}}"#));
        all.push(format!(r#"{{"message":{}}}"#, json(&format!("bad {key}: {secret}"))));
        all.push(format!(r#"{{"errors":{{{key}:{secret}}},"code":{}}}"#, json(&format!("{name}={SECRET}"))));
        all.push(format!(r#"{{"errors":[{{"field":{key},"message":{secret}}}]}}"#));
        all.push(format!(r#"{{"detail":{{"message":{}}}}}"#, json(&format!("bad {key}: {secret}"))));
        all.push(format!(r#"{{"detail":"no","title":{}}}"#, json(&format!("bad {key}: {secret}"))));
        all.push(format!("bad {name}: {SECRET}"));
        all.push(format!("<p>{name} = {SECRET}</p>"));
    }
    for template in CREDENTIALS {
        let text = filled(template);
        all.push(text.clone());
        all.push(format!(r#"{{"detail":{}}}"#, json(&text)));
        all.push(format!(r#"{{"detail":[{{"loc":["body","name"],"msg":{},"type":"x"}}]}}"#, json(&text)));
        all.push(format!(r#"{{"error":{{"x":[{}]}}}}"#, json(&text)));
        all.push(format!(r#"{{"detail":"no","required":[{0}],"granted":[{0}],"code":{0}}}"#, json(&text)));
        all.push(format!(r#"{{"is_launch_ready":false,"missing_requirements":[{}]}}"#, json(&text)));
        all.push(format!(r#"{{"errors":[{{"field":{0},"message":{0},"code":{0}}}]}}"#, json(&text)));
    }
    all
}

fn json(text: &str) -> String {
    let mut out = String::new();
    coldsend_lint::quote(text, &mut out);
    out
}

/// Further texts that contain a credential, as servers, clients and logs write them.
const SERVER_TEXTS: [&str; 40] = [
    "smtp_password={}",
    "smtp_password%3D{}",
    "a=b&imap_password={}&c=d",
    "a=b&amp;imap_password={}&amp;c=d",
    "password&quot;: &quot;{}&quot;",
    "password%22%3A%22{}%22",
    "invalid password '{}' for user jo",
    "the password {} is wrong",
    "Login failed for token \"{}\"",
    "X-API-Key: {}",
    "x-api-key={}",
    "api_key => {}",
    "client_secret:{}",
    "{\"access_token\":\"{}\"}",
    "{'access_token': '{}'}",
    "{\\\"access_token\\\": \\\"{}\\\"}",
    "smtp_password: {}\nsmtp_port: 587",
    "- name: SMTP_PASSWORD\n  value: {}",
    "<imap_password type=\"x\">{}</imap_password>",
    "<item name=\"password\">{}</item>",
    "<password><![CDATA[{}]]></password>",
    "--password {}",
    "--user jo:{}",
    "-u jo:{}",
    "-ujo:{}",
    "curl -H 'X-API-Key: {}' https://x",
    "Proxy-Authorization: Basic {}",
    "authorization: bearer {}",
    "Set-Cookie: sid={}; Path=/",
    "cookie: a=1; sid={}",
    "ftp://jo:{}@host/",
    "redis://:{}@host:6379",
    "postgres://jo:{}@host/db",
    "AUTH PLAIN {}",
    "535 5.7.8 password={} rejected",
    "SMTP_PASSWORD=\"{}\"",
    "export API_TOKEN={}",
    "password：{}",
    "Passwort: {}",
    "пароль: {}",
];

/// Texts in which people and programs repeat a secret of theirs: answers of mail servers, commands, settings, values of
/// many languages, and logs.
const OTHER_TEXTS: [&str; 170] = [
    "smtp_password: {}",
    "smtp_password={}",
    "'smtp_password': '{}'",
    "imapPassword: {}",
    "imapPassword={}",
    "'imapPassword': '{}'",
    "SMTP_PASS: {}",
    "SMTP_PASS={}",
    "'SMTP_PASS': '{}'",
    "X-Api-Key: {}",
    "X-Api-Key={}",
    "'X-Api-Key': '{}'",
    "client-secret: {}",
    "client-secret={}",
    "'client-secret': '{}'",
    "refresh_token: {}",
    "refresh_token={}",
    "'refresh_token': '{}'",
    "db_password: {}",
    "db_password={}",
    "'db_password': '{}'",
    "Passwort: {}",
    "Passwort={}",
    "'Passwort': '{}'",
    "contraseña: {}",
    "contraseña={}",
    "'contraseña': '{}'",
    "mot de passe: {}",
    "mot de passe={}",
    "'mot de passe': '{}'",
    "пароль: {}",
    "пароль={}",
    "'пароль': '{}'",
    "密码: {}",
    "密码={}",
    "'密码': '{}'",
    "app password: {}",
    "app password={}",
    "'app password': '{}'",
    "app-specific password: {}",
    "app-specific password={}",
    "'app-specific password': '{}'",
    "API key: {}",
    "API key={}",
    "'API key': '{}'",
    "bearer token: {}",
    "bearer token={}",
    "'bearer token': '{}'",
    "secret key: {}",
    "secret key={}",
    "'secret key': '{}'",
    "private key: {}",
    "private key={}",
    "'private key': '{}'",
    "session cookie: {}",
    "session cookie={}",
    "'session cookie': '{}'",
    "csrf_token: {}",
    "csrf_token={}",
    "'csrf_token': '{}'",
    "Login failed for jo@example.com using password {}",
    "535 5.7.8 Username and Password not accepted: jo / {}",
    "AUTH LOGIN {}",
    "AUTH PLAIN AGpv{}",
    "PASS {}",
    "Authorization: Token {}",
    "Authorization: ApiKey {}",
    r#"Authorization: Digest username="jo", response="{}""#,
    "Authorization: AWS4-HMAC-SHA256 Credential=AKIA/x, Signature={}",
    "Proxy-Authorization: Basic {}",
    "cs_live_{} is not valid",
    "key cs_test_{}",
    "Bearer {} has expired",
    "the token {} has expired",
    "invalid token: {}",
    "token '{}' was revoked",
    "API key '{}' is unknown",
    r#"secret "{}" rejected"#,
    "wrong password ({})",
    "password [{}] too weak",
    "password <{}> rejected",
    "password `{}` rejected",
    "password “{}” rejected",
    "password «{}» rejected",
    "Passwort „{}“ ist falsch",
    "https://jo:{}@smtp.example.com/",
    "smtp://jo%40example.com:{}@mail:587",
    "amqp://jo:{}@h/v",
    "mongodb+srv://jo:{}@cluster0.example.net/x",
    "https://example.com/cb?access_token={}",
    "https://example.com/cb#id_token={}&state=1",
    "https://example.com/?sig={}",
    "https://hooks.example.com/?secret={}",
    "DSN=https://{}@o1.ingest.example.io/2",
    "DATABASE_URL=postgres://jo:{}@db/x",
    "export SMTP_PASSWORD={}",
    "set SMTP_PASSWORD={}",
    r#"$env:SMTP_PASSWORD = "{}""#,
    r#"SMTP_PASSWORD: "{}""#,
    "ENV SMTP_PASSWORD {}",
    "--smtp-password {}",
    "--password={}",
    "-p{} --password {}",
    "curl -u jo:{} https://x",
    "curl --user 'jo:{}' https://x",
    "http -a jo:{} https://x",
    "curl -H 'X-API-Key: {}' https://x",
    r#"curl -H "Authorization: Bearer {}" https://x"#,
    "curl -b 'session={}' https://x",
    "wget --http-password={} https://x",
    "Invoke-RestMethod -Headers @{ 'X-API-Key' = '{}' }",
    "requests.post(u, headers={'X-API-Key': '{}'})",
    "requests.post(u, auth=('jo', '{}'))",
    "smtplib.SMTP('x').login('jo', password='{}')",
    "axios.post(u, b, { headers: { 'X-API-Key': '{}' } })",
    "new Headers([['x-api-key', '{}']])",
    "<smtpPassword>{}</smtpPassword>",
    r#"<password value="{}"/>"#,
    r#"<add key="SmtpPassword" value="{}" />"#,
    r#"<param name="password">{}</param>"#,
    r#"<wsse:Password Type="x">{}</wsse:Password>"#,
    "<password><![CDATA[{}]]></password>",
    r#"<input type="password" value="{}">"#,
    "&lt;password&gt;{}&lt;/password&gt;",
    "smtp:\n  password: {}",
    "smtp:\n  - password: {}",
    "password: |\n  {}",
    "password: >-\n  {}",
    "password:\n  {}",
    "- name: SMTP_PASSWORD\n  value: {}",
    "password = \"\"\"\n{}\"\"\"",
    "[smtp]\npassword = {}",
    r#"{"password":"{}"}"#,
    r#"{"auth":{"user":"jo","pass":"{}"}}"#,
    r#"{"credentials":["jo","{}"]}"#,
    r#"{"key":"smtp_password","value":"{}"}"#,
    r#"{"name":"Authorization","value":"{}"}"#,
    "{'smtp_password': '{}', 'smtp_port': 587}",
    r#"{"smtp_password"=>"{}"}"#,
    "{smtp_password: '{}'}",
    "map[smtp_password:{} smtp_port:587]",
    "[smtp_password] => {}",
    "[\"smtp_password\"]=>\n  string(17) \"{}\"",
    "'smtp_password' => '{}',",
    "@{smtp_password={}; smtp_port=587}",
    "smtp_password : {}",
    "SmtpAccount(smtp_password='{}', smtp_port=587)",
    r#"#<SmtpAccount smtp_password: "{}">"#,
    "SmtpAccount{smtpPassword={}, port=587}",
    "&{Password:{} Port:587}",
    r#"{\"smtp_password\":\"{}\"}"#,
    "smtp_password%3D%22{}%22",
    r#"smtp_password\u003d{}"#,
    "smtp_password&#61;{}",
    "password&#58; {}",
    "Set-Cookie: session={}; Path=/; HttpOnly",
    "Cookie: theme=dark; session={}",
    "set-cookie: __Host-id={}",
    r#"document.cookie = "session={}""#,
    "-----BEGIN RSA PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----",
    r#"-----BEGIN OPENSSH PRIVATE KEY-----\n{}\n-----END OPENSSH PRIVATE KEY-----"#,
    "eyJhbGciOiJIUzI1NiJ9.{}.{}",
    "2024-01-01 ERROR login(user=jo, password={}) failed",
    r#"level=error msg="bad login" password={}"#,
    "ERROR: password authentication failed, password was {}",
    "KeyError: 'smtp_password' = {}",
    "assert password == '{}'",
    "input_value='{}', input_type=str, field smtp_password",
    "smtp_password\n  value '{}' is too short",
    "1 validation error for SmtpAccount\nsmtp_password\n  String should have at least 20 characters [type=string_too_short, input_value='{}', input_type=str]",
];

/// Returns pastes with the secret: in the request, in headers, in a body, in `detail`, in a message, in other JSON.
pub fn planted_pastes() -> Vec<String> {
    let mut all = Vec::new();
    for template in CREDENTIALS.iter().chain(&SERVER_TEXTS).chain(&OTHER_TEXTS) {
        let text = filled(template);
        let line = text.replace('\n', " ");
        let quoted = json(&text);
        let python = format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n"));
        let twice = json(&format!("{{\"detail\": {quoted}}}"));
        for paste in [
            format!("HTTP/1.1 500 Internal Server Error\n\n{text}"),
            format!("HTTP/1.1 400 Bad Request\nX-Debug: {line}\n\n{{\"detail\": \"x\"}}"),
            format!(
                "> POST /x HTTP/1.1\n> X-Debug: {line}\n>\n< HTTP/1.1 422 x\n<\n{{\"detail\": {quoted}}}"
            ),
            format!("{text}\n422 Unprocessable Entity"),
            format!("HTTP 422\n{{\"detail\": {quoted}}}"),
            format!("{{\"detail\": [{quoted}]}}"),
            format!("{{\"detail\": {{\"reason\": {quoted}, \"more\": [{{\"x\": {quoted}}}]}}}}"),
            format!(
                "HTTP/2 400\n\n{{\"message\": {quoted}, \"title\": {quoted}, \"error\": {quoted}, \"code\": {quoted}}}"
            ),
            format!(
                "{{\"errors\": [{{\"loc\": [\"body\", \"name\"], \"msg\": {quoted}}}], \"status\": 422}}"
            ),
            format!(
                "{{\"detail\": [{{\"loc\": [\"body\", \"name\"], \"msg\": {quoted}, \"type\": \"x\"}}]}}"
            ),
            format!("[{{\"loc\": [\"body\", \"name\"], \"msg\": {quoted}, \"type\": {quoted}}}]"),
            format!("Error 400: {{'detail': {python}}}"),
            format!("{{\"level\": \"error\", \"status\": 400, \"body\": {twice}, \"request\": {quoted}}}"),
            format!(
                "{{\"detail\": [{{\"loc\": [\"body\", \"smtp_password\"], \"msg\": \"field required\", \"type\": \"x\", \"ctx\": {{\"given\": {quoted}}}, \"received\": {quoted}}}]}}"
            ),
            format!("loc: [body name]\nmsg: {line}\ntype: value_error.x"),
            format!(
                "HTTP/1.1 422 x\n\n{{\"violations\": [{{\"propertyPath\": \"name\", \"message\": {quoted}}}]}}"
            ),
            format!(
                "{{\"error\": {{\"message\": {quoted}}}, \"encoding\": \"base64\", \"text\": {quoted}, \"status\": 400}}"
            ),
            text.clone(),
        ] {
            all.push(paste);
        }
    }
    for key in ["input", "ctx", "received", "rejectedValue", "actual", "attemptedValue", "got"] {
        all.push(filled(&format!(r#"{{"detail":[{{"loc":["body","smtp_password"],"msg":"field required","type":"x","{key}":"{{}}"}}]}}"#)));
        all.push(filled(&format!(r#"{{"detail":[{{"loc":["body","imap_password"],"msg":"field required","type":"x","{key}":{{"a":["{{}}"]}}}}]}}"#)));
    }
    all
}
