#include "compiler/syntax/nodes.h"

#include <type_traits>

namespace lq::syntax {
namespace {

template <typename T>
struct WordOf;

#define LQ_STATEMENT(Type, word_text)                    \
  template <>                                            \
  struct WordOf<Type> {                                  \
    static constexpr std::string_view kWord = word_text; \
  };
#include "compiler/syntax/nodes.def"

constexpr std::string_view kExpressionWords[] = {
#define LQ_EXPRESSION(kKind, word_text) word_text,
#include "compiler/syntax/nodes.def"
};

constexpr ExprKind kExpressionKinds[] = {
#define LQ_EXPRESSION(kKind, word_text) ExprKind::kKind,
#include "compiler/syntax/nodes.def"
};

constexpr bool InOrder() {
  std::size_t next = 0;
  for (const ExprKind kind : kExpressionKinds) {
    if (static_cast<std::size_t>(kind) != next++)
      return false;
  }
  return next == static_cast<std::size_t>(ExprKind::kCompare) + 1;
}
static_assert(InOrder(), "nodes.def lists the kinds of expressions as ExprKind does");

}  // namespace

std::string_view NodeWord(const Statement& statement) {
  return std::visit([](const auto& node) { return WordOf<std::decay_t<decltype(node)>>::kWord; },
                    statement);
}

std::string_view NodeWord(ExprKind kind) {
  return kExpressionWords[static_cast<std::size_t>(kind)];
}

std::vector<std::string_view> AllStatementWords() {
  return {
#define LQ_STATEMENT(Type, word_text) word_text,
#include "compiler/syntax/nodes.def"
  };
}

std::vector<std::string_view> AllExpressionWords() {
  return {std::begin(kExpressionWords), std::end(kExpressionWords)};
}

std::string_view OperatorText(CompareOp op) {
  switch (op) {
    case CompareOp::kIs:
      return "is";
    case CompareOp::kIn:
      return "in";
    case CompareOp::kAtLeast:
      return "at least";
    case CompareOp::kAtMost:
      return "at most";
    case CompareOp::kMoreThan:
      return "more than";
    case CompareOp::kLessThan:
      return "less than";
    case CompareOp::kBetween:
      return "between";
    case CompareOp::kOnOrAfter:
      return "on or after";
    case CompareOp::kOnOrBefore:
      return "on or before";
    case CompareOp::kAfter:
      return "after";
    case CompareOp::kBefore:
      return "before";
    case CompareOp::kIsKnown:
      return "is known";
    case CompareOp::kIsMissing:
      return "is missing";
    case CompareOp::kContains:
      return "contains";
    case CompareOp::kStartsWith:
      return "starts with";
    case CompareOp::kEndsWith:
      return "ends with";
    case CompareOp::kMatches:
      return "matches";
    case CompareOp::kHasAnyOf:
      return "has any of";
    case CompareOp::kHasAllOf:
      return "has all of";
    case CompareOp::kHasNoneOf:
      return "has none of";
  }
  return "is";
}

std::string_view UnitKindWord(UnitKind kind) {
  switch (kind) {
    case UnitKind::kSchema:
      return "schema";
    case UnitKind::kLibrary:
      return "library";
    case UnitKind::kPolicy:
      return "policy";
    case UnitKind::kTests:
      return "tests";
    case UnitKind::kSource:
      return "source";
    case UnitKind::kUnknown:
      return "unknown";
  }
  return "unknown";
}

}  // namespace lq::syntax
