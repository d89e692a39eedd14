#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/plan/expression.h"

namespace lq::plan {

// Literal text, or a placeholder with its fallback.
struct TextPart {
  std::string text;
  ExprId operand = kNone;
  bool has_fallback = false;
};

// One content in one language.
struct ContentText {
  std::string language;
  std::vector<TextPart> parts;
};

// The text that goes with a reason code, an outcome, or an output of its own name.
struct Content {
  enum class Of : std::uint8_t { kReason, kOutcome, kOwn } of = Of::kOwn;
  std::string name;
  std::vector<ContentText> texts;
};

}  // namespace lq::plan
