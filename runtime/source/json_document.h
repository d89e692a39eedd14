#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/intake/json_scanner.h"
#include "runtime/source/place_value.h"
#include "runtime/value/arena.h"

namespace lq {

// A JSON text as a list of its values, each before what it holds. Reads what intake's scanner
// accepts: RFC 8259, UTF-8, bounded depth, no key twice. Reuse one object for many texts.
class JsonDocument {
 public:
  using Index = std::uint32_t;
  static constexpr Index kNone = UINT32_MAX;
  static constexpr Index kRoot = 0;

  struct Node {
    // kNothing: null.
    PlaceValue::Kind kind = PlaceValue::Kind::kNothing;
    // Of a member of an object.
    std::string_view key;
    // As in PlaceValue.
    std::string_view text;
    // Behind the last value within it: its next sibling, if its parent ends later.
    Index end = 0;
  };

  // False when it is no such JSON; then `problem` says why. `json` outlives the document.
  bool Read(std::string_view json);

  // After a Read that was false: a code of rejected leads (not_json, too_deep, duplicate_key,
  // too_large), and the message.
  std::string_view problem_code() const { return code_; }
  const std::string& problem() const { return problem_; }

  std::size_t size() const { return nodes_.size(); }
  const Node& node(Index index) const { return nodes_[index]; }
  // The first value within a container; kNone when it is empty or no container.
  Index FirstWithin(Index index) const {
    return nodes_[index].end == index + 1 ? kNone : index + 1;
  }
  // The next value within `parent`; kNone behind the last.
  Index NextWithin(Index parent, Index index) const {
    return nodes_[index].end == nodes_[parent].end ? kNone : nodes_[index].end;
  }

 private:
  void ReadValues();
  void AddValue(intake::JsonToken token);
  bool Fail(std::string_view code, std::string problem);

  intake::JsonScanner scanner_;
  std::vector<Node> nodes_;
  // Open containers.
  std::vector<Index> open_;
  std::string_view key_;
  Arena arena_;
  std::string_view code_;
  std::string problem_;
};

}  // namespace lq
