#include "compiler/explain/seen.h"

#include <algorithm>
#include <set>

#include "compiler/eval/possible_values.h"
#include "compiler/explain/known_text.h"
#include "compiler/explain/words.h"
#include "runtime/value/values.h"

namespace lq::explain {
namespace {

// Of a long list so many items are shown.
constexpr std::size_t kMostItems = 8;

using Fields = std::vector<std::uint32_t>;

void AddField(std::uint32_t field, Fields& fields) {
  if (std::find(fields.begin(), fields.end(), field) == fields.end()) {
    fields.push_back(field);
  }
}

// The fields that an expression is worked out from; scores and tables say themselves what they saw.
// Derived values may read each other many times over: each is looked into once.
class FieldFinder {
 public:
  explicit FieldFinder(const ir::Program& program) : program_(program) {}

  Fields Below(ir::ExprId id) {
    Add(id);
    return std::move(fields_);
  }

 private:
  void Add(ir::ExprId id) {
    const ir::Expr& expr = program_.exprs[id];
    if (expr.op == ir::ExprOp::kField) {
      AddField(expr.index, fields_);
    } else if (expr.op == ir::ExprOp::kDerived) {
      if (derived_.insert(expr.index).second) {
        Add(program_.derived[expr.index].value);
      }
    } else if (expr.op == ir::ExprOp::kLookup) {
      for (const std::uint32_t key : program_.lookups[expr.index].keys) {
        AddField(key, fields_);
      }
    }
    for (const ir::ExprId child : expr.children) {
      Add(child);
    }
  }

  const ir::Program& program_;
  std::set<std::uint32_t> derived_;
  Fields fields_;
};

SeenValue Seen(std::string name, const Type& type, const Possible& possible) {
  return {std::move(name), KnownText(type, possible), NoteOf(possible)};
}

class Looker {
 public:
  Looker(eval::Situation& situation, const SourceMap& sources)
      : situation_(situation), program_(situation.program), sources_(sources) {}

  void Operand(ir::ExprId id) {
    const ir::Expr& expr = program_.exprs[id];
    if (expr.op == ir::ExprOp::kConstant) {
      return;
    }
    if (expr.op == ir::ExprOp::kTension) {
      return Tension();
    }
    const Possible possible = eval::PossibleOf(situation_, id);
    const Fields fields = FieldFinder(program_).Below(id);
    if (!possible.missing() || fields.empty()) {
      Add(Seen(OperandWords(program_, sources_, id), expr.type, possible));
    }
    for (const std::uint32_t field : fields) {
      const ir::Field& declared = program_.schema.fields[field];
      Add(Seen(declared.path, declared.type, situation_.lead.fields[field]));
    }
  }

  // In whole points.
  void Tension() {
    const eval::Interval tension = situation_.proposal->tension;
    const std::string low = std::to_string(tension.low);
    Add({"tension", tension.low == tension.high ? low : low + " to " + std::to_string(tension.high),
         ""});
  }

  // A set that the policy names.
  void NamedSet(const ir::Cond& cond) {
    const std::string words = WrittenText(sources_, cond.span);
    if (cond.right.size() < 2 || words.find('[') != std::string::npos) {
      return;
    }
    std::string items;
    for (std::size_t i = 0; i < std::min(cond.right.size(), kMostItems); ++i) {
      items += i == 0 ? "" : ", ";
      AppendValueText(program_.exprs[cond.right[i]].type,
                      eval::ConstantOf(situation_, cond.right[i]), items);
    }
    if (cond.right.size() > kMostItems) {
      items += ", …";
    }
    Add({words.substr(words.rfind(' ') + 1), "[" + items + "]", ""});
  }

  std::vector<SeenValue> Finish() { return std::move(seen_); }

 private:
  void Add(SeenValue value) {
    const bool known = std::any_of(seen_.begin(), seen_.end(), [&](const SeenValue& other) {
      return other.name == value.name;
    });
    if (!known) {
      seen_.push_back(std::move(value));
    }
  }

  eval::Situation& situation_;
  const ir::Program& program_;
  const SourceMap& sources_;
  std::vector<SeenValue> seen_;
};

bool TakesASet(ir::TestOp test) {
  return test != ir::TestOp::kIs && test != ir::TestOp::kBetween && test != ir::TestOp::kMatches;
}

}  // namespace

std::vector<SeenValue> SeenBy(eval::Situation& situation, const SourceMap& sources,
                              const ir::Cond& cond) {
  Looker looker(situation, sources);
  if (cond.op == ir::CondOp::kToggle) {
    const std::span<const bool> states = situation.inputs.toggles;
    const ir::Toggle& toggle = situation.program.toggles[cond.index];
    const bool on = states.empty() ? toggle.on : states[cond.index];
    return {{toggle.name, on ? "on" : "off", ""}};
  }
  if (cond.op == ir::CondOp::kOutcome) {
    return {{"outcome", situation.program.outcomes[situation.proposal->outcome].name, ""}};
  }
  if (cond.left == ir::kNone) {
    return {};
  }
  looker.Operand(cond.left);
  const bool constants = std::all_of(cond.right.begin(), cond.right.end(), [&](ir::ExprId expr) {
    return situation.program.exprs[expr].op == ir::ExprOp::kConstant;
  });
  if (cond.op == ir::CondOp::kTest && constants && TakesASet(cond.test)) {
    looker.NamedSet(cond);
  }
  for (const ir::ExprId right : cond.right) {
    looker.Operand(right);
  }
  return looker.Finish();
}

}  // namespace lq::explain
