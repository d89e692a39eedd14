#include "stdlib/function.h"

#include <algorithm>
#include <vector>

#include "stdlib/address/address.h"
#include "stdlib/date/date.h"
#include "stdlib/number/number.h"
#include "stdlib/text/text.h"

namespace lq::stdlib {
namespace {

std::vector<Function> SortedFunctions() {
  std::vector<Function> functions;
  for (const auto family :
       {AddressFunctions(), DateFunctions(), NumberFunctions(), TextFunctions()}) {
    functions.insert(functions.end(), family.begin(), family.end());
  }
  std::sort(functions.begin(), functions.end(),
            [](const Function& a, const Function& b) { return a.name < b.name; });
  return functions;
}

}  // namespace

std::span<const Function> AllFunctions() {
  static const std::vector<Function> functions = SortedFunctions();
  return functions;
}

const Function* FindFunction(std::string_view name) {
  const std::span<const Function> functions = AllFunctions();
  const auto found =
      std::lower_bound(functions.begin(), functions.end(), name,
                       [](const Function& f, std::string_view n) { return f.name < n; });
  return found != functions.end() && found->name == name ? &*found : nullptr;
}

}  // namespace lq::stdlib
