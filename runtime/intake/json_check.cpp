#include "runtime/intake/json_check.h"

#include "runtime/intake/json_scanner.h"

namespace lq::intake {

JsonProblem CheckJson(std::string_view text) {
  JsonScanner scanner;
  scanner.Begin(text);
  scanner.Next();
  scanner.SkipTo(0);
  scanner.Next();
  return scanner.problem();
}

}  // namespace lq::intake
