//! Names that tell that their value is a secret.
use names::{has_more, is_harmless, lowercase};

/// Parts of such names, even misspelled ones. They cover the secret fields of every request.
const PARTS: [&str; 22] = [
    "pass", "pasw", "pasd", "pssw", "psw", "pwd", "sword", "pword", "woord", "secr", "token", "key", "auth",
    "cred", "cookie", "session", "jwt", "bearer", "contras", "senha", "parol", "clave",
];
/// More of them, most in other languages. Only ASCII is compared without case, since the tables of other characters are
/// large: other alphabets have both cases here, or the part that does not vary.
#[cfg(feature = "names")]
const MORE: [&str; 77] = [
    "signature",
    "hmac",
    "csrf",
    "xsrf",
    "connection_string",
    "connectionstring",
    "database_url",
    "adgangskode",
    "sifre",
    "şifre",
    "šifra",
    "lozinka",
    "geslo",
    "slapta",
    "κωδικ",
    "암호",
    "סיסמ",
    "पासवर्ड",
    "รหัสผ่าน",
    "暗証",
    "گذرواژه",
    "kodeord",
    "senord",
    "kennwort",
    "geheim",
    "schlüssel",
    "schluessel",
    "salasana",
    "hasło",
    "haslo",
    "heslo",
    "jelsz",
    "jeton",
    "екрет",
    "люч",
    "окен",
    "密码",
    "密碼",
    "口令",
    "パスワード",
    "비밀번호",
    "كلمة",
    "secer",
    "sekre",
    "segre",
    "арол",
    "пассв",
    "лозинк",
    "пинкод",
    "parool",
    "pwrd",
    "pa55",
    "pa$$",
    "sessid",
    "mnemonic",
    "khau",
    "khẩu",
    "nenosiri",
    "비번",
    "գաղտն",
    "პაროლ",
    "құпия",
    "cyfrin",
    "pasahitz",
    "lykil",
    "fjalëk",
    "hemmel",
    "hemlig",
    "salai",
    "titkos",
    "autoris",
    "عبور",
    "tokn",
    "zugangs",
    "kodwort",
    "pincode",
    "apppw",
];
/// Words that are such names, or the last part of one, but are part of many harmless words, too.
const WORDS: [&str; 21] = [
    "mdp", "cred", "salt", "mfa", "dsn", "pas", "pw", "pin", "otp", "totp", "sid", "sig", "psk", "cvv",
    "cvc", "pat", "sess", "pem", "nonce", "seed", "kata",
];
/// Words of everyday e-mails that contain such a part.
#[cfg(feature = "names")]
const HARMLESS: [&str; 18] = [
    "author",
    "authors",
    "compass",
    "hockey",
    "keyboard",
    "keynote",
    "keynotes",
    "keyword",
    "keywords",
    "monkey",
    "passage",
    "passenger",
    "passengers",
    "passion",
    "passport",
    "passports",
    "turkey",
    "whiskey",
];
/// The keys whose value names the other values of an object.
const NAME_KEYS: [&str; 8] = ["name", "key", "field", "header", "param", "parameter", "property", "variable"];
/// The maximum length of text that can be a name, in bytes.
pub(crate) const MAX_NAME: usize = 64;
/// The maximum number of words in it.
const MAX_WORDS: usize = 3;

/// Returns whether a name sounds like that of a secret.
pub(crate) fn is_telling(name: &str) -> bool {
    let name = lowercase(name);
    (PARTS.iter().any(|part| name.contains(part)) || has_more(&name)) && !is_harmless(&name)
        || name.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()).any(|word| WORDS.contains(&word))
}

/// What the tables of the feature `names` say.
#[cfg(feature = "names")]
mod names {
    use super::{HARMLESS, MORE};

    /// Returns a name in lowercase. The tables of Unicode would be large in a browser, and these scripts have names
    /// above.
    pub(super) fn lowercase(name: &str) -> String {
        let lower = |c: char| match c {
            'À'..='Þ' | 'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
            'Ł' => 'ł',
            '\u{FF01}'..='\u{FF5E}' => {
                char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c).to_ascii_lowercase()
            }
            _ => c.to_ascii_lowercase(),
        };
        name.chars().map(lower).collect()
    }

    pub(super) fn has_more(name: &str) -> bool {
        MORE.iter().any(|part| name.contains(part))
    }

    pub(super) fn is_harmless(name: &str) -> bool {
        HARMLESS.contains(&name)
    }
}

/// Without them, more names count.
#[cfg(not(feature = "names"))]
mod names {
    pub(super) fn lowercase(name: &str) -> String {
        name.to_ascii_lowercase()
    }

    pub(super) fn has_more(name: &str) -> bool {
        !name.is_ascii()
    }

    pub(super) fn is_harmless(_: &str) -> bool {
        false
    }
}

/// Returns whether the value of this key can name the other values of the object, as in
/// `{"name": "password", "value": "x"}`.
pub(crate) fn is_name_key(key: &str) -> bool {
    NAME_KEYS.iter().any(|name| name.eq_ignore_ascii_case(key))
}

/// Returns whether a text, such as an element of a list, can be the name of the value that follows.
pub(crate) fn is_telling_name(text: &str) -> bool {
    let is_part = |c: char| is_word(c) || c.is_whitespace() || matches!(c, '_' | '-' | '.');
    text.len() <= MAX_NAME
        && text.chars().all(is_part)
        && text.split_whitespace().count() <= MAX_WORDS
        && is_telling(text)
}

/// Returns whether a character can be part of a word. All of other alphabets counts.
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

#[cfg(all(test, feature = "names"))]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets_are_recognized_in_any_spelling() {
        for name in [
            "smtp_password",
            "smtp_pswd",
            "smtp_pasword",
            "imap_pssword",
            "PASSWD",
            "pwd",
            "smtp_pw",
            "passwort",
            "contraseña",
            "mot de passe",
            "wachtwoord",
            "パスワード",
            "Пароль",
            "api-key",
            "apiKey",
            "X-API-Key",
            "client_secret",
            "accessToken",
            "Authorization",
            "Set-Cookie",
            "user_pin",
            "sid",
            "ｐａｓｓｗｏｒｄ",
            "парола",
            "kata_sandi",
            "mật khẩu",
            "pasdword",
        ] {
            assert!(is_telling(name) && is_telling_name(name), "{name}");
        }
        for name in ["name", "daily_limit", "pinned", "Author", "keywords", "word-break", "spin", "email", ""]
        {
            assert!(!is_telling(name), "{name}");
        }
        assert!(!is_telling_name("Reset your password now") && !is_telling_name("password=x"));
    }
}
