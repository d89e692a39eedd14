#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/diag/diagnostic.h"
#include "compiler/syntax/expression.h"

namespace lq::check {

// One namespace in which each name is declared once: rules, evidence, guards, groups, outcomes,
// fixtures.
class NameTable {
 public:
  struct Named {
    // What kind of thing it is where a namespace holds several (rule 0, rules table 1); the
    // caller's.
    std::uint32_t kind = 0;
    std::uint32_t index = 0;
    // Of the name where it is declared.
    Span span;
  };

  // `what`: "rule", for messages.
  explicit NameTable(std::string_view what) : what_(what) {}

  // False, and reported with both places, when the name is there already. An empty name is neither.
  bool Declare(Diagnostics& diagnostics, const syntax::Name& name, std::uint32_t kind,
               std::uint32_t index);
  const Named* Find(std::string_view name) const;
  // The same; an unknown name is reported with the nearest one (an empty name is not: it was
  // reported).
  const Named* Resolve(Diagnostics& diagnostics, const syntax::Name& name) const;
  // In the order of declaration.
  const std::vector<std::string_view>& names() const { return order_; }

 private:
  std::string_view what_;
  std::unordered_map<std::string_view, Named> names_;
  std::vector<std::string_view> order_;
};

}  // namespace lq::check
