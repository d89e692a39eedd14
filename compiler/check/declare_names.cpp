#include "compiler/check/declare_names.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/check/check_enum.h"

namespace lq::check {
namespace {

constexpr auto kReserved =
    std::to_array<std::string_view>({"today", "now", "outcome", "confidence", "tension"});

class Declarer {
 public:
  Declarer(Context& context, Scope& scope) : context_(context), scope_(scope) {}

  void Visit(const syntax::Statement& statement) {
    std::visit([this](const auto& declaration) { Declare(declaration); }, statement);
  }

 private:
  // Statements that declare nothing in this namespace.
  template <typename T>
  void Declare(const T&) {}

  void Declare(const syntax::EnumDeclaration& declaration) {
    EnumEntry* entry = CheckEnum(context_, declaration);
    if (entry == nullptr)
      return;
    const auto [known, fresh] = scope_.enums.try_emplace(declaration.name.text, entry);
    if (!fresh) {
      ReportDuplicate(context_.diagnostics, declaration.name, known->second->span);
      return;
    }
    scope_.own_enums.emplace_back(declaration.name.text, entry);
    context_.program->enums.push_back(entry->type);
  }

  void Declare(const syntax::FieldDeclaration& declaration) {
    const std::string_view path = declaration.name.text;
    if (path == "lead" || path.starts_with("lead.")) {
      Diagnostic& report = context_.Report(DiagnosticKind::kReservedName, declaration.name.span,
                                           "no field's name begins with `lead`");
      report.notes.push_back("`lead.` may stand before every field's name where it is read.");
      report.help = "choose another name";
      return;
    }
    std::vector<ir::Field>& fields = context_.program->schema.fields;
    if (!Enter(declaration.name, NameKind::kField, fields.size()))
      return;
    fields.emplace_back();
    fields.back().path = path;
    fields.back().span = declaration.name.span;
  }

  void Declare(const syntax::DerivedDeclaration& declaration) {
    Entry* entry = EnterReader(declaration.name, NameKind::kDerived, ir::kNone);
    if (entry != nullptr)
      AddReader(&declaration, entry, declaration.name);
  }

  void Declare(const syntax::ParameterDeclaration& declaration) {
    if (EnterReader(declaration.name, NameKind::kParameter, context_.parameters.size()) == nullptr)
      return;
    context_.parameters.push_back({&declaration, &scope_, {}});
  }

  void Declare(const syntax::SetDeclaration& declaration) {
    if (EnterReader(declaration.name, NameKind::kSet, context_.sets.size()) == nullptr)
      return;
    context_.sets.push_back({declaration.name.text, {}, &scope_, {}});
  }

  void Declare(const syntax::PatternDeclaration& declaration) {
    std::vector<ir::Pattern>& patterns = context_.program->patterns;
    if (EnterReader(declaration.name, NameKind::kPattern, patterns.size()) == nullptr)
      return;
    patterns.push_back({declaration.name.text, {}});
  }

  void Declare(const syntax::ToggleDeclaration& declaration) {
    std::vector<ir::Toggle>& toggles = context_.program->toggles;
    if (EnterReader(declaration.name, NameKind::kToggle, toggles.size()) == nullptr)
      return;
    toggles.push_back({declaration.name.text, declaration.on});
  }

  void Declare(const syntax::DefineDeclaration& declaration) {
    std::vector<ir::Define>& defines = context_.program->defines;
    Entry* entry = EnterReader(declaration.name, NameKind::kDefine, defines.size());
    if (entry == nullptr)
      return;
    defines.push_back({declaration.name.text, ir::kNone, declaration.span});
    context_.define_terms.push_back(0);
    AddReader(&declaration, entry, declaration.name);
  }

  void Declare(const syntax::ScoreDeclaration& declaration) {
    std::vector<ir::Score>& scores = context_.program->scores;
    Entry* entry = EnterReader(declaration.name, NameKind::kScore, scores.size());
    if (entry == nullptr)
      return;
    scores.emplace_back();
    scores.back().name = declaration.name.text;
    scores.back().span = declaration.span;
    AddReader(&declaration, entry, declaration.name);
  }

  void Declare(const syntax::TableDeclaration& declaration) {
    if (declaration.is_rules)
      return;
    std::vector<ir::Table>& tables = context_.program->tables;
    Entry* entry = EnterReader(declaration.name, NameKind::kTable, tables.size());
    if (entry == nullptr)
      return;
    tables.emplace_back();
    tables.back().name = declaration.name.text;
    tables.back().span = declaration.span;
    AddReader(&declaration, entry, declaration.name);
  }

  void Declare(const syntax::LookupDeclaration& declaration) {
    std::vector<ir::Lookup>& lookups = context_.program->lookups;
    Entry* entry = EnterReader(declaration.name, NameKind::kLookup, lookups.size());
    if (entry == nullptr)
      return;
    lookups.emplace_back();
    lookups.back().name = declaration.name.text;
    lookups.back().span = declaration.span;
    AddReader(&declaration, entry, declaration.name);
  }

  // Names that are read without a prefix.
  Entry* EnterReader(const syntax::Name& name, NameKind kind, std::size_t index) {
    if (std::find(kReserved.begin(), kReserved.end(), name.text) != kReserved.end()) {
      Diagnostic& report = context_.Report(DiagnosticKind::kReservedName, name.span,
                                           fmt::format("`{}` has a meaning of its own", name.text));
      report.help = fmt::format("choose another name, such as `the_{}`", name.text);
      return nullptr;
    }
    return Enter(name, kind, index);
  }

  // Null when the name is missing or there already; reported.
  Entry* Enter(const syntax::Name& name, NameKind kind, std::size_t index) {
    if (name.text.empty())
      return nullptr;
    Entry entry{kind, static_cast<std::uint32_t>(index), name.span, false};
    const auto [known, fresh] = scope_.names.try_emplace(name.text, nullptr);
    if (!fresh) {
      ReportDuplicate(context_.diagnostics, name, known->second->span);
      return nullptr;
    }
    known->second = &context_.entries.emplace_back(entry);
    scope_.own_names.emplace_back(name.text, known->second);
    return known->second;
  }

  void AddReader(Reader::Declaration declaration, Entry* entry, const syntax::Name& name) {
    context_.readers.push_back({declaration, &scope_, entry, name.text});
  }

  Context& context_;
  Scope& scope_;
};

}  // namespace

void DeclareNames(Context& context, Scope& scope) {
  Declarer declarer(context, scope);
  for (const syntax::Statement& statement : scope.unit->statements)
    declarer.Visit(statement);
}

}  // namespace lq::check
