"use strict";
// LQ for Node: policies that decide leads. index.d.ts says what each thing is.

const path = require("node:path");
const { fileURLToPath } = require("node:url");
const { Decision } = require("./decision.js");
const { encode, milliseconds } = require("./lead.js");
const { verdictOf } = require("./verdict.js");

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
  #nativeProblem = null;
  #native = false;

  constructor(opened, options = {}) {
    this.#opened = opened;
    this.#description = JSON.parse(native.describe(opened));
    if (options.native) this.#useNative();
  }

  static load(file, options) {
    return new Policy(native.openFile(file instanceof URL ? fileURLToPath(file) : String(file)), options);
  }

  static open(bundle, options) {
    return new Policy(native.open(Buffer.from(bundle)), options);
  }

  #useNative() {
    try {
      native.useNative(this.#opened);
      this.#native = true;
    } catch (error) {
      if (error.code !== "LQ_ERROR_NATIVE") throw error;
      this.#nativeProblem = error.message;
    }
  }

  get native() {
    return this.#native;
  }

  get nativeProblem() {
    return this.#nativeProblem;
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

  decide(lead, options) {
    return new Decision(this.#run(native.decide, lead, options));
  }

  judge(lead, options) {
    return verdictOf(this.#run(native.judge, lead, options));
  }

  #run(call, lead, { asOf, toggles = {}, language = "" } = {}) {
    const names = Object.keys(toggles);
    const states = names.map((name) => Boolean(toggles[name]));
    return call(this.#opened, encode(lead), milliseconds(asOf), names, states, language);
  }
}

module.exports = { Policy, Decision };
