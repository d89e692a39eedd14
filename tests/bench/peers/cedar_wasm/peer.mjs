import { createRequire } from "node:module";
import { measure, readJson, versionOf } from "../common/measure.mjs";

const cedar = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs");
const policy = readJson("cedar.json");
const staticPolicies = Object.fromEntries(policy.rules.map(({ when }, i) => [`r${i}`, when]));
const parsed = cedar.preparsePolicySet("policy", { staticPolicies });
if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
const entity = { type: "Lead", id: "lead" };

await measure(versionOf("@cedar-policy/cedar-wasm"), (lead) => {
  const answer = cedar.statefulIsAuthorized({
    principal: entity,
    action: { type: "Action", id: "decide" },
    resource: entity,
    context: lead,
    preparsedPolicySetId: "policy",
    entities: [],
  });
  if (answer.type !== "success") throw new Error(JSON.stringify(answer));
  const fired = answer.response.diagnostics.reason.map((id) => Number(id.slice(1)));
  return fired.length > 0 ? policy.rules[Math.min(...fired)].outcome : policy.otherwise;
});
