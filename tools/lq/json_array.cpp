#include "tools/lq/json_array.h"

#include <algorithm>

namespace lq::tool {

std::size_t JsonArray::TakeInElement(std::string_view bytes, LeadBatch& batch) {
  const std::size_t plain = std::min(bytes.find_first_of("\"{}[],"), bytes.size());
  if (plain > 0) {
    batch.Append(bytes.substr(0, plain));
    return plain;
  }
  const char byte = bytes[0];
  if (depth() == 0 && (byte == ',' || byte == ']')) {
    EndValue(batch);
    state_ = byte == ',' ? State::kElement : State::kBehind;
    return 1;
  }
  TakeMark(bytes.substr(0, 1), batch);
  return 1;
}

std::size_t JsonArray::TakePlain(std::string_view bytes, LeadBatch& batch) {
  switch (state_) {
    case State::kBefore:
      // What stands before the first bracket is white space.
      state_ = bytes[0] == '[' ? State::kFirst : State::kBefore;
      return 1;
    case State::kFirst:
      if (!IsJsonSpace(bytes[0])) {
        state_ = bytes[0] == ']' ? State::kBehind : State::kElement;
      }
      return state_ == State::kElement ? 0 : 1;
    case State::kElement:
      return TakeInElement(bytes, batch);
    case State::kBehind:
      if (!IsJsonSpace(bytes[0]) && problem_.empty()) {
        problem_ = "something stands behind the array's closing `]`, and was not read";
      }
      return 1;
  }
  return 1;
}

void JsonArray::Finish(LeadBatch& batch) {
  if (state_ != State::kBehind) {
    problem_ = "it ends before the array's closing `]`; what is there was decided";
  }
  if (batch.open_size() > 0) {
    EndValue(batch);
  }
  state_ = State::kBehind;
}

LayoutProblem JsonArray::layout_problem() const {
  if (problem_.empty()) {
    return {};
  }
  return {"is not one JSON array: " + problem_,
          "write all leads into one array, or one lead a line"};
}

}  // namespace lq::tool
