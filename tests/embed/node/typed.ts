// What a type checker makes of the package: nothing here is wrong.
import { Policy, type Decision, type ExactNumber, type Verdict } from "lq-rules";

const policy: Policy = Policy.load("hello.lqb");
const lead = { email: "a@b.example", seats: 3, big: 12345678901234567890n, on: new Date(), none: undefined };
const decision: Decision = policy.decide(lead, { asOf: new Date(), toggles: { t: true }, language: "DE" });
const outcome: string | null = decision.outcome;
const codes: string[] = decision.reasons.map((reason) => reason.code);
const version: ExactNumber = decision.version;
const verdict: Verdict = Policy.load("hello.lqb", { native: true }).judge(lead, { asOf: "2026-08-01" });
const rows: (number | null)[] = verdict.rules.map((rule) => rule.row);
if (policy.native) console.log(policy.nativeProblem, rows);
if (decision.status === "undecided") console.log(decision.ask[0].field, outcome, codes, version);
