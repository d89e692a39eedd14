import { evaluate, parse } from "cel-js";
import { measure, readJson, versionOf } from "../common/measure.mjs";

const policy = readJson("cel.json");
const rules = policy.rules.map(({ when, outcome }) => {
  const parsed = parse(when);
  if (!parsed.isSuccess) throw new Error(parsed.errors.join("; "));
  return { when: parsed.cst, outcome };
});

await measure(versionOf("cel-js"), (lead) => {
  for (const rule of rules) if (evaluate(rule.when, { lead })) return rule.outcome;
  return policy.otherwise;
});
