// German messages: `coldsend-lint/messages/de`.

/** Returns a message with what the original says in place of `$1` and `$2`. */
const reworded = (original, text) => ({ message }) => (original.test(message) ? message.replace(original, text) : undefined);

/** Returns a message with the name that is suggested, if there is one. */
const suggested = (pattern, text, otherwise) => ({ hint }) => (pattern.test(hint) ? hint.replace(pattern, text) : otherwise);

const items = (word) => ({ ctx }) => `${word} ${ctx.limit_value} ${ctx.limit_value === 1 ? "Eintrag" : "Einträge"}`;

const notANumber = "NaN ist kein Datum";
const dateAndTime = "Datum und Uhrzeit, zum Beispiel 2026-01-31T00:00:00";
const order = "Das Ende darf nicht vor dem Beginn liegen";

/** German messages for `translate`, `schemas.with` and `bindForm`. */
export const de = {
  missing: suggested(/^`(.*)` is unknown; did you mean `(.*)`\?$/s, "„$1“ ist unbekannt; ist „$2“ gemeint?", "Diese Angabe fehlt"),
  not_allowed: "Ein Wert ist nötig",
  str: "Ein Text ist nötig",
  integer: "Eine ganze Zahl ist nötig",
  bool: "true oder false",
  list: "Eine Liste ist nötig: [ … ]",
  dict: "Ein Objekt ist nötig: { … }",
  type_error: ({ message }) => (/__pydantic_self__/.test(message) ? "Der Schlüssel __pydantic_self__ ist nicht erlaubt" : "Ein Objekt ist nötig, dessen Schlüssel in Anführungszeichen stehen"),
  uuid: "Eine UUID, zum Beispiel 550e8400-e29b-41d4-a716-446655440000",
  date: "Ein Datum, zum Beispiel 2026-01-31",
  datetime: dateAndTime,
  email: "Eine einzelne E-Mail-Adresse, zum Beispiel ada@example.com",
  enum: "Einer dieser Werte: {values}",
  // Some errors of the parser end where it prints a position.
  json_invalid: ({ ctx }) => `Das ist kein gültiges JSON: ${ctx.error.replace(/ at$/, "")}`,
  min_length: "Mindestens {limit} Zeichen",
  max_length: "Höchstens {limit} Zeichen",
  not_ge: "Mindestens {limit}",
  not_le: "Höchstens {limit}",
  min_items: items("Mindestens"),
  max_items: items("Höchstens"),

  // Requests.
  "unreadable-body": "Nicht lesbar: kein gültiger Text, zu tief verschachtelt oder eine zu lange Zahl",
  "server-error": "Der Server der API scheitert an diesem Schlüssel: er darf weder NaN noch Infinity sein und keine einzelnen Surrogate enthalten",
  "byte-order-mark": "Am Anfang steht ein Byte Order Mark; besser ohne senden",
  "coerced-value": reworded(/^the API reads this value as (.*)$/s, "Die API liest diesen Wert als $1"),
  "unknown-field": suggested(/^Did you mean `(.*)`\?$/s, "Unbekannt; ist „$1“ gemeint?", "Unbekanntes Feld; die API ignoriert es"),
  "unknown-parameter": suggested(/^Did you mean `(.*)`\?$/s, "Unbekannt; ist „$1“ gemeint?", "Unbekannter Parameter; die API ignoriert ihn"),
  "retired-field": "Dieses Feld gibt es nicht mehr",
  "repeated-key": "Mehrfach vorhanden; die API liest nur den letzten Wert",
  "leftover-value": reworded(/^(.*) was probably left here by another program$/s, "$1 hat hier wahrscheinlich ein anderes Programm hinterlassen"),
  "api-key-prefix": "Der API-Schlüssel beginnt nicht mit cs_live_",
  "wildcard-scope": "Der Scope * erlaubt alles, auch was später hinzukommt",

  // Campaigns.
  "campaign-start-date/type_error": dateAndTime,
  "campaign-start-date/value_error": notANumber,
  "sending-window-order": "Das Ende des Versandfensters muss nach dem Beginn liegen",
  "sending-window-midnight": "Wenn das Versandfenster um 24 Uhr endet, muss die Minute 0 sein",
  "sending-day-repeated": reworded(/^day (.*) is repeated$/s, "Tag $1 kommt mehrfach vor"),
  "unknown-time-zone": "Die IANA hat keine solche Zeitzone; eine ist zum Beispiel Europe/Berlin",
  "daily-limit-by-account-age": reworded(/^only .* more than (.*) e-mails a day$/s, "Nur etablierte Konten sollten mehr als $1 E-Mails am Tag senden"),
  "ramp-up-order": "ramp_up_max_limit liegt unter ramp_up_increment",
  "sequences-or-edits": "sequences und sequence_edits schließen sich aus",
  "step-number-repeated": reworded(/^step (.*) is repeated$/s, "Schritt $1 kommt mehrfach vor"),
  "follow-up-beyond-docs": reworded(/^.* no follow-up beyond step (.*)$/s, "Die Dokumentation erlaubt nach Schritt $1 kein weiteres Follow-up"),
  "trigger-needs-tracking": reworded(/^trigger (.*) needs enable_tracking$/s, "Der Auslöser $1 braucht enable_tracking"),

  // Variants.
  "variant-name-letters": "Der Name darf nur aus den Buchstaben A bis Z bestehen",
  "variant-name-unique": "Jede Variante braucht einen eigenen Namen; ohne Angabe heißt sie A",
  "variant-never-sent": "Eine Variante mit 0 % wird nie gesendet",
  "distribution-sum": "Die Prozentwerte müssen zusammen genau 100 ergeben; eine fehlende Angabe zählt als 100",
  "subject-length": reworded(/^the subject has (.*) characters; at most (.*) are recommended$/s, "Der Betreff hat $1 Zeichen; empfohlen sind höchstens $2"),
  "subject-capitals": "Der Betreff besteht nur aus Großbuchstaben",
  "subject-punctuation": "Der Betreff hat zu viele Satzzeichen",

  // Templates.
  "placeholder-not-mapped": reworded(/^(.*) is not in lead_mapping$/s, "$1 fehlt in lead_mapping"),
  "placeholder-spelling": reworded(/^(.*) is not a standard variable, but (.*) is$/s, "$1 ist keine Standardvariable, aber $2 ist eine"),
  "placeholder-unclosed": "Dieser Block wird nicht geschlossen",
  "placeholder-empty": "Dieser Block ist leer",
  "placeholder-braces": "In diesem Platzhalter ist etwas kodiert oder unsichtbar; nötig sind zwei geschweifte Klammern um einen Namen",
  "foreign-placeholder": reworded(/^(.*) is the syntax of another tool$/s, "$1 ist die Schreibweise eines anderen Programms"),
  "column-name-as-placeholder": reworded(/^(.*) is a column; its field is (.*)$/s, "$1 ist eine Spalte; ihr Feld heißt $2"),
  "spintax-one-option": "Dieser Spintax hat nur eine Möglichkeit",

  // Leads.
  "column-name-as-value": "Das ist der Name einer Spalte, nicht ihr Wert",
  "role-address": reworded(/^(.*) is the address of a role$/s, "$1 ist die Adresse einer Funktion, nicht die einer Person"),

  // Accounts.
  "provider-daily-limit": reworded(/^daily_limit must be at most (.*) for (.*)$/s, "Für $2 höchstens $1"),
  "sender-limit-beyond-client": reworded(/^daily_limit is above (.*), the maximum .*$/s, "Mehr als $1, das Maximum im neuesten Client des Anbieters"),
  "provider-host": reworded(/^the documented server for (.*) is (.*)$/s, "Der dokumentierte Server für $1 ist $2"),
  "provider-port": reworded(/^the documented port for (.*) is (.*)$/s, "Der dokumentierte Port für $1 ist $2"),
  "unencrypted-transport": "Das Passwort und alle E-Mails werden unverschlüsselt gesendet",
  "app-password-length": "Ein App-Passwort hat 16 Zeichen",
  "display-name-capitals": "Der Name besteht nur aus Großbuchstaben",
  "display-name-punctuation": "Der Name hat zu viele Satzzeichen",
  "delete-accounts-confirmed": "Zum Löschen muss confirm_deletion true sein",

  // Domains, replies and analytics.
  "redirect-status-unusual": reworded(/^status (.*) is not a usual redirect status$/s, "$1 ist für eine Weiterleitung unüblich; üblich sind 301, 302, 307 und 308"),
  "reply-has-text": "Eine Antwort braucht body oder html_body",
  "attachment-base64": "Der Inhalt ist kein gültiges Base64",
  "attachments-size": "Alle Anhänge zusammen dürfen höchstens 10 MB groß sein",
  "campaign-analytics-from-date/value_error": notANumber,
  "campaign-analytics-to-date/value_error": notANumber,
  "campaign-analytics-dates": order,
  "campaign-timeline-from-date/value_error": notANumber,
  "campaign-timeline-to-date/value_error": notANumber,
  "campaign-timeline-dates": order,
};
