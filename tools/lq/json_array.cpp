#include "tools/lq/json_array.h"

#include <algorithm>

namespace lq::tool {
namespace {

bool IsSpace(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

}  // namespace

void JsonArray::EndElement(LeadBatch& batch) {
  batch.EndLead();
  depth_ = 0;
}

std::size_t JsonArray::TakeInElement(std::string_view bytes, LeadBatch& batch) {
  const std::size_t plain = std::min(bytes.find_first_of("\"{}[],"), bytes.size());
  if (plain > 0) {
    batch.Append(bytes.substr(0, plain));
    return plain;
  }
  const char byte = bytes[0];
  if (depth_ == 0 && (byte == ',' || byte == ']')) {
    EndElement(batch);
    state_ = byte == ',' ? State::kElement : State::kBehind;
    return 1;
  }
  if (byte == '"') {
    state_ = State::kText;
  } else if (byte == '{' || byte == '[') {
    ++depth_;
  } else if ((byte == '}' || byte == ']') && depth_ > 0) {
    --depth_;
  }
  batch.Append(bytes.substr(0, 1));
  return 1;
}

std::size_t JsonArray::TakeInText(std::string_view bytes, LeadBatch& batch) {
  const std::size_t plain = std::min(bytes.find_first_of("\"\\"), bytes.size());
  if (plain < bytes.size()) {
    state_ = bytes[plain] == '"' ? State::kElement : State::kEscape;
  }
  const std::size_t used = std::min(plain + 1, bytes.size());
  batch.Append(bytes.substr(0, used));
  return used;
}

std::size_t JsonArray::Take(std::string_view bytes, LeadBatch& batch) {
  switch (state_) {
    case State::kBefore:
      // What stands before the first bracket is white space.
      state_ = bytes[0] == '[' ? State::kFirst : State::kBefore;
      return 1;
    case State::kFirst:
      if (!IsSpace(bytes[0])) {
        state_ = bytes[0] == ']' ? State::kBehind : State::kElement;
      }
      return state_ == State::kElement ? TakeInElement(bytes, batch) : 1;
    case State::kElement:
      return TakeInElement(bytes, batch);
    case State::kText:
      return TakeInText(bytes, batch);
    case State::kEscape:
      state_ = State::kText;
      batch.Append(bytes.substr(0, 1));
      return 1;
    case State::kBehind:
      if (!IsSpace(bytes[0]) && problem_.empty()) {
        problem_ = "something stands behind the array's closing `]`, and was not read";
      }
      return 1;
  }
  return 1;
}

void JsonArray::FinishInput(LeadBatch& batch) {
  if (state_ != State::kBehind) {
    problem_ = "it ends before the array's closing `]`; what is there was decided";
  }
  if (batch.open_size() > 0) {
    EndElement(batch);
  }
  state_ = State::kBehind;
}

void JsonArray::Next(LeadBatch& batch) {
  do {
    std::string_view bytes = file_.Next();
    if (bytes.empty()) {
      FinishInput(batch);
      return;
    }
    std::size_t used = 0;
    while (used < bytes.size() && !(batch.full() && batch.open_size() == 0)) {
      used += Take(bytes.substr(used), batch);
    }
    file_.PutBack(bytes.substr(used));
  } while (batch.open_size() > 0 || batch.size() == 0);
}

LayoutProblem JsonArray::layout_problem() const {
  if (problem_.empty()) {
    return {};
  }
  return {"is not one JSON array: " + problem_,
          "write all leads into one array, or one lead a line"};
}

}  // namespace lq::tool
