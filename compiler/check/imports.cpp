#include "compiler/check/imports.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "compiler/check/declare_names.h"
#include "compiler/syntax/nodes.h"

namespace lq::check {
namespace {

constexpr std::string_view kEdition = "2026";
constexpr std::size_t kDeepestImport = 64;

// Opens units depth first; `path_` holds those that are being opened.
class Importer {
 public:
  explicit Importer(Context& context) : context_(context) {}

  Scope* Open(const syntax::Unit& unit) {
    for (Scope& scope : context_.scopes) {
      if (scope.unit == &unit)
        return &scope;
    }
    Scope& scope = context_.scopes.emplace_back();
    scope.unit = &unit;
    CheckEdition(context_, unit);
    path_.push_back(&unit);
    ImportAll(unit, scope);
    path_.pop_back();
    if (unit.kind == syntax::UnitKind::kSchema && context_.schema == nullptr)
      context_.schema = &scope;
    DeclareNames(context_, scope);
    if (unit.kind == syntax::UnitKind::kLibrary)
      LendEnums(scope);
    context_.units.push_back(&scope);
    return &scope;
  }

 private:
  // A library may name the enums of the policy's schema, as its lookups name the fields.
  void LendEnums(Scope& library) {
    if (context_.schema == nullptr)
      return;
    for (const auto& [name, entry] : context_.schema->own_enums)
      library.enums.try_emplace(name, entry);
  }

  // The schema first, so that the policy's own becomes the program's.
  void ImportAll(const syntax::Unit& unit, Scope& scope) {
    for (const std::string_view kind : {"schema", "library"}) {
      std::unordered_map<std::string_view, Span> seen;
      ForEach<syntax::Uses>(unit, [&](const syntax::Uses& uses) {
        if (uses.unit_kind.text != kind || uses.name.text.empty())
          return;
        const auto [first, fresh] = seen.try_emplace(uses.name.text, uses.name.span);
        if (fresh) {
          Import(uses, kind == "schema" ? syntax::UnitKind::kSchema : syntax::UnitKind::kLibrary,
                 scope);
        } else {
          ReportTwice(uses, first->second);
        }
      });
    }
  }

  void ReportTwice(const syntax::Uses& uses, Span before) {
    Diagnostic& report = context_.Report(
        DiagnosticKind::kRepeatedImport, uses.name.span,
        fmt::format("{} `{}` is imported twice", uses.unit_kind.text, uses.name.text));
    report.secondary.push_back({before, "first imported here"});
    report.help = "remove one of the two lines";
  }

  void Import(const syntax::Uses& uses, syntax::UnitKind kind, Scope& scope) {
    const syntax::Unit* unit = context_.loader.Find(kind, uses.name.text);
    if (unit == nullptr)
      ReportMissingUnit(context_, kind, uses.name);
    if (unit == nullptr || !IsRead(*unit, kind) || !MayOpen(uses, *unit)) {
      scope.incomplete = true;
      return;
    }
    CheckPin(uses, *unit);
    Scope* imported = Open(*unit);
    if (kind == syntax::UnitKind::kSchema && imported != context_.schema) {
      ReportSecondSchema(uses);
      return;
    }
    scope.incomplete = scope.incomplete || imported->incomplete;
    BringIn(uses, *imported, scope);
  }

  // What is refused before it is parsed, invalid UTF-8 for one, has been reported and is of no
  // kind.
  static bool IsRead(const syntax::Unit& unit, syntax::UnitKind kind) { return unit.kind == kind; }

  bool MayOpen(const syntax::Uses& uses, const syntax::Unit& unit) {
    const auto at = std::find(path_.begin(), path_.end(), &unit);
    if (at != path_.end()) {
      ReportCycle(uses, at);
      return false;
    }
    if (path_.size() < kDeepestImport)
      return true;
    context_.Report(DiagnosticKind::kLimit, uses.span,
                    fmt::format("these imports are nested more than {} deep", kDeepestImport));
    return false;
  }

  void ReportCycle(const syntax::Uses& uses,
                   std::vector<const syntax::Unit*>::const_iterator from) {
    std::string chain;
    for (auto at = from; at != path_.end(); ++at)
      chain += fmt::format("`{}` uses ", (*at)->name.text);
    Diagnostic& report = context_.Report(DiagnosticKind::kCyclicImport, uses.span,
                                         fmt::format("`{}` imports itself", uses.name.text));
    report.notes.push_back(fmt::format("{}`{}`.", chain, uses.name.text));
    report.help = "remove one of these imports, or move what both need into a third library";
  }

