//! Names that tell that their value is a secret.
use names::{has_more, is_harmless, lowercase};

/// Parts of such names, even misspelled ones. They cover the secret fields of every request.
static PARTS: Fragments<22> = Fragments::new([
    "pass", "pasw", "pasd", "pssw", "psw", "pwd", "sword", "pword", "woord", "secr", "token", "key", "auth",
    "cred", "cookie", "session", "jwt", "bearer", "contras", "senha", "parol", "clave",
]);
/// More of them, most in other languages. Only ASCII is compared without case, since the tables of other characters are
/// large: other alphabets have both cases here, or the part that does not vary.
#[cfg(feature = "names")]
static MORE: Fragments<77> = Fragments::new([
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
]);
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
    (PARTS.are_in(&name) || has_more(&name)) && !is_harmless(&name)
        || name.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()).any(|word| WORDS.contains(&word))
}

/// Parts of names, sorted by their first bytes, so that only few are compared at each position of a name.
struct Fragments<const N: usize> {
    parts: [&'static str; N],
    /// The index of the first part that begins with a byte or with a greater one.
    starts: [u8; 257],
}

impl<const N: usize> Fragments<N> {
    const fn new(mut parts: [&'static str; N]) -> Self {
        let mut i = 1;
        while i < N {
            let mut at = i;
            while at > 0 && parts[at - 1].as_bytes()[0] > parts[at].as_bytes()[0] {
                (parts[at - 1], parts[at]) = (parts[at], parts[at - 1]);
                at -= 1;
            }
            i += 1;
        }
        let (mut starts, mut byte, mut at) = ([0; 257], 0, 0);
        while byte < starts.len() {
            while at < N && (parts[at].as_bytes()[0] as usize) < byte {
                at += 1;
            }
            starts[byte] = at as u8;
            byte += 1;
        }
        Fragments { parts, starts }
    }

    /// Returns whether a name contains one of the parts.
    fn are_in(&self, name: &str) -> bool {
        let mut rest = name.as_bytes();
        while let [first, after @ ..] = rest {
            let [from, to] = [0, 1].map(|next| usize::from(self.starts[usize::from(*first) + next]));
            let mut parts = self.parts.get(from..to).unwrap_or_default().iter();
            if parts.any(|part| rest.starts_with(part.as_bytes())) {
                return true;
            }
            rest = after;
        }
        false
    }
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
        MORE.are_in(name)
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
    fn every_part_is_found_anywhere() {
        let parts = PARTS.parts.iter().chain(&MORE.parts);
        for part in parts.clone() {
            for name in [(*part).to_owned(), format!("é_{part}"), format!("{part}zé"), format!("zz{part}zz")]
            {
                assert!(PARTS.are_in(&name) || MORE.are_in(&name), "{name}");
            }
        }
        assert!(parts.count() > 90 && !PARTS.are_in("") && !MORE.are_in("zzé"));
    }

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
