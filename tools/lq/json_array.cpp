#include "tools/lq/json_array.h"

#include <fmt/format.h>

#include <algorithm>

namespace lq::tool {

// An element that opens no bracket ends before the next comma.
std::size_t JsonArray::TakeInElement(std::string_view bytes, LeadBatch& batch) {
  const std::size_t plain = std::min(bytes.find_first_of("\"{}[],"), bytes.size());
  if (plain > 0) {
    batch.Append(bytes.substr(0, plain));
    return plain;
  }
  const char byte = bytes[0];
  if (depth() == 0 && (byte == ',' || byte == ']')) {
    EndElement(batch);
    return 0;
  }
  TakeMark(bytes.substr(0, 1), batch);
  if (depth() == 0 && (byte == '}' || byte == ']')) {
    EndElement(batch);
  }
  return 1;
}

std::size_t JsonArray::TakePlain(std::string_view bytes, LeadBatch& batch) {
  if (state_ == State::kElement) {
    return TakeInElement(bytes, batch);
  }
  const char byte = bytes[0];
  if (IsJsonSpace(byte)) {
    return 1;
  }
  switch (state_) {
    case State::kBefore:
      state_ = State::kFirst;
      return 1;
    case State::kFirst:
    case State::kBehindComma:
      return BeginElement(byte);
    case State::kBehindElement:
      return TakeSeparator(byte);
    case State::kElement:
    case State::kBehind:
      break;
  }
  Note("something stands behind the array's closing `]`, and was not read");
  return 1;
}

std::size_t JsonArray::BeginElement(char byte) {
  const bool closes = byte == ']';
  if (byte == ',' || (closes && state_ == State::kBehindComma)) {
    Note(elements_ == 0 ? "a comma stands before the first lead"
                        : fmt::format("a comma too many stands behind lead {}", elements_));
  }
  if (closes) {
    state_ = State::kBehind;
  } else if (byte != ',') {
    state_ = State::kElement;
    return 0;
  }
  return 1;
}

std::size_t JsonArray::TakeSeparator(char byte) {
  if (byte == ',' || byte == ']') {
    state_ = byte == ',' ? State::kBehindComma : State::kBehind;
    return 1;
  }
  Note(fmt::format("no comma stands between leads {} and {}", elements_, elements_ + 1));
  state_ = State::kElement;
  return 0;
}

void JsonArray::EndElement(LeadBatch& batch) {
  EndValue(batch);
  ++elements_;
  state_ = State::kBehindElement;
}

void JsonArray::Finish(LeadBatch& batch) {
  if (state_ != State::kBehind) {
    Note("it ends before the array's closing `]`; what is there was decided");
  }
  if (batch.open_size() > 0) {
    EndElement(batch);
  }
  state_ = State::kBehind;
}

void JsonArray::Note(std::string problem) {
  if (problem_.empty()) {
    problem_ = std::move(problem);
  }
}

LayoutProblem JsonArray::layout_problem() const {
  if (problem_.empty()) {
    return {};
  }
  return {"is not one JSON array: " + problem_,
          "write all leads into one array, or one lead a line"};
}

}  // namespace lq::tool
