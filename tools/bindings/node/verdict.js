"use strict";

// What counts of a decision, from what the addon gives; confidences are per mille there, and row 0 is a rule.
function verdictOf([lead, status, outcome, proposed, confidence, ceiling, rules, errors]) {
  return {
    lead: lead || null,
    status,
    outcome: outcome || null,
    proposed: proposed || null,
    confidence: confidence / 1000,
    ceiling: ceiling / 1000,
    rules: rules.map(([name, row, chosen]) => ({ name, row: row || null, outcome: chosen })),
    errors: errors.map(([path, code, message]) => ({ path, code, message })),
  };
}

module.exports = { verdictOf };
