#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/syntax/expression.h"

namespace lq::check {

struct Context;
struct Scope;

// What helps whoever writes `empty` or `null`; nothing for other words.
std::string_view MissingHelp(std::string_view word);

// The name known in the scope that is nearest to this one; empty when none is near.
std::string_view NearestNameIn(const Scope& scope, std::string_view name);

// Names that nothing declares. One message for all uses of one name: it is one mistake.
class UnknownNames {
 public:
  // A scope whose imports failed knows no unknown names.
  void Add(const Scope& scope, const syntax::Name& name);
  // Once, after everything was checked.
  void ReportAll(Context& context) const;

 private:
  struct Use {
    const Scope* scope = nullptr;
    std::string name;
    std::vector<Span> places;
  };
  std::vector<Use> uses_;
  std::map<std::pair<const Scope*, std::string>, std::size_t> index_;
};

}  // namespace lq::check
