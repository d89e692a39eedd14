import { Engine } from "json-rules-engine";
import { measure, readJson, versionOf } from "../common/measure.mjs";

const policy = readJson("json_rules.json");
const engine = new Engine(policy.rules);
// Rules run by priority; those of a lower one do not run once one holds.
engine.on("success", () => engine.stop());

await measure(versionOf("json-rules-engine"), async (lead) => {
  const { events } = await engine.run(lead);
  return events.length > 0 ? events[0].type : policy.otherwise;
});
