#include "runtime/intake/field_index.h"

#include <algorithm>
#include <unordered_map>

namespace lq::intake {

FieldIndex::FieldIndex(const plan::LeadSchema& schema) {
  std::unordered_map<std::string_view, std::uint32_t> known;
  nodes_.push_back({});
  for (std::uint32_t field = 0; field < schema.fields.size(); ++field) {
    const std::string_view path = schema.fields[field].path;
    std::uint32_t node = kRoot;
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('.', begin), path.size());
      const auto [at, is_new] =
          known.try_emplace(path.substr(0, end), static_cast<std::uint32_t>(nodes_.size()));
      if (is_new) {
        nodes_.push_back({std::string(path.substr(0, end)), kNone});
        children_.Add(node, path.substr(begin, end - begin), at->second);
      }
      node = at->second;
      begin = end + 1;
    }
    nodes_[node].field = field;
  }
  children_.Build();
}

std::string FieldIndex::PathOf(std::uint32_t node, std::string_view key) const {
  std::string result = path(node);
  if (!result.empty())
    result += '.';
  return result.append(key);
}

}  // namespace lq::intake
