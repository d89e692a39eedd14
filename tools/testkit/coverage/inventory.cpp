#include "tools/testkit/coverage/inventory.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "compiler/explain/statements.h"
#include "compiler/explain/words.h"
#include "compiler/ir/type_text.h"
#include "runtime/value/date.h"

namespace lq::testkit {
namespace {

using Kind = CoveredStatement::Kind;

class InventoryTaker {
 public:
  InventoryTaker(const ir::Program& program, const SourceMap& sources)
      : program_(program), sources_(sources), out_(program, sources) {}

  Inventory Run() {
    AddRules();
    AddEvidence();
    AddGuards();
    AddScores();
    AddTables();
    AddLookups();
    AddDefines();
    AddOutcomes();
    AddParameters();
    AddContent();
    return std::move(out_);
  }

 private:
  ObjectiveId Add(Measure measure, Span span, std::string text, std::string label = {}) {
    out_.objectives.push_back({measure, static_cast<std::uint32_t>(out_.statements.size() - 1),
                               span, std::move(text), std::move(label)});
    return static_cast<ObjectiveId>(out_.objectives.size() - 1);
  }

  CoveredStatement& Open(Kind kind, std::size_t index, std::string title, Span span) {
    CoveredStatement& statement = out_.statements.emplace_back();
    statement.kind = kind;
    statement.index = static_cast<std::uint32_t>(index);
    statement.title = std::move(title);
    statement.span = span;
    statement.sources = &sources_;
    return statement;
  }

  CoveredStatement& OpenWith(Kind kind, std::size_t index, std::string title, Span span,
                             ir::CondId when, ir::CondId unless = ir::kNone) {
    CoveredStatement& statement = Open(kind, index, std::move(title), span);
    statement.when = when;
    statement.formula = out_.comparisons.FormulaOf(when, unless);
    statement.comparisons = ComparisonsIn(statement.formula);
    statement.own = out_.comparisons.OwnOf(when, unless);
    return statement;
  }

  const Comparison& ComparisonOf(std::uint32_t number) const {
    return out_.comparisons.all()[number];
  }

  std::string WordsOf(ir::CondId cond, Span span) const {
    const ir::Cond& test = out_.comparisons.TestOf(cond);
    return fmt::format("`{}`", explain::ComparisonWords(program_, sources_, test, span));
  }

  bool MayBeOpen(const CoveredStatement& statement) const {
    return std::any_of(statement.comparisons.begin(), statement.comparisons.end(),
                       [&](std::uint32_t number) { return ComparisonOf(number).may_be_open; });
  }

  void AddConditions(CoveredStatement& statement) {
    for (const WrittenComparison& own : statement.own) {
      const Comparison& comparison = ComparisonOf(own.comparison);
      const std::string words = WordsOf(own.cond, own.span);
      const Measure measure = Measure::kCondition;
      statement.conditions.push_back(
          {Add(measure, own.span, words + " holds"),
           Add(measure, own.span, words + " does not hold"),
           comparison.may_be_open ? Add(measure, own.span, words + " cannot be told") : ir::kNone});
    }
    for (const WrittenComparison& own : statement.own) {
      for (const std::uint32_t boundary : ComparisonOf(own.comparison).boundaries) {
        AddBoundary(statement, own.span, out_.comparisons.boundaries()[boundary]);
      }
    }
  }

  // Below the least value that the left side can have there is nothing to test, nor above the
  // greatest. A constant that depends on the day has all three.
  void AddBoundary(CoveredStatement& statement, Span span, const Boundary& boundary) {
    const ir::ExprId subject = out_.comparisons.TestOf(ComparisonOf(boundary.comparison).cond).left;
    const ir::Expr& left = program_.exprs[subject];
    const ir::Expr& right = program_.exprs[boundary.value];
    const std::string name = explain::OperandWords(program_, sources_, subject);
    const bool fixed = right.op == ir::ExprOp::kConstant;
    const std::vector<std::int64_t> values = ValuesOf(right);
    const auto within = [&](std::int64_t shift) {
      return values.empty() || std::any_of(values.begin(), values.end(), [&](std::int64_t value) {
               return CanBe(left, value + shift);
             });
    };
    const auto text = [&](std::string_view side, std::int64_t shift) {
      const std::string_view gap = side.empty() ? "" : " ";
      return fixed ? fmt::format(
                         "`{}` is {}", name,
                         ir::ValueText(right.type, Value::Number(right.value.number() + shift)))
                   : fmt::format("`{}` is {}{}`{}`", name, side, gap,
                                 explain::OperandWords(program_, sources_, boundary.value));
    };
    const auto add = [&](std::int64_t shift, std::string_view side) {
      return within(shift) ? Add(Measure::kBoundary, span, text(side, shift)) : ir::kNone;
    };
    statement.boundaries.push_back({add(0, ""), add(-1, "just below"), add(1, "just above")});
  }

