import { LogicEngine } from "json-logic-engine";
import { measure, readJson, versionOf } from "../common/measure.mjs";

const decide = new LogicEngine().build(readJson("json_logic.json"));
await measure(versionOf("json-logic-engine"), decide);
