/** LQ: policies that decide leads. */

/** What a lead may hold. A number beyond 2^53 is refused: give a bigint. */
export type LeadValue =
  | null
  | boolean
  | string
  | number
  | bigint
  | Date
  | readonly LeadValue[]
  | { readonly [key: string]: LeadValue | undefined };

export type Lead = { readonly [key: string]: LeadValue | undefined };

export type Status = "settled" | "undecided" | "doubtful" | "rejected";

/** A number; a bigint or the digits as a string where a number cannot hold it. */
export type ExactNumber = number | bigint | string;

export interface Options {
  /** What `now` and `today` mean: a Date, "2026-08-01", "2026-08-01T10:00:00Z" or milliseconds. Now, without. */
  asOf?: Date | string | number;
  /** The toggles that are not at their default. */
  toggles?: { readonly [name: string]: boolean };
  /** "DE" adds the policy's texts in this language. */
  language?: string;
}

export interface Reason {
  readonly code: string;
  readonly text?: string;
  readonly points: number;
  /** "rule many_seats", "table plan row 2", "evidence nearby", "guard g", "otherwise" */
  readonly from: string;
}

export interface CouldBecome {
  readonly outcome: string;
  readonly confidence: number;
  readonly ceiling: number;
}

export interface Ask {
  readonly field: string;
  readonly cause: "missing" | "stale" | "invalid" | "band" | "one_of" | "disagreement";
  readonly gain: number;
  readonly question?: string;
}

export interface Score {
  readonly low: ExactNumber;
  readonly high: ExactNumber;
  readonly because: readonly string[];
}

export interface LeadError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export type OutputValue =
  | null
  | boolean
  | ExactNumber
  | readonly OutputValue[]
  | { readonly [key: string]: OutputValue };

/** What was decided. Of a rejected lead only `errors` says something. */
export class Decision {
  private constructor(json: string);
  /** The line that `lq decide --format jsonl` prints, byte for byte. */
  readonly json: string;
  /** The same, read; see ExactNumber. */
  readonly data: { readonly [key: string]: unknown };
  readonly policy: string;
  readonly version: ExactNumber;
  readonly hash: string;
  /** The lead's `$id`. */
  readonly lead: string | null;
  readonly status: Status;
  readonly outcome: string | null;
  readonly proposed: string | null;
  readonly text: string | null;
  /** 0.942 is 94.2 %. */
  readonly confidence: number;
  readonly ceiling: number;
  readonly tension: number;
  readonly toggles: { readonly [name: string]: boolean };
  readonly reasons: readonly Reason[];
  readonly couldBecome: readonly CouldBecome[];
  readonly heldBy: readonly { readonly needs?: number; readonly guard?: string }[];
  readonly overruled: readonly string[];
  readonly ask: readonly Ask[];
  readonly scores: { readonly [name: string]: Score };
  readonly outputs: { readonly [name: string]: OutputValue };
  readonly errors: readonly LeadError[];
  toString(): string;
}

/** A rule that fired: it holds, and no other overrides it. */
export interface Rule {
  /** Of the rule, or of the table that the row stands in. */
  readonly name: string;
  /** Of a table, from 1. */
  readonly row: number | null;
  /** What it chooses. */
  readonly outcome: string;
}

/** What counts of a decision. Of a rejected lead only `errors` says something. */
export interface Verdict {
  /** The lead's `$id`. */
  readonly lead: string | null;
  readonly status: Status;
  readonly outcome: string | null;
  readonly proposed: string | null;
  /** 0.942 is 94.2 %. */
  readonly confidence: number;
  readonly ceiling: number;
  /** Those of the strongest outcome first. */
  readonly rules: readonly Rule[];
  readonly errors: readonly LeadError[];
}

export interface OpenOptions {
  /**
   * Lets machine code that `lq build --native` put into the bundle find verdicts, where it can be run.
   * Machine code is code: ask for it with bundles of people whose programs you would run.
   */
  native?: boolean;
}

/** A policy, opened from the bundle that `lq build` writes. It never changes. */
export class Policy {
  private constructor();
  /** Opens a file. Throws an Error whose `code` is LQ_ERROR_FILE or LQ_ERROR_BUNDLE. */
  static load(file: string | URL, options?: OpenOptions): Policy;
  /** Opens the bytes of a bundle. */
  static open(bundle: Uint8Array, options?: OpenOptions): Policy;
  /** Whether the bundle's machine code finds verdicts. */
  readonly native: boolean;
  /** Why it does not, though it was asked for: then the plan finds the same ones. */
  readonly nativeProblem: string | null;
  readonly name: string;
  readonly version: ExactNumber;
  readonly hash: string;
  /** Strongest first. */
  readonly outcomes: readonly string[];
  /** Outcomes, toggles, languages, outputs and the fields of leads. */
  readonly description: { readonly [key: string]: unknown };
  /** Decides one lead: an object, or its JSON as a string or bytes. */
  decide(lead: Lead | string | Uint8Array, options?: Options): Decision;
  /** Only what counts of a decision: status, outcome, confidence and the rules that fired. */
  judge(lead: Lead | string | Uint8Array, options?: Omit<Options, "language">): Verdict;
}
