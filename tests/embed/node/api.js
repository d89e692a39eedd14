"use strict";
// api.js BUNDLES CASES: what docs/embedding.md promises of the npm package. BUNDLES holds hello.lqb and inbound.lqb,
// CASES the bundles of tests/embed/native_bundles.h.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");
const { pathToFileURL } = require("node:url");
const { Worker, isMainThread, workerData } = require("node:worker_threads");
const { Policy } = require("lq-rules");

const [folder, cases] = isMainThread ? process.argv.slice(2) : workerData;
const hello = path.join(folder, "hello.lqb");
const asOf = "2026-08-01";
const ana = { $id: "ana", email: "ana@firm.example", country: "DE", seats: 25 };

const policy = Policy.load(hello);
const decide = (changes) => policy.decide({ ...ana, ...changes }, { asOf });

test("a policy", () => {
  assert.equal(policy.name, "hello");
  assert.equal(policy.version, 1);
  assert.deepEqual(policy.outcomes, ["call_today", "send_prices"]);
  assert.ok(policy.description.schema.fields.some((field) => field.path === "seats"));
  assert.equal(Policy.open(fs.readFileSync(hello)).hash, policy.hash);
  assert.equal(Policy.load(pathToFileURL(hello)).hash, policy.hash);
});

test("a policy is made by opening a bundle", () => {
  for (const wrong of [undefined, {}, null, 7, "x"]) {
    assert.throws(() => new Policy(wrong), { name: "TypeError", message: /Policy\.load/ });
  }
  for (const wrong of [undefined, 5, {}, ["x"], null]) {
    assert.throws(() => Policy.load(wrong), { name: "TypeError", message: /path of a bundle/ });
  }
  assert.throws(() => Policy.load(`${hello}\0.txt`), { name: "TypeError", message: /NUL/ });
  assert.throws(() => Policy.open({}), TypeError);
});

test("a description is exact", () => {
  assert.equal(policy.description.outcomes[0].needs, 0.7);
  const big = Policy.load(path.join(folder, "great.lqb"));
  const fields = new Map(big.description.schema.fields.map((field) => [field.path, field]));
  assert.equal(fields.get("visits").high, 9007199254740993n);
});

test("a settled decision", () => {
  const decision = decide();
  assert.deepEqual([decision.status, decision.outcome, decision.lead], ["settled", "call_today", "ana"]);
  assert.equal(decision.confidence, 0.89);
  assert.deepEqual(decision.reasons[0], { code: "MANY_SEATS", points: 6.021, from: "rule many_seats" });
  assert.equal(decision.hash, policy.hash);
  assert.equal(String(decision), decision.json);
});

test("an undecided decision", () => {
  const decision = decide({ seats: undefined });
  assert.deepEqual([decision.status, decision.outcome], ["undecided", "ask_first"]);
  assert.deepEqual([decision.ask[0].field, decision.ask[0].cause], ["seats", "missing"]);
});

test("rejected leads", () => {
  for (const lead of ["", "nonsense", Buffer.from([0xff]), "[]", { seats: "many" }, {}]) {
    const decision = policy.decide(lead, { asOf });
    assert.deepEqual([decision.status, decision.outcome], ["rejected", null]);
    assert.ok(decision.errors.length > 0);
  }
});

test("a verdict", () => {
  assert.deepEqual(policy.judge(ana, { asOf }), {
    lead: "ana",
    status: "settled",
    outcome: "call_today",
    proposed: "call_today",
    confidence: 0.89,
    ceiling: 0.89,
    rules: [{ name: "many_seats", row: null, outcome: "call_today" }],
    errors: [],
  });
  const undecided = policy.judge({ ...ana, seats: null }, { asOf });
  assert.deepEqual([undecided.status, undecided.outcome, undecided.rules], ["undecided", "ask_first", []]);
  const rejected = policy.judge("[]", { asOf });
  assert.deepEqual([rejected.status, rejected.outcome, rejected.errors[0].code], ["rejected", null, "type"]);
  assert.throws(() => policy.judge(ana, { asOf, toggles: { nope: true } }), { code: "LQ_ERROR_OPTION" });
  assert.throws(() => policy.judge(ana, { asOf: "soon" }), RangeError);
});

