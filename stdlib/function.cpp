#include "stdlib/function.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "stdlib/address/address.h"
#include "stdlib/date/date.h"
#include "stdlib/name/name.h"
#include "stdlib/number/number.h"
#include "stdlib/phone/phone.h"
#include "stdlib/text/text.h"

namespace lq::stdlib {
namespace {

// The rows of several families, sorted by name.
template <typename Row>
std::vector<Row> Sorted(std::initializer_list<std::span<const Row>> families) {
  std::vector<Row> rows;
  for (const std::span<const Row> family : families) {
    rows.insert(rows.end(), family.begin(), family.end());
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.name < b.name; });
  return rows;
}

// In what `Sorted` gave.
template <typename Row>
const Row* Find(std::span<const Row> rows, std::string_view name) {
  const auto found =
      std::lower_bound(rows.begin(), rows.end(), name,
                       [](const Row& row, std::string_view n) { return row.name < n; });
  return found != rows.end() && found->name == name ? &*found : nullptr;
}

}  // namespace

std::span<const Function> AllFunctions() {
  static const std::vector<Function> functions =
      Sorted<Function>({AddressFunctions(), DateFunctions(), NumberFunctions(), TextFunctions()});
  return functions;
}

const Function* FindFunction(std::string_view name) { return Find(AllFunctions(), name); }

std::span<const Conversion> AllConversions() {
  static const std::vector<Conversion> conversions =
      Sorted<Conversion>({AddressConversions(), NameConversions(), PhoneConversions()});
  return conversions;
}

const Conversion* FindConversion(std::string_view name) { return Find(AllConversions(), name); }

}  // namespace lq::stdlib
