#include "compiler/check/check_set.h"

#include <limits>
#include <unordered_set>

#include <fmt/format.h>

#include "compiler/check/check_constant.h"
#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

using syntax::Expr;
using syntax::ExprKind;
using Items = std::vector<const Expr*>;

constexpr std::size_t kMostItems = 100'000;
constexpr std::size_t kDeepestSet = 64;

// Equal for constants that are the same value: 1.50 and 1.5, `a` and (`a`).
std::string Key(const Expr& item) {
  const Expr& constant = Bare(item);
  std::string text = constant.text;
  if (constant.kind == ExprKind::kNumber || constant.kind == ExprKind::kPercent ||
      constant.kind == ExprKind::kMoney) {
    if (text.find('.') != std::string::npos) {
      text.erase(text.find_last_not_of('0') + 1);
      if (text.ends_with('.'))
        text.pop_back();
    }
  }
  return fmt::format("{} {} {}", static_cast<int>(constant.kind), text, constant.unit);
}

class SetChecker {
 public:
  SetChecker(Context& context, Scope& scope) : context_(context), scope_(scope) {
    ForEach<syntax::SetDeclaration>(*scope.unit, [&](const syntax::SetDeclaration& declaration) {
      // A name declared twice is entered once, for the first.
      const auto at = scope.names.find(declaration.name.text);
      if (at != scope.names.end() && at->second->span == declaration.name.span) {
        declarations_.emplace(at->second, &declaration);
      }
    });
  }

  void Run() {
    for (const auto& [name, entry] : scope_.own_names) {
      if (entry->kind == NameKind::kSet)
        Check(*entry);
    }
  }

 private:
  // On demand: a set may name later ones.
  void Check(Entry& entry) {
    const auto declared = declarations_.find(&entry);
    if (declared == declarations_.end() || !begun_.insert(&entry).second)
      return;
    path_.push_back(&entry);
    const syntax::SetDeclaration& declaration = *declared->second;
    std::optional<Items> items = ItemsOf(declaration.value);
    path_.pop_back();
    done_.insert(&entry);
    entry.broken = !items || !Accept(declaration, *items);
    if (!entry.broken)
      context_.sets[entry.index].items = std::move(*items);
  }

  bool Accept(const syntax::SetDeclaration& declaration, const Items& items) {
    if (!items.empty())
      return CommonType(context_, items, declaration.name.text).has_value();
    Diagnostic& report =
        context_.Report(DiagnosticKind::kEmptyList, declaration.name.span,
                        fmt::format("`{}` holds no value at all", declaration.name.text));
    report.help = "write at least one value, or remove the set and what compares with it";
    return false;
  }

  // `plus` and `minus` are done from left to right; chains may be long, so the left side is walked,
  // not recursed.
  std::optional<Items> ItemsOf(const Expr& value) {
    std::vector<const Expr*> steps;
    const Expr* left = &Bare(value);
    while (left->kind == ExprKind::kPlus || left->kind == ExprKind::kMinus) {
      steps.push_back(left);
      left = &Bare(left->children[0]);
    }
    std::optional<Items> items = Operand(*left);
    std::unordered_set<std::string> keys;
    if (items)
      items = Distinct(*items, keys);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      const std::optional<Items> right = Operand(Bare((*step)->children[1]));
      if (!items || !right) {
        items = std::nullopt;
        continue;
      }
      if ((*step)->kind == ExprKind::kPlus) {
        for (const Expr* item : *right) {
          if (keys.insert(Key(*item)).second)
            items->push_back(item);
        }
      } else {
        for (const Expr* item : *right)
          keys.erase(Key(*item));
        std::erase_if(*items, [&](const Expr* item) { return !keys.contains(Key(*item)); });
      }
      if (items->size() > kMostItems)
        return ReportTooLarge(value);
    }
    return items;
  }

  static Items Distinct(const Items& items, std::unordered_set<std::string>& keys) {
    Items distinct;
    for (const Expr* item : items) {
      if (keys.insert(Key(*item)).second)
        distinct.push_back(item);
    }
    return distinct;
  }

  std::optional<Items> Operand(const Expr& operand) {
    if (operand.kind == ExprKind::kError)
      return std::nullopt;
    if (operand.kind == ExprKind::kName)
      return Named(operand);
    if (operand.kind == ExprKind::kPlus || operand.kind == ExprKind::kMinus)
      return ItemsOf(operand);
    if (operand.kind != ExprKind::kList) {
      Diagnostic& report = context_.Report(
          DiagnosticKind::kWrongKindOfName, operand.span,
          fmt::format("{} is neither a list nor a set", Written(context_, operand.span)));
      report.help =
          fmt::format("write it in brackets: `[{}]`", context_.sources.Text(operand.span));
      return std::nullopt;
    }
    Items items;
    for (const Expr& item : operand.children)
      items.push_back(&item);
    return items;
  }

  std::optional<Items> Named(const Expr& name) {
    Entry* entry = Resolve(context_, {name.text, name.span});
    if (entry == nullptr)
      return std::nullopt;
    if (entry->kind != NameKind::kSet) {
      Diagnostic& report = context_.Report(
          DiagnosticKind::kWrongKindOfName, name.span,
          fmt::format("`{}` is {}, but a set must stand here", name.text, Describe(entry->kind)));
      report.secondary.push_back({entry->span, "declared here"});
      return std::nullopt;
    }
    if (begun_.contains(entry) && !done_.contains(entry))
      return ReportCycle(name, *entry);
    if (path_.size() >= kDeepestSet) {
      context_.Report(DiagnosticKind::kLimit, name.span,
                      fmt::format("these sets name one another more than {} deep", kDeepestSet));
      return std::nullopt;
    }
    Check(*entry);
    if (entry->broken)
      return std::nullopt;
    return context_.sets[entry->index].items;
  }

  std::optional<Items> ReportCycle(const Expr& name, Entry& entry) {
    Diagnostic& report = context_.Report(DiagnosticKind::kCyclicNames, name.span,
                                         fmt::format("the set `{}` is made of itself", name.text));
    report.secondary.push_back({entry.span, "declared here"});
    report.help = "list the values in one of the sets";
    return std::nullopt;
  }

  std::optional<Items> ReportTooLarge(const Expr& value) {
    context_.Report(DiagnosticKind::kLimit, value.span,
                    fmt::format("a set holds at most {} values", kMostItems));
    return std::nullopt;
  }

  Context& context_;
  Scope& scope_;
  std::unordered_map<const Entry*, const syntax::SetDeclaration*> declarations_;
  std::unordered_set<const Entry*> begun_;
  std::unordered_set<const Entry*> done_;
  std::vector<const Entry*> path_;
};