test("machine code", () => {
  const load = (name, options) => Policy.load(path.join(cases, name), options);
  assert.deepEqual([policy.native, policy.nativeProblem], [false, null]);
  assert.equal(load("native.lqb").native, false);
  const withCode = load("native.lqb", { native: true });
  assert.deepEqual([withCode.native, withCode.nativeProblem], [true, null]);
  assert.deepEqual(withCode.judge(ana, { asOf }), policy.judge(ana, { asOf }));
  assert.ok(Policy.open(fs.readFileSync(path.join(cases, "native.lqb")), { native: true }).native);
  const others = { none: "holds no machine code", other: "for this processor", older: "another version", damaged: "is damaged" };
  for (const [name, why] of Object.entries(others)) {
    const other = load(`${name}.lqb`, { native: true });
    assert.equal(other.native, false);
    assert.ok(other.nativeProblem.includes(why), other.nativeProblem);
    assert.deepEqual(other.judge(ana, { asOf }), policy.judge(ana, { asOf }));
  }
});

test("numbers keep their digits or are refused", () => {
  assert.equal(decide({ seats: 25n }).json, decide().json);
  assert.match(decide({ seats: 2n ** 64n + 1n }).errors[0].message, /18446744073709551617/);
  assert.throws(() => decide({ seats: 2 ** 53 }), RangeError);
  assert.throws(() => decide({ seats: NaN }), RangeError);
  assert.throws(() => decide({ seats: Symbol("x") }), TypeError);
  assert.throws(() => decide({ seats: () => 1 }), TypeError);
});

test("what does not mean JSON is refused", () => {
  class Decimal {
    digits = "25";
  }
  const holes = [1, , 3];
  const wrong = [new Map(), new Set(), new Number(25), new String("25"), new Decimal(), /x/, new Int32Array(1)];
  for (const value of [...wrong, holes, [undefined], new ArrayBuffer(1), Promise.resolve(1)]) {
    assert.throws(() => decide({ seats: value }), { name: "TypeError", message: /cannot hold/ });
  }
  for (const value of wrong) assert.throws(() => policy.decide(value, { asOf }), TypeError);
  assert.throws(() => decide({ seats: new Map() }), /\(Map\)/);
  const bare = Object.assign(Object.create(null), ana);
  assert.equal(policy.decide(bare, { asOf }).json, decide().json);
  const foreign = vm.runInNewContext(`(${JSON.stringify(ana)})`);
  assert.equal(policy.decide(foreign, { asOf }).json, decide().json);
});

test("options are of their types", () => {
  const refused = (options, message) => assert.throws(() => policy.decide(ana, options), { name: "TypeError", message });
  for (const language of [7, ["DE"], {}, true]) refused({ asOf, language }, /`language` is no string/);
  refused({ asOf, language: "D\0E" }, /NUL/);
  for (const on of ["false", 0, 1, null, undefined, {}]) refused({ asOf, toggles: { x: on } }, /true or false/);
  for (const toggles of [new Map([["x", true]]), "x", 7, [true]]) refused({ asOf, toggles }, /toggles/);
  refused({ asOf, toggles: { "x\0y": true } }, /NUL/);
  for (const options of ["2026-08-01", new Date(), 7]) refused(options, /options/);
  for (const wrong of ["false", 1]) assert.throws(() => Policy.load(hello, { native: wrong }), TypeError);
  assert.throws(() => policy.judge(ana, { asOf, toggles: { x: 1 } }), TypeError);
  assert.equal(policy.decide(ana, { asOf, toggles: null, language: null }).json, decide().json);
});

