#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/intake/name_table.h"
#include "runtime/plan/lead_schema.h"

namespace lq::intake {

// The fields' paths as a tree: the root is the lead, an inner node an object, a leaf a field.
class FieldIndex {
 public:
  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kNone = NameTable::kNone;

  explicit FieldIndex(const plan::LeadSchema& schema);

  // The node behind `key` (with its HashName) in the object of `node`, or kNone.
  std::uint32_t Child(std::uint32_t node, std::string_view key, std::uint32_t hash) const {
    return children_.Find(node, key, hash);
  }
  // Nodes are numbered from the root on, each after the node it stands in.
  std::size_t size() const { return nodes_.size(); }
  // Index of the node's field in the schema; kNone for an inner node.
  std::uint32_t field(std::uint32_t node) const { return nodes_[node].field; }
  // "company.size"; empty for the root.
  const std::string& path(std::uint32_t node) const { return nodes_[node].path; }
  // Path of a key in the object of `node`.
  std::string PathOf(std::uint32_t node, std::string_view key) const;

 private:
  struct Node {
    std::string path;
    std::uint32_t field = kNone;
  };

  std::vector<Node> nodes_;
  NameTable children_;
};

}  // namespace lq::intake
