"use strict";
// JSON with numbers kept exactly.

// A string, or a number with the character before it.
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
// The only member of what stands for a number that a number cannot hold. No name of a policy is like it.
const MARK = "\u0000";
const marked = (token) => JSON.stringify({ [MARK]: token });

function exact(token) {
  if (token[0] === '"') return token;
  const number = Number(token);
  if (token.includes(".") || token.includes("e") || token.includes("E")) {
    return same(number, token) ? token : marked(token);
  }
  return Number.isSafeInteger(number) ? token : marked(token);
}

// Whether a number's own text has the same digits.
function same(number, token) {
  return String(number) === token.replace(/0+$/, "").replace(/\.$/, "");
}

function revive(key, value) {
  if (value === null || typeof value !== "object" || !Object.prototype.hasOwnProperty.call(value, MARK)) return value;
  const token = value[MARK];
  return token.includes(".") ? token : BigInt(token);
}

// As JSON.parse does, but a whole number that a number cannot hold is a bigint, and a decimal that it cannot
// hold is a string of its digits.
function parseExact(json) {
  return JSON.parse(json.replace(TOKEN, exact), revive);
}

module.exports = { parseExact };
