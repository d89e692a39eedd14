#include "compiler/check/check_declarations.h"

#include <fmt/format.h>

#include "compiler/check/check_define.h"
#include "compiler/check/check_derived.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/check_parameter.h"
#include "compiler/check/check_pattern.h"
#include "compiler/check/check_schema.h"
#include "compiler/check/check_set.h"
#include "compiler/check/check_type.h"
#include "compiler/check/reading_order.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

// One declaration when all that it reads was checked.
class ReaderChecker {
 public:
  ReaderChecker(Context& context, const Reader& reader) : context_(context), reader_(reader) {}

  void Check(const syntax::DerivedDeclaration* derived) {
    CheckDerived(context_, *derived, *reader_.entry);
  }
  void Check(const syntax::DefineDeclaration* define) {
    CheckDefine(context_, *define, *reader_.entry);
  }
  void Check(const syntax::ScoreDeclaration* score) {
    CheckScore(context_, *score, reader_.entry->index);
  }
  void Check(const syntax::TableDeclaration* table) {
    CheckValueTable(context_, *table, reader_.entry->index);
  }
  void Check(const syntax::LookupDeclaration* lookup) {
    CheckLookup(context_, *lookup, reader_.entry->index);
  }

 private:
  Context& context_;
  const Reader& reader_;
};

void SetType(Context& context, const Reader& reader, const syntax::TypeRef& ref, Type& type) {
  const WithScope scope(context, reader.scope);
  const std::optional<Type> checked = CheckType(context, ref);
  if (checked) {
    type = *checked;
  } else {
    reader.entry->broken = true;
  }
}

// Of tables and lookups, before anything reads them.
void CheckTypes(Context& context) {
  for (const Reader& reader : context.readers) {
    if (const auto* table = std::get_if<const syntax::TableDeclaration*>(&reader.declaration)) {
      // A missing `gives` was reported by the parser.
      if ((*table)->gives) {
        SetType(context, reader, *(*table)->gives,
                context.program->tables[reader.entry->index].type);
      } else {
        reader.entry->broken = true;
      }
    }
    if (const auto* lookup = std::get_if<const syntax::LookupDeclaration*>(&reader.declaration)) {
      SetType(context, reader, (*lookup)->type, context.program->lookups[reader.entry->index].type);
    }
  }
}

}  // namespace

void CheckConstants(Context& context) {
  CheckSchema(context);
  for (Scope* unit : context.units) {
    const WithScope scope(context, unit);
    CheckPatterns(context, *unit);
    CheckParameters(context, *unit);
    CheckSets(context, *unit);
  }
}

void CheckReaders(Context& context) {
  CheckTypes(context);
  for (const Reader* reader : ReadingOrder(context)) {
    const WithScope scope(context, reader->scope);
    std::visit([&](const auto* declaration) { ReaderChecker(context, *reader).Check(declaration); },
               reader->declaration);
  }
}

std::int64_t UnitVersion(Context& context, const syntax::Unit& unit) {
  if (!unit.version)
    return 0;
  const std::optional<std::int64_t> version = WholeNumber(unit.version->text);
  if (version && *version >= 0)
    return *version;
  Diagnostic& report = context.Report(DiagnosticKind::kBadLiteral, unit.version->span,
                                      fmt::format("`{}` is no version", unit.version->text));
  report.help = "write a whole number, as in `version 7`";
  return 0;
}

}  // namespace lq::check
