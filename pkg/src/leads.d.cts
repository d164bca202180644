/**
 * Check a list of leads before you upload it.
 *
 * @module
 */
import type { LeadRuleId } from "./generated/requests.cjs";

/** A list of leads: a CSV as a file, a stream, bytes or text. */
export type LeadList = File | ReadableBytes | AsyncIterable<Uint8Array | string> | ArrayBuffer | ArrayBufferView | string;

/** Any object if the class is missing. */
type File = typeof globalThis extends { Blob: { prototype: infer B } } ? B : object;

/** A `ReadableStream` of bytes. */
interface ReadableBytes {
  getReader(): { read(): Promise<{ done: boolean; value?: unknown }> };
}

/** Options for {@link checkLeads}. */
export interface LeadOptions {
  /**
   * The mapping that goes with the upload, such as `{ email: "E-Mail", first_name: "Vorname" }`, or its JSON. Without one,
   * the columns are guessed by their names.
   */
  mapping?: { readonly [field: string]: string } | string | null | undefined;
  /**
   * The campaign, as `update_campaign` takes it, or its JSON. Columns and cells are reported that are missing or empty
   * although its texts use them without a fallback.
   */
  campaign?: object | string | null | undefined;
  /** Rules whose problems are not reported, unless they make a row invalid. Rows are counted as before. */
  allow?: readonly LeadRuleId[] | undefined;
  /** Rules whose problems make the list not `ok`, such as `lead-duplicate`. */
  deny?: readonly LeadRuleId[] | undefined;
  /** How many problems to list; 10,000 by default. All are counted. */
  limit?: number | undefined;
  /** Whether to write a cleaned copy: {@link LeadReport.fixed}. */
  fix?: boolean | undefined;
  /** Whether to write the other rows: {@link LeadReport.rejects}. */
  rejects?: boolean | undefined;
  /** Ends the check: the promise is then rejected with the signal's reason. */
  signal?: Signal | undefined;
  /** Called while the list is read. */
  onProgress?: ((progress: LeadProgress) => void) | undefined;
  /** A worker that runs `coldsend-lint/leads/worker`. The check then takes no time of the page. */
  worker?: LeadWorker | undefined;
}

/** An `AbortSignal`. */
interface Signal {
  readonly aborted: boolean;
  readonly reason: any;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** A `Worker` of the web. */
export interface LeadWorker {
  postMessage(message: any, transfer: any[]): void;
  addEventListener(type: "error", listener: (event: any) => void): void;
  removeEventListener(type: "error", listener: (event: any) => void): void;
}

/** How much of a list was checked. */
export interface LeadProgress {
  /** The number of bytes so far. */
  bytes: number;
  /** The number of all bytes; `null` if it is unknown, as for a stream. */
  total: number | null;
}

/** What is known of a list of leads: the object of `coldsend-lint leads --format json`, and more. */
export interface LeadReport {
  /** Whether the list can be uploaded: no row is invalid, no limit is exceeded, and nothing is denied. */
  ok: boolean;
  /**
   * Whether the list was checked to its end. If not, it is not a CSV, has no header or no column of addresses, or a quote
   * is not closed: the last problem says which.
   */
  complete: boolean;
  /** The number of rows, without blank ones. Each is in exactly one of the next four. */
  rows: number;
  /** The number of rows with an address that the library of the API's stack accepts. */
  valid: number;
  /** The number of rows with an address that only browsers accept. */
  doubtful: number;
  /** The number of rows without a single address, or that cannot be read. */
  invalid: number;
  /** The number of rows whose address an earlier row has. */
  duplicates: number;
  /** The number of problems of each rule. */
  rules: { [rule in LeadRuleId]?: number };
  /** The problems in the order of the list, as many as {@link LeadOptions.limit} allows. */
  problems: LeadProblem[];
  /** The number of problems beyond that. */
  omitted: number;
  /** The number of invalid rows by the rule that made them so. */
  invalid_by_rule: { [rule in LeadRuleId]?: number };
  /** The number of blank rows. */
  blank: number;
  /** The mapping to upload the list with; `null` if none is needed, or one was given. */
  mapping: { [field: string]: string } | null;
  /** The columns; none if there is no header. */
  columns: LeadColumn[];
  /**
   * With {@link LeadOptions.fix}, a cleaned copy as a `Blob`: valid and doubtful rows without duplicates, and valid
   * addresses as the API keeps them. Otherwise, or if the list was not checked to its end, `null`.
   */
  fixed: File | null;
  /**
   * With {@link LeadOptions.rejects}, the other rows as a `Blob`, with the reasons in a last column. Otherwise, or if the
   * list was not checked to its end, `null`.
   */
  rejects: File | null;
}

/** A column of a list of leads. */
export interface LeadColumn {
  /** Its name, with what may be a secret masked. */
  name: string;
  /** The field of leads that it becomes; `null` if it becomes a custom field. */
  field: string | null;
  /** The number of its empty cells. */
  empty: number;
}

/** Something that is wrong with a list of leads, or advice. */
export interface LeadProblem {
  /** The number of the row, starting at 1, without the header and blank rows; `null` if it is not about a row. */
  row: number | null;
  /** The line at which the row starts, from 1. */
  line: number;
  /** The number of the column, starting at 1; `null` if it is not about a cell. */
  column: number | null;
  /** The id of the rule. */
  rule: LeadRuleId;
  /** What is wrong. It has no values of cells. */
  msg: string;
}

/**
 * Checks a list of leads before it is uploaded with `upload_leads`: a CSV of any size up to 268,435,456 bytes. It is read
 * in chunks, and the page has its turn between them; with {@link LeadOptions.worker}, a worker does the work. It uses a
 * WASM module of its own.
 *
 * @param list The CSV: a `File` or another `Blob`, a stream of bytes, bytes, or text.
 * @param options What it is checked against, and what to write.
 * @throws {TypeError} If the list is none of these, or an option is wrong.
 * @throws {RangeError} If the list is too large.
 *
 * @example
 * ```js
 * import { checkLeads } from "coldsend-lint";
 *
 * const report = await checkLeads("email,first_name\nada@example.com,Ada\nbob@,Bob\n");
 * report.valid; // 1
 * report.problems[0].line; // 3
 * ```
 */
export declare function checkLeads(list: LeadList, options?: LeadOptions): Promise<LeadReport>;
