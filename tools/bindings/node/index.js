"use strict";
// LQ for Node: policies that decide leads. index.d.ts says what each thing is.

const path = require("node:path");
const { fileURLToPath } = require("node:url");
const { Decision } = require("./decision.js");
const { parseExact } = require("./json.js");
const { encode, isPlain, kind, milliseconds } = require("./lead.js");
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

// A path of the operating system.
function pathOf(file) {
  if (typeof file === "string") return file;
  if (file instanceof URL) return fileURLToPath(file);
  throw new TypeError(`Policy.load takes the path of a bundle, or its file URL, not this (${kind(file)})`);
}

// An object with members, for the options of a call; nothing is an empty one.
function members(object, what) {
  if (object === undefined || object === null) return {};
  if (!isPlain(object)) throw new TypeError(`${what} are a plain object, not this (${kind(object)})`);
  return object;
}

function isOn(value, what) {
  if (typeof value !== "boolean") throw new TypeError(`${what} is true or false, not this (${kind(value)})`);
  return value;
}

// The names of toggles, and their states.
function statesOf(toggles) {
  const names = Object.keys(toggles);
  return [names, names.map((name) => isOn(toggles[name], `the toggle \`${name}\``))];
}

class Policy {
  #opened;
  #description;
  #nativeProblem = null;
  #native = false;

  constructor(opened, options) {
    this.#opened = opened;
    this.#description = parseExact(native.describe(opened));
    if (isOn(members(options, "the options").native ?? false, "`native`")) this.#useNative();
  }

  static load(file, options) {
    return new Policy(native.openFile(pathOf(file)), options);
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

  #run(call, lead, options) {
    const { asOf, toggles, language } = members(options, "the options");
    const [names, states] = statesOf(members(toggles, "toggles"));
    return call(this.#opened, encode(lead), milliseconds(asOf), names, states, language ?? "");
  }
}

module.exports = { Policy, Decision };
