#pragma once

#include <span>
#include <string_view>

namespace lq::tool {

// One file of docs/errors, taken in at build time.
struct ErrorPage {
  // "LQ0412"
  std::string_view code;
  // Markdown.
  std::string_view text;
};

// Sorted by code.
std::span<const ErrorPage> AllErrorPages();

// One file of docs/lint.
struct LintPage {
  // The rule's: "unused_fields".
  std::string_view name;
  std::string_view text;
};

// Sorted by name.
std::span<const LintPage> AllLintPages();

}  // namespace lq::tool
