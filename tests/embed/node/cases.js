"use strict";
// cases.js FOLDER: decides the cases of FOLDER/cases.tsv, as tests/embed/write_cases.cpp wrote them: each as the
// bytes that it is, and as the object that it means where JavaScript can hold it; and judges it by the plan and by
// machine code.

const fs = require("node:fs");
const path = require("node:path");
const { Policy } = require("lq-rules");

const folder = process.argv[2];
const policies = new Map();
let decided = 0;
let native = 0;
let objects = 0;
let wrong = 0;

// One that decides by the plan, one that judges by machine code.
function policiesOf(bundle) {
  const load = (options) => Policy.load(path.join(folder, bundle), options);
  if (!policies.has(bundle)) policies.set(bundle, [load(), load({ native: true })]);
  return policies.get(bundle);
}

// What the text says as an object, where that is all that it says: numbers written as JavaScript would, no key
// twice.
function asObject(lead) {
  try {
    const object = JSON.parse(lead.toString());
    const plain = (text) => text.replace(/\s/g, "");
    const same = plain(JSON.stringify(object)) === plain(lead.toString());
    return same && object !== null && typeof object === "object" && !Array.isArray(object) ? object : null;
  } catch {
    return null;
  }
}

// Messages quote what was sent, with its spaces.
function withoutMessages(json) {
  return JSON.stringify(JSON.parse(json, (key, value) => (key === "message" ? "" : value)));
}

function compare(name, decision, expected, say = (json) => json) {
  if (say(decision.json) === say(expected)) return;
  ++wrong;
  console.log(`${name}\n  expected ${expected}\n  got      ${decision.json}`);
}

function ruleName(rule) {
  return rule.row === null ? `rule ${rule.name}` : `table ${rule.name} row ${rule.row}`;
}

// What a verdict says, from a decision.
function whatCounts(decision) {
  const { lead, status, outcome, proposed, confidence, ceiling, errors } = decision;
  const rules = decision.reasons.map((reason) => reason.from).filter((from) => /^(rule|table) /.test(from));
  return JSON.stringify({ lead, status, outcome, proposed, confidence, ceiling, rules: rules.sort(), errors });
}

function compareVerdict(name, verdict, decision) {
  const reasons = verdict.rules.filter((rule) => rule.outcome === verdict.proposed)
    .map((rule) => ({ from: ruleName(rule) }));
  if (whatCounts({ ...verdict, reasons }) === whatCounts(decision)) return;
  ++wrong;
  console.log(`${name}, as a verdict\n  expected ${decision.json}\n  got      ${JSON.stringify(verdict)}`);
}

for (const line of fs.readFileSync(path.join(folder, "cases.tsv"), "utf8").split("\n").slice(0, -1)) {
  const [name, bundle, asOf, toggleText, language, hex, expected] = line.split("\t");
  const words = toggleText.split(",").filter(Boolean);
  const toggles = Object.fromEntries(words.map((word) => [word.split("=")[0], word.endsWith("1")]));
  const options = { asOf: Number(asOf), toggles, language };
  const lead = Buffer.from(hex, "hex");
  const [policy, fast] = policiesOf(bundle);
  const decision = policy.decide(lead, options);
  compare(name, decision, expected);
  compareVerdict(name, policy.judge(lead, options), decision);
  compareVerdict(name, fast.judge(lead, options), decision);
  native += fast.native;
  ++decided;
  const object = asObject(lead);
  if (object !== null) {
    compare(`${name}, from an object`, policy.decide(object, options), expected, withoutMessages);
    ++objects;
  }
}
console.log(`Node: ${decided} cases, ${objects} as objects too, ${native} also by machine code, ${wrong} differ`);
process.exit(Math.min(objects, native) > decided / 2 && wrong === 0 ? 0 : 1);
