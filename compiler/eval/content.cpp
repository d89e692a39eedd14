#include "compiler/eval/content.h"

#include <string>

#include "compiler/eval/possible_values.h"
#include "runtime/content/render_content.h"

namespace lq::eval {
namespace {

// An empty text has an address too.
std::string_view Keep(std::string_view text, Arena& arena) {
  return text.empty() ? std::string_view("") : arena.Copy(text);
}

std::string_view Render(Situation& situation, const ir::ContentText& text) {
  const auto value_of = [&](ir::ExprId operand) {
    return PlaceholderValue{&situation.program.exprs[operand].type, PossibleOf(situation, operand)};
  };
  std::string out;
  RenderContent(text.parts, ir::kNone, value_of, out);
  return Keep(out, situation.arena);
}

}  // namespace

std::string_view ContentText(Situation& situation, const ir::Content& content) {
  for (const ir::ContentText& text : content.texts) {
    if (!situation.inputs.language.empty() && text.language == situation.inputs.language) {
      return Render(situation, text);
    }
  }
  return {};
}

std::string_view ContentText(Situation& situation, ir::Content::Of of, std::string_view name) {
  for (const ir::Content& content : situation.program.content) {
    if (content.of == of && content.name == name) {
      return ContentText(situation, content);
    }
  }
  return {};
}

}  // namespace lq::eval
