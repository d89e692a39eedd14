#include "tools/lq/json_cutter.h"

#include <algorithm>

namespace lq::tool {

bool IsJsonSpace(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

void JsonCutter::TakeMark(std::string_view byte, LeadBatch& batch) {
  const char mark = byte[0];
  if (mark == '"') {
    text_ = Text::kInside;
  } else if (mark == '{' || mark == '[') {
    ++depth_;
  } else if ((mark == '}' || mark == ']') && depth_ > 0) {
    --depth_;
  }
  batch.Append(byte);
}

void JsonCutter::EndValue(LeadBatch& batch) {
  batch.EndLead();
  depth_ = 0;
}

std::size_t JsonCutter::TakeText(std::string_view bytes, LeadBatch& batch) {
  if (text_ == Text::kEscape) {
    text_ = Text::kInside;
    batch.Append(bytes.substr(0, 1));
    return 1;
  }
  const std::size_t plain = std::min(bytes.find_first_of("\"\\"), bytes.size());
  if (plain < bytes.size()) {
    text_ = bytes[plain] == '"' ? Text::kOutside : Text::kEscape;
  }
  const std::size_t used = std::min(plain + 1, bytes.size());
  batch.Append(bytes.substr(0, used));
  return used;
}

void JsonCutter::Next(LeadBatch& batch) {
  do {
    std::string_view bytes = file_.Next();
    if (bytes.empty()) {
      Finish(batch);
      return;
    }
    std::size_t used = 0;
    while (used < bytes.size() && !(batch.full() && batch.open_size() == 0)) {
      const std::string_view rest = bytes.substr(used);
      used += text_ == Text::kOutside ? TakePlain(rest, batch) : TakeText(rest, batch);
    }
    file_.PutBack(bytes.substr(used));
  } while (batch.open_size() > 0 || batch.size() == 0);
}

}  // namespace lq::tool
