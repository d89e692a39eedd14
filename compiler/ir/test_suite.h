#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/ir/program.h"
#include "compiler/ir/source_program.h"

// Checked tests of a policy (language.md, section 9): those of a `tests` unit, or the examples of
// the policy's own rules.
namespace lq::ir {

// What one source says of a field.
struct GivenReport {
  Value value;
  std::string source;
  // UTC milliseconds.
  std::optional<std::int64_t> at;
};

// What a lead says of a field.
struct GivenValue {
  enum class Kind : std::uint8_t {
    kMissing,
    // One value, or several of which one is right.
    kValues,
    // From low to high; open where an end is not set.
    kBand,
    kReports,
  };
  Kind kind = Kind::kMissing;
  std::vector<Value> values;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  std::vector<GivenReport> reports;
};

struct GivenField {
  // Index in schema.fields.
  std::uint32_t field = 0;
  GivenValue value;
};

// A file that somebody sent, read by a source.
struct GivenPayload {
  // As the test names it.
  std::string file;
  // Shared by the rows of a table.
  std::shared_ptr<const std::string> text;
  std::shared_ptr<const SourceProgram> source;
};

// A lead and the circumstances of its decision.
struct Given {
  // Then `fields` is empty.
  std::optional<GivenPayload> payload;
  // The canonical lead as JSON, of a file of cases. Then `fields` is empty.
  std::optional<std::string> lead;
  // One a field, in the order in which they were first named.
  std::vector<GivenField> fields;
  // UTC milliseconds; 2026-01-01 where nothing is said.
  std::int64_t as_of = 1'767'225'600'000;
  // One a toggle of the program, and whether anything is said of it.
  std::vector<bool> toggles;
  std::vector<bool> toggles_said;
};

// A lead that tests start from.
struct Fixture {
  std::string name;
  Given given;
};

struct Expectation {
  enum class Kind : std::uint8_t {
    kOutcome,         // names[0]; negated
    kBecause,         // names: codes that are among the reasons
    kReasonsExactly,  // names: codes
    kConfidence,      // low, high: hundredths of a percent
    kCouldBecome,     // names: outcomes, exactly these
    kAskFor,          // names: fields that are asked for
    kStatus,          // names[0]
    kProposed,        // names[0]
    kScore,           // names[0]; low, high: whole points, of both ends
    kOutput,          // names[0]; value, of type `type`
    kField,           // names[0], `field`; value
    kHeldByGuard,     // names[0]
    kRejectedFor,     // names: fields
  };
  Kind kind = Kind::kOutcome;
  bool negated = false;
  std::vector<std::string> names;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::uint32_t field = 0;
  Type type;
  GivenValue value;
  Span span;
};

// What a property says, beside what it expects, of any complete lead.
struct Property {
  // kNone: of every lead.
  CondId where = kNone;
  // `raising f never leaves o`: index in schema.fields; kNone without it.
  std::uint32_t raising = kNone;
  std::string never_leaves;
};

struct Test {
  enum class From : std::uint8_t { kTest, kTableRow, kCase, kExample, kProperty };
  From from = From::kTest;
  // Of the test, table or property; the file of a case; of an example the rule's name.
  std::string title;
  // Of kTableRow, kCase and kExample: from 1.
  std::uint32_t number = 0;
  bool only = false;
  // Of kProperty nothing.
  Given given;
  std::vector<Expectation> expectations;
  // Of kProperty alone.
  std::shared_ptr<const Property> property;
  Span span;
};

struct TestSuite {
  std::shared_ptr<const Program> program;
  // Those that its tests see, in their order.
  std::vector<Fixture> fixtures;
  // In the order of the file.
  std::vector<Test> tests;
};

}  // namespace lq::ir
