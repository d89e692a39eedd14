#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/case_cell.h"
#include "compiler/check/check_cases.h"
#include "compiler/check/check_given.h"
#include "compiler/check/test_rows.h"
#include "runtime/intake/json_scanner.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

using intake::JsonScanner;
using intake::JsonToken;

class JsonCases {
 public:
  JsonCases(Context& context, const ir::Test& head, FileId file)
      : context_(context),
        file_(file),
        text_(context.sources.file(file).text),
        rows_(context, head, nothing_, "the file", {file, 0, 0}),
        errors_(context.diagnostics.error_count()) {}

  void Read(std::vector<ir::Test>& tests) {
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::string_view line = text_.substr(begin, end - begin);
      begin = end + 1;
      if (Trim(line).empty())
        continue;
      if (context_.diagnostics.error_count() - errors_ >= kMostCaseMistakes) {
        Report(SpanOf(line), "the rest of the file was not looked at",
               "mend what was found so far, then try again");
        return;
      }
      ReadLine(line, ++number, tests);
    }
  }

 private:
  Diagnostic& Report(Span span, std::string message, std::string help) {
    Diagnostic& report = context_.Report(DiagnosticKind::kCasesFile, span, std::move(message));
    report.help = std::move(help);
    return report;
  }

  Span SpanOf(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
    return {file_, begin, static_cast<std::uint32_t>(begin + part.size())};
  }

  void ReadLine(std::string_view line, std::size_t number, std::vector<ir::Test>& tests) {
    columns_.clear();
    row_.cells.clear();
    row_.span = SpanOf(line);
    lead_ = {};
    const std::size_t errors = context_.diagnostics.error_count();
    scanner_.Begin(line);
    if (scanner_.Next() == JsonToken::kObject) {
      while (scanner_.Next() == JsonToken::kKey)
        ReadMember();
      // What follows the object is a mistake.
      if (scanner_.token() == JsonToken::kObjectEnd)
        scanner_.Next();
    } else {
      scanner_.SkipTo(0);
      scanner_.Next();
    }
    const bool has_error = context_.diagnostics.error_count() != errors;
    if (IsBroken(line, has_error) || has_error)
      return;
    if (ir::Test* test = rows_.Check(columns_, row_, number, tests))
      test->given.lead = std::string(lead_);
  }

  // The line is no JSON, or no case.
  bool IsBroken(std::string_view line, bool has_error) {
    constexpr std::string_view kForm = "write `{\"lead\": {…}, \"expect\": \"…\"}` on one line";
    switch (scanner_.problem()) {
      case intake::JsonProblem::kNone:
        break;
      case intake::JsonProblem::kDuplicateKey:
        Report(SpanOf(line), fmt::format("the key `{}` stands twice", scanner_.duplicate_key()),
               "keep one of the two");
        return true;
      case intake::JsonProblem::kNotJson:
      case intake::JsonProblem::kTooDeep: {
        const std::size_t at = std::min(scanner_.fault_offset(), line.size());
        Report(SpanOf(line.substr(at)),
               fmt::format("the line is no JSON: at this place, {}", scanner_.reason()),
               std::string(kForm));
        return true;
      }
    }
    if (!lead_.empty() || has_error)
      return false;
    Report(SpanOf(line), "the line gives no lead", std::string(kForm));
    return true;
  }

  void ReadMember() {
    const std::string key(scanner_.key());
    const Span key_span = SpanOf(scanner_.raw());
    const JsonToken token = scanner_.Next();
    const std::string_view begin = scanner_.raw();
    std::string text = ScalarOf(token);
    const bool list = token == JsonToken::kArray;
    if (list) {
      text = Codes();
    } else {
      scanner_.SkipTo(scanner_.depth_outside());
    }
    if (scanner_.problem() == intake::JsonProblem::kNotJson)
      return;
    const std::string_view value = scanner_.Since(begin);
    if (key == "lead") {
      ReadLead(token, value);
    } else if (IsColumn(key, key_span)) {
      AddCell(text, value, list || token == JsonToken::kObject);
    }
  }

  std::string ScalarOf(JsonToken token) {
    switch (token) {
      case JsonToken::kText:
        return std::string(scanner_.Text(context_.arena()));
      case JsonToken::kTrue:
        return "on";
      case JsonToken::kFalse:
        return "off";
      case JsonToken::kNumber:
        return std::string(scanner_.raw());
      case JsonToken::kFault:
      case JsonToken::kEnd:
      case JsonToken::kObject:
      case JsonToken::kObjectEnd:
      case JsonToken::kArray:
      case JsonToken::kArrayEnd:
      case JsonToken::kKey:
      case JsonToken::kNull:
        return {};
    }
    return {};
  }

  // The items of a list of texts, with commas between them.
  std::string Codes() {
    std::string codes;
    const int depth = scanner_.depth_outside();
    while (scanner_.Next() == JsonToken::kText)
      codes += fmt::format("{}{}", codes.empty() ? "" : ", ", scanner_.Text(context_.arena()));
    scanner_.SkipTo(depth);
    return codes;
  }

  // Makes it the current column.
  bool IsColumn(const std::string& key, Span span) {
    constexpr std::string_view kToggle = "toggle ";
    TestRows::Column column;
    column.is_toggle = key.starts_with(kToggle);
    column.name = {column.is_toggle ? key.substr(kToggle.size()) : key, span};
    if (!column.is_toggle && !IsExpectation(column) && key != "today" && key != "now") {
      const std::string_view nearest =
          NearestName(key, {"lead", "today", "now", "expect", "because", "status", "proposed"});
      Report(span, fmt::format("`{}` means nothing in a case", key),
             nearest.empty() ? "write what the lead says within `\"lead\": {…}`"
                             : fmt::format("did you mean `{}`?", nearest));
      return false;
    }
    columns_.push_back(std::move(column));
    return true;
  }

  void AddCell(const std::string& text, std::string_view value, bool nested) {
    const TestRows::Column& column = columns_.back();
    if (nested && column.name.text != "because")
      Report(SpanOf(value), fmt::format("`{}` is one value", column.name.text),
             "write a text in quotes");
    if (value.starts_with('"'))
      value = value.substr(1, value.size() - 2);
    row_.cells.push_back(CaseCell(context_, column, nullptr, text, SpanOf(value)));
  }

  void ReadLead(JsonToken token, std::string_view value) {
    if (token != JsonToken::kObject) {
      Report(SpanOf(value), "a lead is a JSON object", "write `{\"email\": \"…\", …}`");
      return;
    }
    lead_ = value;
    // Else intake refuses what the schema does not know.
    if (!context_.program->schema.reject_unknown)
      CheckKeys(value);
  }

  // That the schema has what the lead names: a misspelt field would count as missing.
  void CheckKeys(std::string_view lead) {
    JsonScanner keys;
    std::vector<std::string> objects;
    keys.Begin(lead);
    for (JsonToken token = keys.Next(); token != JsonToken::kFault && token != JsonToken::kEnd;
         token = keys.Next()) {
      if (token == JsonToken::kObjectEnd && !objects.empty())
        objects.pop_back();
      if (token != JsonToken::kKey)
        continue;
      const std::string path =
          fmt::format("{}{}", objects.empty() ? "" : objects.back() + ".", keys.key());
      const Span span = SpanOf(keys.raw());
      const bool object = keys.Next() == JsonToken::kObject;
      if (object && HasFieldBelow(path)) {
        objects.push_back(path);
        continue;
      }
      keys.SkipTo(keys.depth_outside());
      if (!HasField(path) && path != "$id")
        ReportNoField(path, span);
    }
  }

  bool HasField(std::string_view path) const {
    const auto& fields = context_.program->schema.fields;
    return std::any_of(fields.begin(), fields.end(),
                       [&](const ir::Field& field) { return field.path == path; });
  }

  bool HasFieldBelow(const std::string& path) const {
    const auto& fields = context_.program->schema.fields;
    return std::any_of(fields.begin(), fields.end(),
                       [&](const ir::Field& field) { return field.path.starts_with(path + "."); });
  }

  void ReportNoField(std::string_view path, Span span) {
    std::vector<std::string_view> paths;
    for (const ir::Field& field : context_.program->schema.fields)
      paths.push_back(field.path);
    const std::string_view nearest = NearestName(path, paths);
    Report(span, fmt::format("the lead has no field `{}`", path),
           nearest.empty() ? fmt::format("name one of {}", Quoted(paths))
                           : fmt::format("did you mean `{}`?", nearest));
  }

  Context& context_;
  FileId file_;
  std::string_view text_;
  // All that a case gives stands in its line.
  const syntax::Given nothing_;
  TestRows rows_;
  const std::size_t errors_;
  JsonScanner scanner_;
  // Of the current line.
  std::vector<TestRows::Column> columns_;
  TestRows::Row row_;
  std::string_view lead_;
};

}  // namespace

void CheckJsonCases(Context& context, const ir::Test& head, FileId file,
                    std::vector<ir::Test>& tests) {
  JsonCases(context, head, file).Read(tests);
}

}  // namespace lq::check
