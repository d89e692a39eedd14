#include "compiler/syntax/dump_writer.h"

namespace lq::syntax {
namespace {

void DumpAssume(DumpWriter& writer, Assume assume) {
  if (assume == Assume::kNo)
    writer.Line("if unknown assume no");
  if (assume == Assume::kYes)
    writer.Line("if unknown assume yes");
}

void DumpOtherwise(DumpWriter& writer, std::string_view word, const Name& outcome,
                   const Strength& strength, const Name& reason) {
  writer.Line(word).Add(outcome).Add(strength);
  if (!reason.text.empty())
    writer.Add("because").Add(reason);
}

}  // namespace

void DumpNode(DumpWriter& writer, const OutcomesDeclaration& node) {
  writer.Under([&] {
    for (const OutcomeEntry& entry : node.outcomes) {
      writer.Line("outcome").Add(entry.name);
      if (entry.needs.has_value())
        writer.Add("needs").Add(entry.needs->text + "%");
    }
    if (!node.otherwise.text.empty()) {
      DumpOtherwise(writer, "otherwise", node.otherwise, node.otherwise_strength,
                    node.otherwise_reason);
    }
    writer.NameLine("undecided becomes", node.undecided);
    writer.NameLine("doubtful becomes", node.doubtful);
  });
}

void DumpNode(DumpWriter& writer, const ReviewDeclaration& node) {
  writer.Add("by").Add(node.date.text);
}

void DumpNode(DumpWriter& writer, const ChangeDeclaration& node) {
  writer.Add(node.size).AddText(node.why.text);
}

void DumpNode(DumpWriter& writer, const ToggleDeclaration& node) {
  writer.Add(node.name).Add("default").Add(node.on ? "on" : "off");
}

void DumpNode(DumpWriter& writer, const DefineDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] { DumpExpr(writer, node.when); });
}

void DumpNode(DumpWriter& writer, const ScoreDeclaration& node) {
  writer.Add(node.name).Add("from").Add(node.from.text).Add("to").Add(node.to.text);
  writer.Under([&] {
    writer.LiteralLine("begins at", node.begins_at);
    for (const ScoreItem& item : node.items) {
      writer.Line(item.subtract ? "subtract" : "add").Add(item.points.text);
      if (!item.reason.text.empty())
        writer.Add("because").Add(item.reason);
      writer.Under([&] { DumpExpr(writer, item.when); });
    }
  });
}

void DumpNode(DumpWriter& writer, const RuleDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] {
    if (node.has_choose)
      writer.Line("choose").Add(node.outcome).Add(node.strength);
    if (node.has_when)
      writer.ExprUnder("when", node.when);
    if (node.unless.has_value())
      writer.ExprUnder("unless", *node.unless);
    DumpAssume(writer, node.assume);
    writer.NamesLine("overrides", node.overrides);
    writer.NameLine("reason", node.reason);
    for (const ExampleClause& example : node.examples) {
      writer.Line("example expect").AddIf(example.negated, "not").Add(example.outcome);
      writer.Under([&] { DumpGiven(writer, example.given); });
    }
  });
}

void DumpNode(DumpWriter& writer, const EvidenceDeclaration& node) {
  writer.Add(node.name)
      .Add(node.weakens ? "weakens" : "supports")
      .Add(node.outcome)
      .Add(node.strength);
  writer.Under([&] {
    if (node.has_when)
      writer.ExprUnder("when", node.when);
    writer.NameLine("within", node.group);
    writer.NameLine("reason", node.reason);
    if (!node.has_otherwise)
      return;
    const Name sign{node.otherwise_weakens ? "weakens" : "supports", {}};
    DumpOtherwise(writer, "otherwise", sign, node.otherwise_strength, node.otherwise_reason);
  });
}

void DumpNode(DumpWriter& writer, const GroupDeclaration& node) {
  writer.Add(node.name).Add("at most").Add(node.points.text).Add("points");
}

void DumpNode(DumpWriter& writer, const GuardDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] {
    if (node.has_when)
      writer.ExprUnder("when", node.when);
    if (node.needs.has_value())
      writer.Line("needs").Add(node.needs->text + "%");
    if (node.never)
      writer.Line("never");
    writer.NameLine("reason", node.reason);
  });
}

void DumpNode(DumpWriter& writer, const OutputDeclaration& node) {
  for (const Name& name : node.names)
    writer.Add(name);
}

void DumpNode(DumpWriter& writer, const LanguagesDeclaration& node) {
  for (const Name& code : node.codes)
    writer.Add(code);
}

void DumpNode(DumpWriter& writer, const ContentDeclaration& node) {
  writer.Add(node.name).Add(node.language).AddText(node.text.text);
}

}  // namespace lq::syntax
