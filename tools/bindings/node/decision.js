"use strict";

const { parseExact } = require("./json.js");

// What was decided. `json` is what `lq decide --format jsonl` prints; the rest is read from it.
class Decision {
  #data;

  constructor(json) {
    this.json = json;
  }

  get data() {
    this.#data ??= parseExact(this.json);
    return this.#data;
  }

  get policy() {
    return this.data.policy;
  }

  get version() {
    return this.data.version;
  }

  get hash() {
    return this.data.hash;
  }

  get lead() {
    return this.data.lead;
  }

  get status() {
    return this.data.status;
  }

  get outcome() {
    return this.data.outcome ?? null;
  }

  get proposed() {
    return this.data.proposed ?? null;
  }

  get text() {
    return this.data.text ?? null;
  }

  get confidence() {
    return this.data.confidence ?? 0;
  }

  get ceiling() {
    return this.data.ceiling ?? 0;
  }

  get tension() {
    return this.data.tension ?? 0;
  }

  get toggles() {
    return this.data.toggles ?? {};
  }

  get reasons() {
    return this.data.reasons ?? [];
  }

  get couldBecome() {
    return this.data.could_become ?? [];
  }

  get heldBy() {
    return this.data.held_by ?? [];
  }

  get overruled() {
    return this.data.overruled ?? [];
  }

  get ask() {
    return this.data.ask ?? [];
  }

  get scores() {
    return this.data.scores ?? {};
  }

  get outputs() {
    return this.data.outputs ?? {};
  }

  get errors() {
    return this.data.errors ?? [];
  }

  toString() {
    return this.json;
  }
}

module.exports = { Decision };
