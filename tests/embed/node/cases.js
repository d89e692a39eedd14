"use strict";
// cases.js FOLDER: decides the cases of FOLDER/cases.tsv, as tests/embed/write_cases.cpp wrote them: each as the
// bytes that it is, and as the object that it means where JavaScript can hold it.

const fs = require("node:fs");
const path = require("node:path");
const { Policy } = require("lq-rules");

const folder = process.argv[2];
const policies = new Map();
let decided = 0;
let objects = 0;
let wrong = 0;

function policyOf(bundle) {
  if (!policies.has(bundle)) policies.set(bundle, Policy.load(path.join(folder, bundle)));
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

for (const line of fs.readFileSync(path.join(folder, "cases.tsv"), "utf8").split("\n").slice(0, -1)) {
  const [name, bundle, asOf, toggleText, language, hex, expected] = line.split("\t");
  const words = toggleText.split(",").filter(Boolean);
  const toggles = Object.fromEntries(words.map((word) => [word.split("=")[0], word.endsWith("1")]));
  const options = { asOf: Number(asOf), toggles, language };
  const lead = Buffer.from(hex, "hex");
  compare(name, policyOf(bundle).decide(lead, options), expected);
  ++decided;
  const object = asObject(lead);
  if (object !== null) {
    compare(`${name}, from an object`, policyOf(bundle).decide(object, options), expected, withoutMessages);
    ++objects;
  }
}
console.log(`Node: ${decided} cases, ${objects} of them as objects too, ${wrong} differ`);
process.exit(decided > 0 && objects > decided / 2 && wrong === 0 ? 0 : 1);
