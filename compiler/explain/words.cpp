#include "compiler/explain/words.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "compiler/ir/expression_text.h"

namespace lq::explain {
namespace {

bool Within(Span inner, Span outer) {
  return inner.file == outer.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The first words of a cell that is more than a value.
bool BeginsWithOperator(std::string_view cell) {
  constexpr std::array<std::string_view, 13> kWords = {
      "is ",    "in ",    "not ",    "at ",       "more ",   "less ", "between ",
      "on or ", "after ", "before ", "contains ", "starts ", "ends "};
  constexpr std::array<std::string_view, 2> kMore = {"matches ", "has "};
  for (const std::string_view word : kWords) {
    if (cell.starts_with(word)) {
      return true;
    }
  }
  return cell.starts_with(kMore[0]) || cell.starts_with(kMore[1]);
}

}  // namespace

std::string WrittenText(const SourceMap& sources, Span span) {
  std::string words;
  bool in_text = false;
  bool in_comment = false;
  char before = ' ';
  for (const char c : sources.Text(span)) {
    in_comment = (in_comment && c != '\n') || (c == '#' && !in_text);
    in_text = (c == '"' && before != '\\' && !in_comment) != in_text;
    before = c;
    if (in_comment) {
      continue;
    }
    if (!IsSpace(c) || in_text) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return words;
}

std::string OperandWords(const ir::Program& program, const SourceMap& sources, ir::ExprId expr) {
  const ir::Expr& operand = program.exprs[expr];
  if (operand.op == ir::ExprOp::kField) {
    return program.schema.fields[operand.index].path;
  }
  const std::string written = WrittenText(sources, operand.span);
  return written.empty() ? ir::ExprText(program, expr) : written;
}

std::string ComparisonWords(const ir::Program& program, const SourceMap& sources,
                            const ir::Cond& cond, Span span) {
  std::string written = WrittenText(sources, span);
  if (cond.op == ir::CondOp::kDefine) {
    const std::string& name = program.defines[cond.index].name;
    return written == "yes" || written == "no" ? fmt::format("{} is {}", name, written) : written;
  }
  if (cond.left == ir::kNone || Within(program.exprs[cond.left].span, span)) {
    return written;
  }
  const std::string column = OperandWords(program, sources, cond.left);
  return fmt::format("{} {}{}", column, BeginsWithOperator(written) ? "" : "is ", written);
}

std::string PlaceText(const SourceMap& sources, Span span) {
  return fmt::format("{}:{}", sources.file(span.file).path,
                     sources.Locate(span.file, span.begin).line);
}

}  // namespace lq::explain
