#include "tools/lq/lead_feed.h"

#include <algorithm>

namespace lq::tool {

void LeadBatch::Clear() {
  bytes_.clear();
  ends_.clear();
}

void LeadBatch::Append(std::string_view bytes) {
  const std::size_t room = kMostLeadBytes - std::min(kMostLeadBytes, open_size());
  bytes_.append(bytes.substr(0, room));
}

std::string_view LeadBatch::lead(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

}  // namespace lq::tool
