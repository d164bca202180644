/**
 * German messages.
 *
 * @module
 */
import type { CompleteMessages } from "../index.cjs";

/**
 * German messages for `translate`, `schemas.with` and `bindForm`.
 *
 * @example
 * ```js
 * import { check, translate } from "coldsend-lint";
 * import { de } from "coldsend-lint/messages/de";
 *
 * translate(check("create_campaign", { name: "Hi" }), de).issues[0].hint; // "Mindestens 8 Zeichen"
 * ```
 */
export declare const de: CompleteMessages;