  // What a constant may be, on any day; empty when that is not known here.
  std::vector<std::int64_t> ValuesOf(const ir::Expr& constant) const {
    if (constant.op == ir::ExprOp::kConstant) {
      return {constant.value.number()};
    }
    std::vector<std::int64_t> values;
    if (constant.op == ir::ExprOp::kParameter) {
      for (const ir::Period& period : program_.parameters[constant.index].periods) {
        values.push_back(period.value.number());
      }
    }
    return values;
  }

  bool CanBe(const ir::Expr& left, std::int64_t value) {
    if (value < left.type.low || left.type.high < value) {
      return false;
    }
    if (left.op != ir::ExprOp::kScore) {
      return true;
    }
    const auto [at, is_new] = sums_.try_emplace(left.index);
    if (is_new) {
      at->second = SumsOf(program_.scores[left.index]);
    }
    return at->second.empty() || at->second.count(value) > 0;
  }

  // What a score may come to: of every choice of its items, though some may not go together. Empty
  // when that is too much to list: anything then.
  static std::set<std::int64_t> SumsOf(const ir::Score& score) {
    constexpr std::size_t kMostSums = 10'000;
    std::set<std::int64_t> sums = {score.begins_at};
    for (const ir::ScoreItem& item : score.items) {
      std::set<std::int64_t> more = sums;
      for (const std::int64_t sum : sums) {
        more.insert(sum + item.points);
      }
      sums = std::move(more);
      if (sums.size() > kMostSums) {
        return {};
      }
    }
    std::set<std::int64_t> clamped;
    for (const std::int64_t sum : sums) {
      clamped.insert(std::clamp(sum, score.low, score.high));
    }
    return clamped;
  }

  void AddRules() {
    for (std::size_t i = 0; i < program_.rules.size(); ++i) {
      const ir::Rule& rule = program_.rules[i];
      CoveredStatement& statement = OpenWith(Kind::kRule, i, explain::TitleOf(rule), rule.span,
                                             rule.when, explain::UnlessOf(program_, rule));
      const bool may_be_open = MayBeOpen(statement);
      const bool assumes = rule.assume != ir::Assume::kNothing;
      const bool always = statement.comparisons.empty();
      statement.standing = {Add(Measure::kRule, rule.span, "it fires"),
                            always ? ir::kNone : Add(Measure::kRule, rule.span, "it does not fire"),
                            may_be_open
                                ? Add(Measure::kRule, rule.span,
                                      assumes ? "it cannot be told, and `assume` says what it does"
                                              : "it cannot be told whether it fires")
                                : ir::kNone,
                            Add(Measure::kRule, rule.span, "it decides")};
      AddConditions(statement);
      AddMcdc(statement);
      AddThree(statement);
    }
  }

  // A comparison in a define is told in the define's words, at the statement that names it.
  void AddMcdc(CoveredStatement& statement) {
    for (const std::uint32_t number : statement.comparisons) {
      const auto own = std::find_if(
          statement.own.begin(), statement.own.end(),
          [&](const WrittenComparison& written) { return written.comparison == number; });
      const Comparison& first = ComparisonOf(number);
      const bool is_own = own != statement.own.end();
      statement.mcdc.push_back(
          Add(Measure::kMcdc, is_own ? own->span : statement.span,
              (is_own ? WordsOf(own->cond, own->span) : WordsOf(first.cond, first.span)) +
                  " alone turns it"));
    }
  }

