// What every peer that runs in Node shares: cases in, one line of JSON out.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const seconds = Number(process.argv[3]);

export const read = (name) => readFileSync(join(folder, name), "utf8");
export const readJson = (name) => JSON.parse(read(name));

const cases = read("cases.jsonl").trimEnd().split("\n").map((line) => JSON.parse(line));
const now = () => Number(process.hrtime.bigint());
// Nanoseconds of CPU time, of all threads: what others do on the machine does not count.
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

// Fewest leads that are compared and measured.
const least = 25;

// As many leads as are decided in a quarter of the time, all of them at most.
async function compare(decide) {
  const end = now() + (seconds * 1e9) / 4;
  let compared = 0;
  for (const { lead, expect } of cases) {
    const outcome = await decide(lead);
    if (outcome !== expect) {
      throw new Error(`decides ${outcome} where LQ decides ${expect}: ${JSON.stringify(lead)}`);
    }
    compared += 1;
    if (now() > end && compared >= least) break;
  }
  return compared;
}

// `decide(lead)` gives the outcome, or a promise of it. Rounds over the compared leads, as long as
// the time lasts; nanoseconds a decision.
export async function measure(version, decide) {
  const equal = await compare(decide);
  const leads = cases.slice(0, equal).map((one) => one.lead);
  const waits = decide(leads[0]) instanceof Promise;
  const rounds = [];
  let last;
  for (const end = now() + seconds * 1e9; now() < end || rounds.length < 3; ) {
    const start = cpu();
    if (waits) for (const lead of leads) last = await decide(lead);
    else for (const lead of leads) last = decide(lead);
    rounds.push((cpu() - start) / leads.length);
  }
  rounds.sort((a, b) => a - b);
  const at = (share) => rounds[Math.floor(share * (rounds.length - 1))];
  console.log(JSON.stringify({ version, equal, ns: at(0.5), q1: at(0.25), q3: at(0.75), last }));
}

export const versionOf = (name) =>
  JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")).version;
