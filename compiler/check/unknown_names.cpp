#include "compiler/check/unknown_names.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/check/context.h"

namespace lq::check {
namespace {

// Beyond that nobody reads the suggestions, and each costs a walk over all names.
constexpr std::size_t kMostSuggestions = 100;
constexpr std::size_t kMostPlaces = 4;

std::vector<std::string_view> SortedNames(const Scope& scope) {
  std::vector<std::string_view> names;
  for (const auto& [name, entry] : scope.names)
    names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

// The enum that has a value of that name; the first by name.
std::string_view EnumWithValue(const Scope& scope, std::string_view value) {
  std::string_view best;
  for (const auto& [name, entry] : scope.enums) {
    if (entry->members.contains(value) && (best.empty() || name < best))
      best = name;
  }
  return best;
}

// The first field of that enum; empty when there is none.
std::string_view FieldOf(const Context& context, std::string_view enumeration) {
  for (const ir::Field& field : context.program->schema.fields) {
    if (field.type.kind == TypeKind::kEnum && field.type.enumeration->name == enumeration)
      return field.path;
  }
  return {};
}

template <typename T>
bool Declares(const syntax::Unit& unit, std::string_view name) {
  bool found = false;
  ForEach<T>(unit, [&](const T& declaration) { found = found || declaration.name.text == name; });
  return found;
}

// The library of the package that declares the name, though nobody imports it here.
std::string_view LibraryWith(Context& context, std::string_view name) {
  for (const std::string_view library : context.loader.Names(syntax::UnitKind::kLibrary)) {
    const syntax::Unit* unit = context.loader.Find(syntax::UnitKind::kLibrary, library);
    if (unit == nullptr)
      continue;
    if (Declares<syntax::SetDeclaration>(*unit, name) ||
        Declares<syntax::ParameterDeclaration>(*unit, name) ||
        Declares<syntax::PatternDeclaration>(*unit, name) ||
        Declares<syntax::LookupDeclaration>(*unit, name)) {
      return library;
    }
  }
  return {};
}

void Explain(Context& context, const Scope& scope, std::string_view name,
             const std::vector<Span>& places, Diagnostic& report) {
  if (const std::string_view of = EnumWithValue(scope, name); !of.empty()) {
    report.notes.push_back(
        fmt::format("`{}` is a value of `{}`, and can stand after `is` or in a list.", name, of));
    if (const std::string_view field = FieldOf(context, of); !field.empty()) {
      report.help = fmt::format("write `{} is {}`", field, name);
    }
    return;
  }
  if (context.policy == &scope && context.outcomes.Find(name) != nullptr) {
    report.notes.push_back(
        fmt::format("`{}` is an outcome; a guard may ask `outcome is {}`.", name, name));
    return;
  }
  const std::string_view nearest = NearestNameIn(scope, name);
  if (!nearest.empty()) {
    report.primary.text = fmt::format("did you mean `{}`?", nearest);
    report.help = fmt::format("write `{}`", nearest);
    for (const Span place : places)
      report.fixes.push_back({place, std::string(nearest), false});
    return;
  }
  if (const std::string_view library = LibraryWith(context, name); !library.empty()) {
    report.help = fmt::format("add the line `uses library {}`, which declares it", library);
    return;
  }
  report.help = MissingHelp(name);
  report.notes.push_back(
      "Names come from the schema, from this file, and from the libraries that it uses.");
}

}  // namespace

std::string_view MissingHelp(std::string_view word) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"blank", "empty", "nil", "null", "undefined"});
  const bool missing = std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  return missing ? "for a lead without it write `is missing`" : "";
}

std::string_view NearestNameIn(const Scope& scope, std::string_view name) {
  return NearestName(PlainName(name), SortedNames(scope));
}

void UnknownNames::Add(const Scope& scope, const syntax::Name& name) {
  if (scope.incomplete)
    return;
  const auto [at, fresh] = index_.try_emplace({&scope, name.text}, uses_.size());
  if (fresh)
    uses_.push_back({&scope, name.text, {}});
  uses_[at->second].places.push_back(name.span);
}

void UnknownNames::ReportAll(Context& context) const {
  std::size_t suggestions = 0;
  for (const Use& use : uses_) {
    Diagnostic& report = context.Report(DiagnosticKind::kUnknownName, use.places.front(),
                                        fmt::format("nothing is called `{}`", use.name));
    const std::size_t shown = std::min(use.places.size(), kMostPlaces);
    for (std::size_t i = 1; i < shown; ++i)
      report.secondary.push_back({use.places[i], "here too"});
    if (shown < use.places.size()) {
      report.notes.push_back(
          fmt::format("It stands in {} more places.", use.places.size() - shown));
    }
    if (++suggestions <= kMostSuggestions)
      Explain(context, *use.scope, use.name, use.places, report);
  }
}

}  // namespace lq::check