  void AddThree(CoveredStatement& statement) {
    const Span span = statement.span;
    statement.three[0] = Add(Measure::kThreePerRule, span, "it decides: the happy test", "happy");
    statement.three[1] = Add(Measure::kThreePerRule, span, EdgeText(statement), "edge");
    if (!statement.comparisons.empty()) {
      statement.three[2] =
          Add(Measure::kThreePerRule, span,
              "it does not fire, and one comparison alone would make it fire: the negative test",
              "negative");
    }
  }

  std::string EdgeText(const CoveredStatement& statement) const {
    const bool has_boundary =
        std::any_of(statement.comparisons.begin(), statement.comparisons.end(),
                    [&](std::uint32_t number) { return !ComparisonOf(number).boundaries.empty(); });
    const bool may_be_open = MayBeOpen(statement);
    if (!has_boundary && !may_be_open) {
      return "it decides about a second lead, which differs in what it reads: the edge test";
    }
    return fmt::format("{}{}{}: the edge test, beside the other two",
                       has_boundary ? "a value is on or next to one of its boundaries" : "",
                       has_boundary && may_be_open ? ", or " : "",
                       may_be_open ? "one of its optional fields is missing" : "");
  }

  void AddEvidence() {
    for (std::size_t i = 0; i < program_.evidence.size(); ++i) {
      const ir::Evidence& evidence = program_.evidence[i];
      CoveredStatement& statement =
          OpenWith(Kind::kEvidence, i, "evidence " + evidence.name, evidence.span, evidence.when);
      statement.standing[0] = Add(Measure::kEvidence, evidence.span, "it holds");
      statement.standing[1] = Add(Measure::kEvidence, evidence.span, "it does not hold");
      AddConditions(statement);
    }
  }

  void AddGuards() {
    for (std::size_t i = 0; i < program_.guards.size(); ++i) {
      const ir::Guard& guard = program_.guards[i];
      CoveredStatement& statement =
          OpenWith(Kind::kGuard, i, "guard " + guard.name, guard.span, guard.when);
      statement.standing[0] = Add(Measure::kGuard, guard.span, "it holds a decision back");
      statement.standing[1] = Add(Measure::kGuard, guard.span, "it lets a decision pass");
      AddConditions(statement);
    }
  }

  void AddScores() {
    for (std::size_t i = 0; i < program_.scores.size(); ++i) {
      const ir::Score& score = program_.scores[i];
      for (std::size_t item = 0; item < score.items.size(); ++item) {
        CoveredStatement& statement =
            OpenWith(Kind::kScoreItem, item, fmt::format("score {} item {}", score.name, item + 1),
                     score.items[item].span, score.items[item].when);
        statement.parent = static_cast<std::uint32_t>(i);
        AddConditions(statement);
      }
    }
  }

  void AddTables() {
    for (std::size_t i = 0; i < program_.tables.size(); ++i) {
      const ir::Table& table = program_.tables[i];
      if (out_.comparisons.IsStandard(table.span)) {
        continue;
      }
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        CoveredStatement& statement =
            OpenWith(Kind::kTableRow, row, fmt::format("table {} row {}", table.name, row + 1),
                     table.rows[row].span, table.rows[row].when);
        statement.parent = static_cast<std::uint32_t>(i);
        statement.standing[0] = Add(Measure::kRow, statement.span, "it gives the value");
        AddConditions(statement);
      }
      if (table.otherwise != ir::kNone) {
        CoveredStatement& statement =
            Open(Kind::kTableRow, table.rows.size(), fmt::format("table {} otherwise", table.name),
                 table.span);
        statement.parent = static_cast<std::uint32_t>(i);
        statement.standing[0] = Add(Measure::kRow, table.span, "no row holds");
      }
    }
  }

  void AddLookups() {
    for (std::size_t i = 0; i < program_.lookups.size(); ++i) {
      const ir::Lookup& lookup = program_.lookups[i];
      if (out_.comparisons.IsStandard(lookup.span)) {
        continue;
      }
      CoveredStatement& statement = Open(Kind::kLookup, i, "lookup " + lookup.name, lookup.span);
      statement.standing[0] = Add(Measure::kRow, lookup.span, "it finds a row");
      statement.standing[1] = Add(Measure::kRow, lookup.span, "it finds none");
    }
  }

