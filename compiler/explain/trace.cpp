#include "compiler/explain/trace.h"

#include <algorithm>

#include "compiler/explain/seen.h"
#include "compiler/explain/words.h"

namespace lq::explain {
namespace {

Answer Opposite(Answer answer) {
  switch (answer) {
    case Answer::kHolds:
      return Answer::kDoesNotHold;
    case Answer::kDoesNotHold:
      return Answer::kHolds;
    case Answer::kCannotTell:
      return Answer::kCannotTell;
  }
  return answer;
}

bool IsList(const ir::Cond& cond) {
  return cond.op == ir::CondOp::kAnd || cond.op == ir::CondOp::kOr;
}

// What the parts say by themselves.
Answer Joined(const std::vector<TraceNode>& parts, bool every) {
  const Answer decisive = every ? Answer::kDoesNotHold : Answer::kHolds;
  const auto is = [](Answer answer) {
    return [answer](const TraceNode& part) { return part.answer == answer; };
  };
  if (std::any_of(parts.begin(), parts.end(), is(decisive))) {
    return decisive;
  }
  return std::any_of(parts.begin(), parts.end(), is(Answer::kCannotTell)) ? Answer::kCannotTell
                                                                          : Opposite(decisive);
}

class Tracer {
 public:
  Tracer(eval::Situation& situation, const SourceMap& sources)
      : situation_(situation), program_(situation.program), sources_(sources) {}

  TraceNode Run(ir::CondId id) {
    const ir::Cond& cond = program_.conds[id];
    if (cond.op == ir::CondOp::kNot) {
      return Negated(cond);
    }
    if (cond.op == ir::CondOp::kDefine) {
      return Define(id, cond, cond.span);
    }
    if (const ir::Cond* test = TestOfCell(cond)) {
      return Leaf(id, *test, cond.span);
    }
    return IsList(cond) ? List(id, cond) : Leaf(id, cond, cond.span);
  }

 private:
  // A cell of a column that also has `missing` cells: known, and the test.
  const ir::Cond* TestOfCell(const ir::Cond& cond) const {
    if (cond.op != ir::CondOp::kAnd || cond.children.size() != 2) {
      return nullptr;
    }
    const ir::Cond& known = program_.conds[cond.children[0]];
    const bool cell = known.op == ir::CondOp::kKnown && known.span == cond.span;
    return cell ? &Inner(program_.conds[cond.children[1]]) : nullptr;
  }

  const ir::Cond& Inner(const ir::Cond& cond) const {
    return cond.op == ir::CondOp::kNot ? program_.conds[cond.children[0]] : cond;
  }

  TraceNode Leaf(ir::CondId id, const ir::Cond& test, Span span) {
    TraceNode node;
    node.words = ComparisonWords(program_, sources_, test, span);
    node.answer = AnswerOf(eval::TruthOf(situation_, id));
    node.saw = SeenBy(situation_, sources_, test);
    return node;
  }

  TraceNode Define(ir::CondId id, const ir::Cond& define, Span span) {
    TraceNode node;
    node.kind = TraceNode::Kind::kDefine;
    node.words = ComparisonWords(program_, sources_, define, span);
    node.answer = AnswerOf(eval::TruthOf(situation_, id));
    node.parts.push_back(Run(program_.defines[define.index].when));
    return node;
  }

  TraceNode List(ir::CondId id, const ir::Cond& cond) {
    TraceNode node;
    const bool every = cond.op == ir::CondOp::kAnd;
    node.kind = every ? TraceNode::Kind::kAll : TraceNode::Kind::kAny;
    for (const ir::CondId child : cond.children) {
      if (program_.conds[child].op != ir::CondOp::kAlways) {
        node.parts.push_back(Run(child));
      }
    }
    node.answer = AnswerOf(eval::TruthOf(situation_, id));
    node.told_together = node.answer != Joined(node.parts, every);
    return node;
  }

  // `is not`, `not in` and `not NAME` stay one comparison.
  TraceNode Negated(const ir::Cond& cond) {
    const ir::CondId child = cond.children[0];
    const ir::Cond& inner = program_.conds[child];
    if (inner.op == ir::CondOp::kDefine || (!IsList(inner) && inner.op != ir::CondOp::kNot)) {
      TraceNode node = inner.op == ir::CondOp::kDefine ? Define(child, inner, cond.span)
                                                       : Leaf(child, inner, cond.span);
      node.answer = Opposite(node.answer);
      node.negated = true;
      return node;
    }
    TraceNode node;
    node.kind = TraceNode::Kind::kNot;
    node.parts.push_back(Run(child));
    node.answer = Opposite(node.parts[0].answer);
    return node;
  }

  eval::Situation& situation_;
  const ir::Program& program_;
  const SourceMap& sources_;
};

}  // namespace

Answer AnswerOf(eval::Truth truth) {
  if (truth.can_tell()) {
    return truth.holds ? Answer::kHolds : Answer::kDoesNotHold;
  }
  return Answer::kCannotTell;
}

TraceNode TraceOf(eval::Situation& situation, const SourceMap& sources, ir::CondId cond) {
  return Tracer(situation, sources).Run(cond);
}

}  // namespace lq::explain