std::optional<std::vector<ir::ExprId>> LiteralItems(Context& context, const Expr& list,
                                                    const Expected& expected) {
  std::vector<ir::ExprId> items;
  bool good = !list.children.empty();
  if (!good) {
    Diagnostic& report =
        context.Report(DiagnosticKind::kEmptyList, list.span, "this list is empty");
    report.help = "write at least one value";
  }
  for (const Expr& item : list.children) {
    const ir::ExprId id = CheckValueOf(context, item, expected);
    if (id == ir::kNone) {
      good = false;
    } else if (!context.expr(id).constant) {
      Diagnostic& report =
          context.Report(DiagnosticKind::kNotConstant, item.span,
                         fmt::format("{} depends on the lead, but a list holds constants",
                                     Written(context, item.span)));
      report.help = fmt::format("compare with `is {}` instead", context.sources.Text(item.span));
      good = false;
    } else {
      items.push_back(id);
    }
  }
  return good ? std::optional(std::move(items)) : std::nullopt;
}

// The set's items as constants of the type; made once for each type.
std::optional<std::vector<ir::ExprId>> TypedItems(Context& context, SetInfo& set, const Expr& use,
                                                  const Expected& expected) {
  for (const SetInfo::Typed& typed : set.typed) {
    if (SameType(typed.type, *expected.type))
      return typed.items;
  }
  SetInfo::Typed typed{*expected.type, {}};
  // A set may serve several fields; a text that one of them cannot hold is no mistake.
  typed.type.max_length = std::numeric_limits<std::uint32_t>::max();
  for (const Expr* item : set.items) {
    const LiteralValue value = ReadConstant(context, *item, typed.type, expected.counts);
    if (value.problem == LiteralProblem::kNone) {
      typed.items.push_back(MakeConstant(context, typed.type, value.value, item->span));
      continue;
    }
    const std::string demand =
        expected.what.empty() ? std::string("what is compared") : expected.what;
    Diagnostic& report = context.Report(
        DiagnosticKind::kWrongType, use.span,
        fmt::format("{} is {}, but {} of `{}` is not", demand, TypeText(*expected.type),
                    Written(context, item->span), set.name));
    report.secondary.push_back({item->span, fmt::format("not {}", TypeText(*expected.type))});
    if (expected.place != Span())
      report.secondary.push_back({expected.place, {}});
    report.help = "compare with a set whose values are of that type";
    return std::nullopt;
  }
  set.typed.push_back(typed);
  return typed.items;
}

std::optional<std::vector<ir::ExprId>> SetItems(Context& context, const Expr& name,
                                                const Expected& expected) {
  Entry* entry = Resolve(context, {name.text, name.span});
  if (entry == nullptr || entry->broken)
    return std::nullopt;
  if (entry->kind == NameKind::kSet) {
    return TypedItems(context, context.sets[entry->index], name, expected);
  }
  Diagnostic& report = context.Report(DiagnosticKind::kWrongKindOfName, name.span,
                                      fmt::format("`{}` is {}, but a list or a set must stand here",
                                                  name.text, Describe(entry->kind)));
  report.secondary.push_back({entry->span, "declared here"});
  return std::nullopt;
}

}  // namespace

void CheckSets(Context& context, Scope& scope) { SetChecker(context, scope).Run(); }

std::optional<std::vector<ir::ExprId>> ListItems(Context& context, const Expr& list,
                                                 const Expected& expected) {
  const Expr& bare = Bare(list);
  if (bare.kind == ExprKind::kError)
    return std::nullopt;
  if (bare.kind == ExprKind::kList)
    return LiteralItems(context, bare, expected);
  const bool value = bare.kind == ExprKind::kName &&
                     ReadConstant(context, bare, *expected.type, expected.counts).problem ==
                         LiteralProblem::kNone &&
                     Find(*context.scope, bare.text) == nullptr;
  if (bare.kind == ExprKind::kName && !value)
    return SetItems(context, bare, expected);
  Diagnostic& report =
      context.Report(DiagnosticKind::kWrongComparison, bare.span,
                     fmt::format("{} is neither a list nor a set", Written(context, bare.span)));
  const std::string fixed = fmt::format("[{}]", context.sources.Text(bare.span));
  report.help = fmt::format("write `{}`", fixed);
  report.fixes.push_back({bare.span, fixed, true});
  return std::nullopt;
}

}  // namespace lq::check
