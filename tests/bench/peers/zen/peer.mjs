import { ZenEngine } from "@gorules/zen-engine";
import { measure, readJson, versionOf } from "../common/measure.mjs";

const decision = new ZenEngine().createDecision(readJson("zen.json"));
await measure(versionOf("@gorules/zen-engine"), async (lead) => {
  const { result } = await decision.evaluate(lead);
  return result.outcome;
});
