#include "tests/differential/generator/strength.h"

namespace lq::test {
namespace {

std::string Tenths(std::int64_t tenths) {
  const std::string sign = tenths < 0 ? "-" : "";
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  const std::string rest = size % 10 == 0 ? "" : "." + std::to_string(size % 10);
  return sign + std::to_string(size / 10) + rest;
}

}  // namespace

std::string RandomStrength(Draft& draft) {
  switch (draft.random.Below(3)) {
    case 0:
      draft.coverage.Count("strength as a word");
      return std::string(draft.Pick({"weakly", "fairly", "strongly", "decisively"}));
    case 1:
      draft.coverage.Count("strength as a confidence");
      return "with confidence " + Tenths(draft.random.Between(1, 999)) + "%";
    default:
      draft.coverage.Count("strength as points");
      return "by " + Tenths(draft.random.Between(-300, draft.Chance(20) ? 600 : 200)) + " points";
  }
}

}  // namespace lq::test