test("numbers of decisions are exact", () => {
  const { parseExact } = require(path.join(path.dirname(require.resolve("lq-rules")), "json.js"));
  const text = String.raw`{"a":9007199254740993,"b":0.1,"c":1234567890123.123456,"d":"9007199254740993 \"1","e":-5,"f":1.50}`;
  assert.deepEqual(parseExact(text), {
    a: 9007199254740993n,
    b: 0.1,
    c: "1234567890123.123456" === String(1234567890123.123456) ? 1234567890123.123456 : "1234567890123.123456",
    d: '9007199254740993 "1',
    e: -5,
    f: 1.5,
  });
  assert.deepEqual(parseExact('{"x":[123456789012345678,12345678901234567.25]}'), {
    x: [123456789012345678n, "12345678901234567.25"],
  });
});

test("the time of a decision", () => {
  const at = (when) => policy.decide(ana, { asOf: when }).data.as_of;
  assert.equal(at("2026-08-01"), "2026-08-01T00:00:00Z");
  for (const when of [1785585600000, new Date(1785585600000), "2026-08-01T12:00:00Z", "2026-08-01T14:00:00+02:00"]) {
    assert.equal(at(when), "2026-08-01T12:00:00Z");
  }
  assert.ok(policy.decide(ana).data.as_of > "2026");
  assert.equal(at(1785585600000n), "2026-08-01T12:00:00Z");
  const wrong = ["soon", "2026-02-30", "2026-W31-6", "2026-08-01x10:00:00Z", "2026-08-01T24:00:00Z", 1.5, NaN, 2n ** 60n];
  for (const when of [...wrong, new Date(NaN)]) assert.throws(() => at(when), RangeError);
  for (const when of [[], true, {}, [1], new Number(1), Symbol("x")]) assert.throws(() => at(when), TypeError);
  assert.throws(() => at(8.64e15), { code: "LQ_ERROR_ARGUMENT" });
});

test("dates in leads", () => {
  const inbound = Policy.load(path.join(folder, "inbound.lqb"));
  const lead = { email: "a@firm.example", country: "DE", request: "demo", visits: 4, technicians: 40 };
  const decision = inbound.decide(lead, { asOf, language: "de" });
  assert.ok(decision.reasons.some((reason) => reason.text));
});

test("errors", () => {
  assert.throws(() => Policy.load("no_such.lqb"), { code: "LQ_ERROR_FILE", message: /`no_such.lqb`/ });
  assert.throws(() => Policy.load(folder), { code: "LQ_ERROR_FILE", message: /it is a folder/ });
  for (const bytes of [Buffer.alloc(0), Buffer.from("nonsense"), Buffer.alloc(1000)]) {
    assert.throws(() => Policy.open(bytes), { code: "LQ_ERROR_BUNDLE" });
  }
  assert.throws(() => policy.decide(ana, { asOf, toggles: { nope: true } }), { code: "LQ_ERROR_OPTION" });
  assert.throws(() => policy.decide(ana, { asOf, language: "XX" }), { code: "LQ_ERROR_OPTION" });
});

test("threads have policies of their own", { skip: !isMainThread }, async () => {
  const workers = [1, 2, 3].map(() => new Worker(__filename, { workerData: [folder, cases] }));
  const codes = await Promise.all(workers.map((worker) => new Promise((done) => worker.on("exit", done))));
  assert.deepEqual(codes, [0, 0, 0]);
});

test("memory comes back", { skip: !isMainThread }, async () => {
  const use = async () => {
    for (let i = 0; i < 300; ++i) {
      Policy.load(hello).decide(ana, { asOf });
      if (i % 50 === 0) {
        global.gc();
        await new Promise(setImmediate);
      }
    }
    return process.memoryUsage.rss();
  };
  await use();
  const before = await use();
  await use();
  assert.ok((await use()) < before * 1.1);
});
