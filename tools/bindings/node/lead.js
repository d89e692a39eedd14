"use strict";
// Values of JavaScript as the JSON of a lead, digit by digit.

const { isDate, isUint8Array } = require("node:util").types;

// Whether `{}`, JSON.parse or Object.create(null) made it, in any realm: its members are all that it means.
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && Object.prototype.hasOwnProperty.call(prototype, "isPrototypeOf");
}

// A value's kind, for messages.
function kind(value) {
  if (typeof value !== "object" || value === null) return String(value === null ? value : typeof value);
  const { constructor } = value;
  return typeof constructor === "function" && constructor.name ? constructor.name : "object";
}

// What is JSON already, as a string or bytes, stays as it is.
function encode(lead) {
  if (typeof lead === "string") return Buffer.from(lead);
  if (isUint8Array(lead)) return Buffer.from(lead.buffer, lead.byteOffset, lead.byteLength);
  return Buffer.from(text(lead));
}

function text(value) {
  switch (typeof value) {
    case "boolean":
      return String(value);
    case "string":
      return JSON.stringify(value);
    case "number":
      return numberText(value);
    case "bigint":
      return String(value);
    case "object":
      return value === null ? "null" : objectText(value);
    default:
      throw cannotHold(value);
  }
}

function cannotHold(value) {
  return new TypeError(
    `a lead cannot hold this (${kind(value)}): give plain objects, arrays, strings, numbers, bigints, booleans or Dates`,
  );
}

function numberText(value) {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number that a lead can hold`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is too large to be exact: write ${BigInt(value)}n, or what you mean`);
  }
  // The shortest text that gives this very number again: 0.1 is 0.1.
  return Object.is(value, -0) ? "0" : String(value);
}

function objectText(value) {
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) throw new RangeError("the Date is invalid");
    return JSON.stringify(value.toISOString());
  }
  // Array.from gives holes as undefined, which is refused.
  if (Array.isArray(value)) return `[${Array.from(value, text).join(",")}]`;
  if (!isPlain(value)) throw cannotHold(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${text(member)}`).join(",")}}`;
}

// Since 1970-01-01, UTC. Nothing is now; a text "2026-08-01" is its midnight, UTC.
function milliseconds(asOf) {
  if (asOf === undefined || asOf === null) return Date.now();
  const time = typeof asOf === "string" ? parsed(asOf) : number(asOf);
  if (!Number.isSafeInteger(time)) throw new RangeError(`asOf is ${String(asOf)}, which is no whole number of milliseconds`);
  return time;
}

function number(asOf) {
  if (typeof asOf === "number" || typeof asOf === "bigint" || isDate(asOf)) return Number(asOf);
  throw new TypeError(`asOf is a Date, a text or milliseconds, not this (${kind(asOf)})`);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?!24)\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

function parsed(asOf) {
  const time = DATE.test(asOf) || INSTANT.test(asOf) ? Date.parse(asOf) : NaN;
  const day = Date.parse(asOf.slice(0, 10));
  // Date.parse turns 2026-02-30 into the 2nd of March.
  if (Number.isNaN(time) || new Date(day).toISOString().slice(0, 10) !== asOf.slice(0, 10)) {
    throw new RangeError(
      `\`${asOf}\` is neither a date nor an instant: write 2026-08-01 or 2026-08-01T10:00:00Z`,
    );
  }
  return time;
}

module.exports = { encode, isPlain, kind, milliseconds };
