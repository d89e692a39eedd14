#include "compiler/format/format.h"

#include <variant>

#include "compiler/format/constructs.h"
#include "compiler/format/print.h"

namespace lq::format {
namespace {

Span SpanOf(const syntax::Statement& statement) {
  return std::visit([](const auto& node) { return node.span; }, statement);
}

// `edition 2026`, and the line below it.
void FormatHeader(Sheet& sheet, std::size_t end) {
  constexpr std::size_t kEditionTokens = 2;
  sheet.BeginStatement({0, kEditionTokens});
  sheet.BeginStatement({kEditionTokens, end});
}

}  // namespace

std::string Format(std::string_view text, const syntax::Unit& unit, const syntax::SideTable& side) {
  Sheet sheet(text, side);
  std::vector<std::size_t> begins;
  for (const syntax::Statement& statement : unit.statements)
    begins.push_back(sheet.TokenAt(SpanOf(statement).begin));
  begins.push_back(sheet.size());
  FormatHeader(sheet, begins.front());
  for (std::size_t i = 0; i < unit.statements.size(); ++i) {
    sheet.BeginStatement({begins[i], begins[i + 1]});
    std::visit([&](const auto& node) { FormatNode(sheet, node); }, unit.statements[i]);
  }
  return Print(sheet);
}

}  // namespace lq::format
