#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "compiler/check/check.h"
#include "compiler/check/name_table.h"
#include "compiler/check/reason_arms.h"
#include "compiler/check/unknown_names.h"
#include "compiler/ir/program.h"
#include "compiler/ir/source_program.h"
#include "compiler/syntax/unit.h"

// What every part of the checker works on.
namespace lq::check {

// The kinds of the one namespace of values and conditions.
enum class NameKind : std::uint8_t {
  kField,
  kDerived,
  kParameter,
  kSet,
  kPattern,
  kScore,
  kTable,
  kLookup,
  kDefine,
  kToggle,
};

// "a field", "a derived value" …
std::string_view Describe(NameKind kind);

// One declared name; imported names share the entry of the unit that declares them.
struct Entry {
  NameKind kind = NameKind::kField;
  // In the program's array of its kind (kSet, kParameter: of Context::sets, Context::parameters).
  // Of derived values kNone until they are checked.
  std::uint32_t index = ir::kNone;
  // Of the name where it is declared.
  Span span;
  // The declaration is wrong and was reported: uses stay silent.
  bool broken = false;
};

struct EnumEntry {
  std::shared_ptr<Enum> type;
  Span span;
  // Names of members to their index.
  std::unordered_map<std::string_view, std::uint32_t> members;
  bool broken = false;
};

// What the names in one unit mean: its own and those it imports.
struct Scope {
  const syntax::Unit* unit = nullptr;
  std::unordered_map<std::string_view, Entry*> names;
  std::unordered_map<std::string_view, EnumEntry*> enums;
  // What importers see: the names that the unit itself declares.
  std::vector<std::pair<std::string_view, Entry*>> own_names;
  std::vector<std::pair<std::string_view, EnumEntry*>> own_enums;
  // An import failed and was reported: unknown names may be its and stay silent.
  bool incomplete = false;
};

// A named set: its items as written, each once, after `plus` and `minus`. Typed by each use
// (decision 0030).
struct SetInfo {
  std::string_view name;
  std::vector<const syntax::Expr*> items;
  const Scope* scope = nullptr;
  // The items as constants of the types it was used with.
  struct Typed {
    Type type;
    std::vector<ir::ExprId> items;
  };
  std::vector<Typed> typed;
};

// A parameter as written; program.parameters holds one for each type it is used with (decision
// 0030).
struct ParameterInfo {
  const syntax::ParameterDeclaration* declaration = nullptr;
  const Scope* scope = nullptr;
  // Indices of program.parameters; the first has the type that its own literals give.
  std::vector<std::uint32_t> typed;
};

// A declaration that may read others of its kind, in any order of the file: see reading_order.h.
struct Reader {
  using Declaration =
      std::variant<const syntax::DerivedDeclaration*, const syntax::DefineDeclaration*,
                   const syntax::ScoreDeclaration*, const syntax::TableDeclaration*,
                   const syntax::LookupDeclaration*>;
  Declaration declaration;
  Scope* scope = nullptr;
  Entry* entry = nullptr;
  std::string_view name;
};

// Where a condition or expression stands.
enum class Place : std::uint8_t {
  kOrdinary,  // rules, evidence, scores, tables, defines: no protected fields
  kGuard,     // also `outcome`, `confidence`, `tension`
  kDerived,  // derived values: fields and other derived values only; protected ones hand protection
             // on
  kShown,    // outputs and placeholders
};

struct Context {
  Context(UnitLoader& loader_in, const SourceMap& sources_in, Diagnostics& diagnostics_in);

  UnitLoader& loader;
  const SourceMap& sources;
  Diagnostics& diagnostics;
  // Under construction; the array of each kind is as long as what was declared once names are
  // collected, but for derived values, expressions and conditions.
  std::shared_ptr<ir::Program> program;

  // The unit that is being checked: the scope in which names are looked up.
  Scope* scope = nullptr;
  // Null when the policy's schema could not be found (or a library is checked alone).
  Scope* schema = nullptr;
  // Null when no policy is checked.
  Scope* policy = nullptr;
  Place place = Place::kOrdinary;