  // Those that something above names, perhaps by another define.
  void AddDefines() {
    for (const std::uint32_t index : std::set<std::uint32_t>(out_.comparisons.defines())) {
      const ir::Define& define = program_.defines[index];
      AddConditions(
          OpenWith(Kind::kDefine, index, "define " + define.name, define.span, define.when));
    }
  }

  void AddOutcomes() {
    for (std::size_t i = 0; i < program_.outcomes.size(); ++i) {
      const ir::Outcome& outcome = program_.outcomes[i];
      CoveredStatement& statement =
          Open(Kind::kOutcome, i, "outcome " + outcome.name, outcome.span);
      std::set<std::string> codes = CodesOf(static_cast<std::uint32_t>(i));
      for (const std::string& code : codes) {
        statement.parts.push_back(
            Add(Measure::kReason, outcome.span, fmt::format("its reason is {}", code)));
        statement.reasons.push_back(code);
      }
    }
  }

  // Those with which a rule chooses the outcome, and those of evidence for and against it.
  std::set<std::string> CodesOf(std::uint32_t outcome) const {
    std::set<std::string> codes;
    for (const ir::Rule& rule : program_.rules) {
      if (rule.outcome == outcome) {
        codes.insert(rule.reason);
      }
    }
    for (const ir::Evidence& evidence : program_.evidence) {
      if (evidence.outcome == outcome) {
        codes.insert({evidence.reason, evidence.otherwise_reason});
      }
    }
    if (program_.otherwise_outcome == outcome) {
      codes.insert(program_.otherwise_reason);
    }
    codes.erase("");
    return codes;
  }

  void AddParameters() {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < program_.parameters.size(); ++i) {
      const ir::Parameter& parameter = program_.parameters[i];
      const bool is_dated = parameter.periods.size() > 1 && seen.insert(parameter.name).second;
      if (!is_dated || out_.comparisons.IsStandard(parameter.periods[0].span)) {
        continue;
      }
      CoveredStatement& statement =
          Open(Kind::kParameter, i, "parameter " + parameter.name, parameter.periods[0].span);
      for (std::size_t period = 0; period < parameter.periods.size(); ++period) {
        statement.parts.push_back(Add(Measure::kParameter, parameter.periods[period].span,
                                      PeriodText(parameter, period)));
      }
    }
  }

  static std::string PeriodText(const ir::Parameter& parameter, std::size_t period) {
    std::string date;
    const bool first = period == 0;
    AppendDate(parameter.periods[first ? 1 : period].from, date);
    return fmt::format("the day is {} {}", first ? "before" : "on or after", date);
  }

  // The code of nothing but items of scores, which stand beside scores, without a text.
  bool IsOfScore(const ir::Content& content) const {
    const auto bears = [&](const auto& bearer) { return bearer.reason == content.name; };
    const auto arms = [&](const ir::Evidence& evidence) {
      return bears(evidence) || evidence.otherwise_reason == content.name;
    };
    return content.of == ir::Content::Of::kReason && program_.otherwise_reason != content.name &&
           std::none_of(program_.rules.begin(), program_.rules.end(), bears) &&
           std::none_of(program_.guards.begin(), program_.guards.end(), bears) &&
           std::none_of(program_.evidence.begin(), program_.evidence.end(), arms);
  }

  void AddContent() {
    for (std::size_t i = 0; i < program_.content.size(); ++i) {
      const ir::Content& content = program_.content[i];
      if (content.texts.empty() || IsOfScore(content)) {
        continue;
      }
      CoveredStatement& statement =
          Open(Kind::kContent, i, "content " + content.name, content.texts[0].span);
      for (const ir::ContentText& text : content.texts) {
        statement.parts.push_back(Add(Measure::kContent, text.span,
                                      text.language.empty()
                                          ? "it is shown"
                                          : fmt::format("it is shown in {}", text.language)));
      }
    }
  }

  const ir::Program& program_;
  const SourceMap& sources_;
  Inventory out_;
  // By score.
  std::map<std::uint32_t, std::set<std::int64_t>> sums_;
};

}  // namespace

Inventory TakeInventory(const ir::Program& program, const SourceMap& sources) {
  return InventoryTaker(program, sources).Run();
}

}  // namespace lq::testkit
