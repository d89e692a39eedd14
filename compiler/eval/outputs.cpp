#include "compiler/eval/outputs.h"

#include <algorithm>

#include "compiler/eval/content.h"
#include "compiler/eval/possible_values.h"

namespace lq::eval {
namespace {

Type TextType() {
  Type type;
  type.kind = TypeKind::kText;
  return type;
}

OutputResult ContentOutput(Situation& situation, const ir::Output& output) {
  static const Type text_type = TextType();
  OutputResult result;
  result.name = output.name;
  result.type = &text_type;
  const std::string_view text = ContentText(situation, situation.program.content[output.content]);
  result.is_null = text.data() == nullptr;
  if (!result.is_null) {
    result.value = SetOf(text_type, {Value::Text(text)}, situation.arena);
  }
  return result;
}

OutputResult OutputOf(Situation& situation, const ir::Output& output) {
  if (output.content != ir::kNone) {
    return ContentOutput(situation, output);
  }
  const Type& type = situation.program.exprs[output.value].type;
  return {output.name, &type, PossibleOf(situation, output.value), false};
}

}  // namespace

std::vector<OutputResult> FindOutputs(Situation& situation) {
  std::vector<OutputResult> results;
  for (const ir::Output& output : situation.program.outputs) {
    results.push_back(OutputOf(situation, output));
  }
  std::sort(results.begin(), results.end(),
            [](const OutputResult& a, const OutputResult& b) { return a.name < b.name; });
  return results;
}

}  // namespace lq::eval