  // The policy's other namespaces; index and kind are those who fill them say (statements.h).
  NameTable rules{"rule"};
  NameTable evidence{"evidence"};
  NameTable guards{"guard"};
  NameTable groups{"group"};
  NameTable outcomes{"outcome"};
  NameTable fixtures{"fixture"};
  // By the index in that table.
  std::vector<const syntax::FixtureDeclaration*> fixture_declarations;
  // Of tests: what gives each reason code, once it is asked for.
  std::optional<ReasonArms> reason_arms;
  // Of tests: by name, null when it is wrong and reported.
  std::map<std::string, std::shared_ptr<const ir::SourceProgram>> payload_sources;

  std::deque<Scope> scopes;
  // The same; each after those that it imports.
  std::vector<Scope*> units;
  std::deque<Entry> entries;
  std::deque<EnumEntry> enums;
  std::unordered_map<const Enum*, const EnumEntry*> enum_entries;
  std::deque<SetInfo> sets;
  std::deque<ParameterInfo> parameters;
  std::vector<Reader> readers;
  UnknownNames unknown_names;
  // By index of program.schema.fields: its declaration when it is deprecated, else null; may be
  // shorter.
  std::vector<const syntax::FieldDeclaration*> deprecated;
  // By index of program.derived: it reads a protected field.
  std::vector<bool> derived_protected;
  // By index of program.defines: its terms when all it names is written out.
  std::vector<std::uint32_t> define_terms;

  Diagnostic& Report(DiagnosticKind kind, Span span, std::string message) {
    return diagnostics.Report(kind, span, std::move(message));
  }
  ir::ExprId Add(ir::Expr expr);
  ir::CondId Add(ir::Cond cond);
  const ir::Expr& expr(ir::ExprId id) const { return program->exprs[id]; }
  const Type& type(ir::ExprId id) const { return program->exprs[id].type; }
  Arena& arena() { return *program->arena; }
};

// Sets the scope, the place for as long as it lives.
class WithScope {
 public:
  WithScope(Context& context, Scope* scope) : context_(context), before_(context.scope) {
    context.scope = scope;
  }
  ~WithScope() { context_.scope = before_; }
  WithScope(const WithScope&) = delete;
  WithScope& operator=(const WithScope&) = delete;

 private:
  Context& context_;
  Scope* before_;
};

class WithPlace {
 public:
  WithPlace(Context& context, Place place) : context_(context), before_(context.place) {
    context.place = place;
  }
  ~WithPlace() { context_.place = before_; }
  WithPlace(const WithPlace&) = delete;
  WithPlace& operator=(const WithPlace&) = delete;

 private:
  Context& context_;
  Place before_;
};

// The statements of one type in a unit, in the order of the file.
template <typename T, typename F>
void ForEach(const syntax::Unit& unit, F&& visit) {
  for (const syntax::Statement& statement : unit.statements) {
    if (const T* declaration = std::get_if<T>(&statement))
      visit(*declaration);
  }
}

// Without a leading `lead.`.
std::string_view PlainName(std::string_view name);

// Null when the scope has no such name. Reports nothing.
Entry* Find(const Scope& scope, std::string_view name);
// The same in the current scope; an unknown name is noted for UnknownNames.
Entry* Resolve(Context& context, const syntax::Name& name);

// The index in program.schema.fields of the schema's field `name`; an unknown or other name is
// reported.
std::optional<std::uint32_t> ResolveField(Context& context, const syntax::Name& name);

// Reports that `name` was declared at `before` already.
void ReportDuplicate(Diagnostics& diagnostics, const syntax::Name& name, Span before);

// "schema/lead.lq:14:1"
std::string PlaceText(const SourceMap& sources, Span span);
// "`a`, `b` and `c`"; after the fifth "and 12 more".
std::string Quoted(const std::vector<std::string_view>& names);

}  // namespace lq::check
