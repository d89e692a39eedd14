#include "tools/lq/json_lines.h"

#include <algorithm>

namespace lq::tool {
namespace {

bool Blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

}  // namespace

void JsonLines::EndLine(LeadBatch& batch) {
  if (inked_) {
    batch.EndLead();
  }
  inked_ = false;
}

std::string_view JsonLines::TakeLine(std::string_view bytes, LeadBatch& batch) {
  const std::size_t end = bytes.find('\n');
  const std::string_view part = bytes.substr(0, end);
  inked_ = inked_ || !Blank(part);
  if (inked_) {
    batch.Append(part);
  }
  if (end == std::string_view::npos) {
    return {};
  }
  EndLine(batch);
  return bytes.substr(end + 1);
}

// Stops at the end of a line when the batch is full or the bytes at hand are used up, so that leads
// that trickle in are decided as they come.
void JsonLines::Next(LeadBatch& batch) {
  do {
    std::string_view bytes = file_.Next();
    if (bytes.empty()) {
      EndLine(batch);
      return;
    }
    while (!bytes.empty() && !(batch.full() && !inked_)) {
      bytes = TakeLine(bytes, batch);
    }
    file_.PutBack(bytes);
  } while (inked_ || batch.size() == 0);
}

}  // namespace lq::tool
