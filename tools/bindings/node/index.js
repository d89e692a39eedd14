"use strict";
// LQ for Node: policies that decide leads. index.d.ts says what each thing is.

const path = require("node:path");
const { fileURLToPath } = require("node:url");
const { Decision } = require("./decision.js");
const { encode, milliseconds } = require("./lead.js");

const native = load();

function load() {
  const machine = `${process.platform}-${process.arch}`;
  try {
    return require(path.join(__dirname, machine, "lq.node"));
  } catch (error) {
    throw new Error(`lq-rules cannot run here: it was not built for ${machine}, or ${error.message}`, {
      cause: error,
    });
  }
}

class Policy {
  #opened;
  #description;

  constructor(opened) {
    this.#opened = opened;
    this.#description = JSON.parse(native.describe(opened));
  }

  static load(file) {
    return new Policy(native.openFile(file instanceof URL ? fileURLToPath(file) : String(file)));
  }

  static open(bundle) {
    return new Policy(native.open(Buffer.from(bundle)));
  }

  get name() {
    return this.#description.policy;
  }

  get version() {
    return this.#description.version;
  }

  get hash() {
    return this.#description.hash;
  }

  get outcomes() {
    return this.#description.outcomes.map((outcome) => outcome.name);
  }

  get description() {
    return this.#description;
  }

  decide(lead, { asOf, toggles = {}, language = "" } = {}) {
    const names = Object.keys(toggles);
    const states = names.map((name) => Boolean(toggles[name]));
    const time = milliseconds(asOf);
    return new Decision(native.decide(this.#opened, encode(lead), time, names, states, language));
  }
}

module.exports = { Policy, Decision };
