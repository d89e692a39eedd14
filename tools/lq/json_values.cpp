#include "tools/lq/json_values.h"

#include <algorithm>

namespace lq::tool {
namespace {

bool IsSpace(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

}  // namespace

void JsonValues::EndValue(LeadBatch& batch) {
  batch.EndLead();
  state_ = State::kOutside;
  depth_ = 0;
}

std::size_t JsonValues::TakeOutside(std::string_view bytes) {
  if (!IsSpace(bytes[0])) {
    state_ = State::kValue;
    return 0;
  }
  return 1;
}

// A value that opens no bracket ends with its line.
std::size_t JsonValues::TakeInValue(std::string_view bytes, LeadBatch& batch) {
  const std::size_t plain = std::min(bytes.find_first_of("\"{}[]\n"), bytes.size());
  if (plain > 0) {
    batch.Append(bytes.substr(0, plain));
    return plain;
  }
  const char byte = bytes[0];
  batch.Append(bytes.substr(0, 1));
  if (byte == '"') {
    state_ = State::kText;
  } else if (byte == '{' || byte == '[') {
    ++depth_;
  } else if (depth_ <= 1) {
    const bool is_within = byte == '\n' && depth_ == 1;
    if (!is_within) {
      EndValue(batch);
    }
  } else if (byte != '\n') {
    --depth_;
  }
  return 1;
}

std::size_t JsonValues::TakeInText(std::string_view bytes, LeadBatch& batch) {
  const std::size_t plain = std::min(bytes.find_first_of("\"\\"), bytes.size());
  if (plain < bytes.size()) {
    state_ = bytes[plain] == '"' ? State::kValue : State::kEscape;
  }
  const std::size_t used = std::min(plain + 1, bytes.size());
  batch.Append(bytes.substr(0, used));
  return used;
}

std::size_t JsonValues::Take(std::string_view bytes, LeadBatch& batch) {
  switch (state_) {
    case State::kOutside:
      return TakeOutside(bytes);
    case State::kValue:
      return TakeInValue(bytes, batch);
    case State::kText:
      return TakeInText(bytes, batch);
    case State::kEscape:
      state_ = State::kText;
      batch.Append(bytes.substr(0, 1));
      return 1;
  }
  return 1;
}

void JsonValues::Next(LeadBatch& batch) {
  do {
    std::string_view bytes = file_.Next();
    if (bytes.empty()) {
      if (batch.open_size() > 0) {
        EndValue(batch);
      }
      return;
    }
    std::size_t used = 0;
    while (used < bytes.size() && !(batch.full() && batch.open_size() == 0)) {
      used += Take(bytes.substr(used), batch);
    }
    file_.PutBack(bytes.substr(used));
  } while (batch.open_size() > 0 || batch.size() == 0);
}

bool BeginsWithWholeLine(std::string_view line) {
  std::size_t depth = 0;
  bool in_text = false;
  bool opened = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char byte = line[i];
    if (in_text) {
      i += byte == '\\' ? 1 : 0;
      in_text = byte != '"';
    } else if (byte == '"') {
      in_text = true;
    } else if (byte == '{' || byte == '[') {
      ++depth;
      opened = true;
    } else if ((byte == '}' || byte == ']') && depth > 0) {
      --depth;
    }
  }
  return opened && depth == 0 && !in_text;
}

}  // namespace lq::tool
