#include "runtime/source/json_document.h"

#include <utility>

#include "runtime/intake/fault_message.h"
#include "runtime/intake/json_check.h"
#include "runtime/intake/lead_limits.h"

namespace lq {

using intake::JsonProblem;
using intake::JsonToken;
using Kind = PlaceValue::Kind;

namespace {

constexpr std::string_view kWhat = "payload";

}  // namespace

bool JsonDocument::Read(std::string_view json) {
  nodes_.clear();
  open_.clear();
  key_ = {};
  arena_.Reset();
  if (json.size() > intake::kMaxLeadBytes)
    return Fail("too_large", intake::TooLargeMessage(kWhat, json.size()));
  scanner_.Begin(json);
  ReadValues();
  if (scanner_.problem() != JsonProblem::kNone)
    return Fail(CodeOf(scanner_.problem()), intake::ProblemMessage(kWhat, scanner_, json));
  return true;
}

bool JsonDocument::Fail(std::string_view code, std::string problem) {
  code_ = code;
  problem_ = std::move(problem);
  return false;
}

void JsonDocument::ReadValues() {
  for (;;) {
    const JsonToken token = scanner_.Next();
    switch (token) {
      case JsonToken::kFault:
      case JsonToken::kEnd:
        return;
      case JsonToken::kKey:
        key_ = scanner_.key();
        break;
      case JsonToken::kObjectEnd:
      case JsonToken::kArrayEnd:
        nodes_[open_.back()].end = static_cast<Index>(nodes_.size());
        open_.pop_back();
        break;
      case JsonToken::kObject:
      case JsonToken::kArray:
      case JsonToken::kText:
      case JsonToken::kNumber:
      case JsonToken::kTrue:
      case JsonToken::kFalse:
      case JsonToken::kNull:
        AddValue(token);
        break;
    }
  }
}

void JsonDocument::AddValue(JsonToken token) {
  Node& node = nodes_.emplace_back();
  node.key = std::exchange(key_, {});
  node.end = static_cast<Index>(nodes_.size());
  switch (token) {
    case JsonToken::kObject:
    case JsonToken::kArray:
      node.kind = token == JsonToken::kObject ? Kind::kObject : Kind::kList;
      open_.push_back(node.end - 1);
      break;
    case JsonToken::kText:
      node.kind = Kind::kText;
      node.text = scanner_.Text(arena_);
      break;
    case JsonToken::kNumber:
      node.kind = Kind::kNumber;
      node.text = scanner_.number().text;
      break;
    case JsonToken::kTrue:
    case JsonToken::kFalse:
      node.kind = Kind::kYesNo;
      node.text = token == JsonToken::kTrue ? "true" : "false";
      break;
    case JsonToken::kNull:
    case JsonToken::kFault:
    case JsonToken::kEnd:
    case JsonToken::kObjectEnd:
    case JsonToken::kArrayEnd:
    case JsonToken::kKey:
      break;
  }
}

}  // namespace lq
