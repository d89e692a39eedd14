#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::check {

// One way for a reason code to come into a decision.
struct ReasonArm {
  enum class From : std::uint8_t {
    kRule,
    kOtherwise,
    kEvidence,
    kGuard,
    kScore
  } from = From::kRule;
  // In the program's array of its kind (kScore: of scores).
  std::uint32_t index = 0;
  // The condition that must then hold, or with `holds` false be ruled out; kNone: nothing must.
  ir::CondId when = ir::kNone;
  bool holds = true;
};

// By reason code.
using ReasonArms = std::unordered_map<std::string_view, std::vector<ReasonArm>>;

ReasonArms CollectReasonArms(const ir::Program& program);

// "rule mid_market_fit", "row 2 of the table by_size", "`otherwise`" …
std::string Describe(const ir::Program& program, const ReasonArm& arm);

// Fields of the schema that are never missing when the arm is taken, ascending: those that each way
// for its condition to be settled compares with something. Required fields are not listed.
std::vector<std::uint32_t> KnownFields(const ir::Program& program, const ReasonArm& arm);

}  // namespace lq::check
