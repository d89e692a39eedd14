#include "tools/lq/json_values.h"

#include <algorithm>

namespace lq::tool {

// A value that opens no bracket ends with its line.
std::size_t JsonValues::TakePlain(std::string_view bytes, LeadBatch& batch) {
  if (batch.open_size() == 0 && IsJsonSpace(bytes[0])) {
    return 1;
  }
  const std::size_t plain = std::min(bytes.find_first_of("\"{}[]\n"), bytes.size());
  if (plain > 0) {
    batch.Append(bytes.substr(0, plain));
    return plain;
  }
  TakeMark(bytes.substr(0, 1), batch);
  const char byte = bytes[0];
  const bool closes = byte == '}' || byte == ']' || byte == '\n';
  if (closes && depth() == 0) {
    EndValue(batch);
  }
  return 1;
}

void JsonValues::Finish(LeadBatch& batch) {
  if (batch.open_size() > 0) {
    unclosed_ = depth() > 0;
    EndValue(batch);
  }
}

LayoutProblem JsonValues::layout_problem() const {
  if (!unclosed_) {
    return {};
  }
  return {"ends within its last lead, where a bracket or a quote is not closed",
          "close it; what stands behind it was read as part of that lead"};
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
