#pragma once

#include <span>
#include <string_view>

namespace lq::stdlib {

// Where a table of facts comes from; libraries say theirs themselves (stdlib/library).
struct FactSource {
  // "The Public Suffix List"
  std::string_view what;
  // "PyPI package publicsuffixlist 1.1.2.20261023 of 2026-10-23"
  std::string_view source;
};

std::span<const FactSource> FactSources();

}  // namespace lq::stdlib
