#include <unordered_set>
#include <variant>

#include <fmt/format.h>

#include "compiler/lint/removal.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/use.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

// One overload a declaration that gives a unit's importers a name.
struct Declares {
  const std::unordered_set<std::string_view>& names;

  template <typename T>
  bool operator()(const T&) const {
    return false;
  }
  bool operator()(const syntax::EnumDeclaration& node) const { return Has(node.name); }
  bool operator()(const syntax::SetDeclaration& node) const { return Has(node.name); }
  bool operator()(const syntax::ParameterDeclaration& node) const { return Has(node.name); }
  bool operator()(const syntax::PatternDeclaration& node) const { return Has(node.name); }
  bool operator()(const syntax::LookupDeclaration& node) const { return Has(node.name); }

  bool Has(const syntax::Name& name) const { return names.contains(name.text); }
};

bool DeclaresOneOf(const syntax::Unit& library, const std::unordered_set<std::string_view>& names) {
  for (const syntax::Statement& statement : library.statements) {
    if (std::visit(Declares{names}, statement))
      return true;
  }
  return false;
}

// Nothing in it is part of the hash of who imports it: sets are written out where they are used.
bool LeavesNoTrace(const Package& package, const syntax::Unit& library) {
  bool traceless = true;
  for (const syntax::Statement& statement : library.statements) {
    if (const auto* uses = std::get_if<syntax::Uses>(&statement)) {
      const syntax::Unit* imported = Imported(package, *uses);
      traceless = traceless && imported != nullptr && LeavesNoTrace(package, *imported);
    } else {
      traceless = traceless && !std::holds_alternative<syntax::ParameterDeclaration>(statement) &&
                  !std::holds_alternative<syntax::PatternDeclaration>(statement) &&
                  !std::holds_alternative<syntax::LookupDeclaration>(statement);
    }
  }
  return traceless;
}

}  // namespace

void UnusedLibraries(const Package& package, Findings& findings) {
  for (const syntax::Unit* unit : PrivateUnits(package)) {
    std::unordered_set<std::string_view> used;
    for (const syntax::Statement& statement : unit->statements)
      ForEachName(statement, [&](std::string_view name) { used.insert(name); });
    ForEach<syntax::Uses>(*unit, [&](const syntax::Uses& uses) {
      const syntax::Unit* library = Imported(package, uses);
      if (library == nullptr || library->kind != syntax::UnitKind::kLibrary ||
          DeclaresOneOf(*library, used))
        return;
      Diagnostic& report = findings.Add(
          uses.span, fmt::format("nothing here uses the library `{}`", uses.name.text));
      report.help = "remove the line";
      report.fixes.push_back(
          {Removable(*package.sources, uses.span), "", LeavesNoTrace(package, *library)});
    });
  }
}

}  // namespace lq::lint
