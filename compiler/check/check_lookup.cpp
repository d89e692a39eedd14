#include <fmt/format.h>

#include <unordered_map>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/check_type.h"
#include "compiler/check/lookup_file.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

class LookupChecker {
 public:
  LookupChecker(Context& context, const syntax::LookupDeclaration& declaration, std::uint32_t index)
      : context_(context), declaration_(declaration), lookup_(context.program->lookups[index]) {}

  void Check() {
    const bool gives = CheckGives();
    CheckOtherwise();
    const bool keys = CheckKeys();
    const std::optional<FileId> file = OpenFile();
    if (!gives || !keys || !file)
      return;
    columns_.push_back({declaration_.name.text, lookup_.type, declaration_.name.span});
    lookup_.rows = ReadLookupFile(context_, *file, columns_);
  }

 private:
  bool CheckGives() {
    if (lookup_.type.kind != TypeKind::kList)
      return true;
    Diagnostic& report = context_.Report(DiagnosticKind::kBadType, declaration_.type.span,
                                         "a lookup cannot give a list");
    report.primary.text = "one cell holds one value";
    report.help = "give the type of a single value";
    return false;
  }

  void CheckOtherwise() {
    if (!declaration_.has_otherwise)
      return;
    const Expected expected{&lookup_.type,
                            fmt::format("the lookup `{}`", declaration_.name.text),
                            {},
                            declaration_.type.span};
    const std::optional<Value> value = CheckConstant(context_, declaration_.otherwise, expected);
    if (value)
      lookup_.otherwise = *value;
  }

  // False when a key is wrong, or when no schema says what the keys are (a library checked alone).
  bool CheckKeys() {
    std::unordered_map<std::uint32_t, Span> seen;
    for (const syntax::LookupKey& key : declaration_.keys) {
      const std::optional<std::uint32_t> field = ResolveField(context_, key.field);
      if (!field)
        continue;
      const auto [first, fresh] = seen.try_emplace(*field, key.field.span);
      if (!fresh) {
        ReportTwice(context_, key.field.span, first->second, key.field.text);
      } else if (CheckKey(key, *field)) {
        lookup_.keys.push_back(*field);
      }
    }
    return lookup_.keys.size() == declaration_.keys.size() && !lookup_.keys.empty();
  }

  bool CheckKey(const syntax::LookupKey& key, std::uint32_t index) {
    const WithScope schema(context_, context_.schema);
    // Reports a protected field.
    if (SubjectOf(context_, key.field).kind == Subject::Kind::kNone)
      return false;
    const ir::Field& field = context_.program->schema.fields[index];
    if (field.type.kind == TypeKind::kList) {
      Diagnostic& report = context_.Report(
          DiagnosticKind::kLookupKey, key.field.span,
          fmt::format("`{}` is {}, which cannot be looked up", field.path, TypeText(field.type)));
      report.primary.text = "a key is a single value";
      report.secondary.push_back({field.span, "declared here"});
      report.help = "test the list in a rule or a table, with `has any of`";
      return false;
    }
    const std::string_view name =
        key.column ? std::string_view(key.column->text) : PlainName(key.field.text);
    columns_.push_back({std::string(name), field.type, key.field.span});
    return true;
  }

  std::optional<FileId> OpenFile() {
    std::string problem;
    const syntax::Literal& name = declaration_.file;
    if (name.text.find_first_of("/\\") != std::string::npos) {
      ReportFile(fmt::format("`{}` is more than the name of a file", name.text),
                 "put the file there, and write its name alone");
      return std::nullopt;
    }
    const std::optional<FileId> file =
        context_.loader.OpenBeside(name.span.file, name.text, problem);
    if (file)
      return file;
    ReportFile(fmt::format("the file `{}` cannot be read: {}", name.text, problem),
               "put the file there, or correct its name");
    return std::nullopt;
  }

  void ReportFile(std::string message, std::string_view help) {
    Diagnostic& report = context_.Report(DiagnosticKind::kUnreadableFile, declaration_.file.span,
                                         std::move(message));
    report.primary.text = "named here";
    report.notes.push_back("A lookup's file lies beside the file that names it.");
    report.help = help;
  }

  Context& context_;
  const syntax::LookupDeclaration& declaration_;
  ir::Lookup& lookup_;
  std::vector<LookupColumn> columns_;
};

}  // namespace

void CheckLookup(Context& context, const syntax::LookupDeclaration& lookup, std::uint32_t index) {
  LookupChecker(context, lookup, index).Check();
}

}  // namespace lq::check