  void CheckPin(const syntax::Uses& uses, const syntax::Unit& unit) {
    if (!uses.version || !unit.version || SameNumber(uses.version->text, unit.version->text))
      return;
    Diagnostic& report = context_.Report(
        DiagnosticKind::kVersionMismatch, uses.version->span,
        fmt::format("this wants {} `{}` version {}, but the package holds version {}",
                    uses.unit_kind.text, uses.name.text, uses.version->text, unit.version->text));
    report.secondary.push_back({unit.version->span, "its version stands here"});
    report.help = fmt::format("see what changed between the two, then write `version {}`",
                              unit.version->text);
    report.fixes.push_back({uses.version->span, unit.version->text, false});
  }

  static bool SameNumber(std::string_view a, std::string_view b) {
    const auto plain = [](std::string_view text) {
      const std::size_t digit = text.find_first_not_of('0');
      return digit == std::string_view::npos ? std::string_view("0") : text.substr(digit);
    };
    return plain(a) == plain(b);
  }

  void ReportSecondSchema(const syntax::Uses& uses) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kSecondSchema, uses.span,
                        fmt::format("`{}` is a second schema; the policy reads `{}`",
                                    uses.name.text, context_.schema->unit->name.text));
    report.notes.push_back("A policy and the libraries it uses read the leads of one schema.");
    report.help = fmt::format("remove this line, or use `{}`", context_.schema->unit->name.text);
  }

  void BringIn(const syntax::Uses& uses, const Scope& from, Scope& scope) {
    for (const auto& [name, entry] : from.own_names) {
      const auto [known, fresh] = scope.names.try_emplace(name, entry);
      if (!fresh)
        ReportClash(uses, name, known->second->span, entry->span);
    }
    for (const auto& [name, entry] : from.own_enums) {
      const auto [known, fresh] = scope.enums.try_emplace(name, entry);
      if (!fresh)
        ReportClash(uses, name, known->second->span, entry->span);
    }
  }

  void ReportClash(const syntax::Uses& uses, std::string_view name, Span first, Span second) {
    Diagnostic& report = context_.Report(DiagnosticKind::kClashingImports, uses.span,
                                         fmt::format("two imports define `{}`", name));
    report.secondary.push_back({first, "one is declared here"});
    report.secondary.push_back({second, "the other here"});
    report.help =
        "give one of the two another name in its library, or import only one of the libraries";
  }

  Context& context_;
  std::vector<const syntax::Unit*> path_;
};

}  // namespace

void ReportMissingUnit(Context& context, syntax::UnitKind kind, const syntax::Name& name) {
  const std::string_view word = syntax::UnitKindWord(kind);
  std::vector<std::string_view> names = context.loader.Names(kind);
  std::sort(names.begin(), names.end());
  const std::string unreadable = context.loader.Unreadable();
  Diagnostic& report = context.Report(
      unreadable.empty() ? DiagnosticKind::kUnknownUnit : DiagnosticKind::kUnreadableFile,
      name.span, fmt::format("no file of this package holds a {} called `{}`", word, name.text));
  if (!unreadable.empty()) {
    report.notes.push_back(unreadable + ".");
    report.help = "make that file readable, or take it out of the package";
  } else if (const std::string_view nearest = NearestName(name.text, names); !nearest.empty()) {
    report.primary.text = fmt::format("did you mean `{}`?", nearest);
    report.help = fmt::format("write `{}`", nearest);
    report.fixes.push_back({name.span, std::string(nearest), false});
  } else if (names.empty()) {
    report.notes.push_back(
        fmt::format("There is no {} at all in the folder of the package or below it.", word));
  } else {
    report.notes.push_back(fmt::format("There is {}.", Quoted(names)));
  }
}

void CheckEdition(Context& context, const syntax::Unit& unit) {
  if (unit.edition.text.empty() || unit.edition.text == kEdition)
    return;
  Diagnostic& report =
      context.Report(DiagnosticKind::kUnknownEdition, unit.edition.span,
                     fmt::format("this program does not know edition {}", unit.edition.text));
  report.help = fmt::format("write `edition {}`", kEdition);
  report.fixes.push_back({unit.edition.span, std::string(kEdition), true});
}

Scope* OpenUnit(Context& context, const syntax::Unit& unit) { return Importer(context).Open(unit); }

}  // namespace lq::check
