#include "compiler/lint/use.h"

#include <algorithm>

#include "compiler/lint/walk.h"
#include "compiler/syntax/nodes.h"

namespace lq::lint {
namespace {

void Reach(const Package& package, const syntax::Unit& unit,
           std::unordered_set<const syntax::Unit*>& reached) {
  if (!reached.insert(&unit).second)
    return;
  ForEach<syntax::Uses>(unit, [&](const syntax::Uses& uses) {
    if (const syntax::Unit* imported = Imported(package, uses))
      Reach(package, *imported, reached);
  });
}

}  // namespace

std::unordered_set<std::string_view> UsedNames(const Package& package) {
  std::unordered_set<std::string_view> names;
  for (const File& file : package.files) {
    for (const syntax::Statement& statement : file.unit->statements)
      ForEachName(statement, [&](std::string_view name) { names.insert(name); });
  }
  return names;
}

std::vector<const syntax::Unit*> PrivateUnits(const Package& package) {
  std::unordered_set<const syntax::Unit*> reached;
  for (const Policy& policy : package.policies)
    Reach(package, *policy.unit, reached);
  std::vector<const syntax::Unit*> units;
  for (const File& file : package.files) {
    const bool policy = file.unit->kind == syntax::UnitKind::kPolicy;
    if (file.own && (policy || (package.whole && reached.contains(file.unit))))
      units.push_back(file.unit);
  }
  return units;
}

const syntax::Unit* Imported(const Package& package, const syntax::Uses& uses) {
  const auto found =
      std::find_if(package.files.begin(), package.files.end(), [&](const File& file) {
        return file.unit->name.text == uses.name.text &&
               syntax::UnitKindWord(file.unit->kind) == uses.unit_kind.text;
      });
  return found == package.files.end() ? nullptr : found->unit;
}

}  // namespace lq::lint
