#pragma once

#include <optional>
#include <string>

#include "compiler/base/number_set.h"
#include "compiler/ir/program.h"

namespace lq::lint {

// An expression as a person writes it: "company.size".
std::string SubjectText(const ir::Program& program, ir::ExprId expr);

// Which values of one subject a condition lets pass.
struct SubjectSet {
  std::string subject;
  NumberRange domain;
  NumberSet passing;
};

// Of a comparison of a number, date, code or enum with constants that its type can hold, or of a
// list of such about one subject; nothing for all else.
std::optional<SubjectSet> SetOf(const ir::Program& program, ir::CondId cond);

}  // namespace lq::lint
