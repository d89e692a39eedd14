#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/base/source.h"
#include "compiler/syntax/unit.h"

namespace lq {

// What a file says it is.
struct UnitHeader {
  syntax::UnitKind kind = syntax::UnitKind::kUnknown;
  // Of tests: the policy they are for.
  std::string name;
  // Its file is 0: the caller knows which file it read.
  Span name_span;
};

// Reads no further than the header, so that a package of many files is indexed without parsing
// them. Nothing when the text does not begin with an edition (or lacks it) and a unit's kind and
// name; Parse tells why.
std::optional<UnitHeader> ReadUnitHeader(std::string_view text);

}  // namespace lq
