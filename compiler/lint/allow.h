#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/rule.h"

// `# lq allow unused_fields: the CRM wants it`
namespace lq::lint {

inline constexpr Rule kBrokenAllows{2090, "broken_allows", Level::kError,
                                    "a `# lq allow` that names no rule or gives no reason"};
inline constexpr Rule kUnusedAllows{2091, "unused_allows", Level::kWarning,
                                    "a `# lq allow` that silences nothing"};

// A comment that silences rules at one place.
struct Allow {
  Span comment;
  // Behind code it speaks of its line, else of the statement that follows, or within a statement of
  // the line that follows.
  Span place;
  struct Named {
    std::string_view rule;
    Span span;
  };
  std::vector<Named> rules;
  std::string_view reason;
};

// Those of a file, whether well made or not.
std::vector<Allow> AllowsOf(const SourceMap& sources, const File& file);

}  // namespace lq::lint
