#include "runtime/intake/json_check.h"

namespace lq::intake {

JsonProblem CheckJson(std::string_view text) {
  JsonScanner scanner;
  return CheckJson(text, scanner);
}

JsonProblem CheckJson(std::string_view text, JsonScanner& scanner) {
  scanner.Begin(text);
  scanner.Next();
  scanner.SkipTo(0);
  scanner.Next();
  return scanner.problem();
}

std::string_view CodeOf(JsonProblem problem) {
  switch (problem) {
    case JsonProblem::kNone:
      return {};
    case JsonProblem::kNotJson:
      return "not_json";
    case JsonProblem::kTooDeep:
      return "too_deep";
    case JsonProblem::kDuplicateKey:
      return "duplicate_key";
  }
  return {};
}

}  // namespace lq::intake
