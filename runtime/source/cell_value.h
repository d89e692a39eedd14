#pragma once

#include <string>
#include <string_view>

#include "runtime/plan/source_plan.h"
#include "runtime/value/type.h"

namespace lq {

// Why a text is no value of its field.
struct CellProblem {
  // A code of rejected leads: type, format.
  std::string_view code;
  // The end of a sentence about the text, "is not a number", which goes on "but `x` needs one".
  std::string rule;
  // What can be done about it; may be empty.
  std::string_view help;
};

// Appends what the text of a place means to a field of this type, as the canonical lead writes it.
// `text` is not missing and has no white space around it. What is not a text is converted here;
// texts, addresses, codes and names are handed on, and intake has the last word on range and
// domain. False, `problem` set and nothing appended, when it does not convert.
bool AppendCell(const plan::SourceField& field, const Type& type, std::string_view text,
                std::string& json, CellProblem& problem);

// The JSON of a value that no field of this type takes: what becomes of it is the field's own rule.
std::string_view UnfitJson(const Type& type);

}  // namespace lq
