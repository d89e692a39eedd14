#pragma once

#include <deque>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "runtime/notation/json_path.h"
#include "runtime/source/json_document.h"
#include "runtime/source/place_value.h"
#include "runtime/source/unmapped.h"

namespace lq {

// Finds the places of a source in JSON documents, and remembers what it passed, so that it can tell
// what no place reads.
class JsonPlaces {
 public:
  using Index = JsonDocument::Index;

  // Forgets what was found in the document before.
  explicit JsonPlaces(const JsonDocument& document) : document_(document) {}
  void Begin();

  // What stands at the path, seen from `root`.
  PlaceValue Find(Index root, const JsonPath& path);
  // The path is known, and not wanted.
  void Pass(Index root, const JsonPath& path);

  // Every value that a path with `[]` leads to, each with its own path: `entry[0].changes[1]`.
  // False when something on the way is no list, or is not there; then `problem` says what.
  struct Element {
    Index index = 0;
    std::string path;
  };
  bool FindEach(const JsonPath& path, std::vector<Element>& elements, std::string& problem) const;

  // Counts the values below `root` that hold something and that no path found. What stands beside a
  // value in an element that was chosen by `[name=value]` belongs to it and is not counted.
  void CountUnmapped(Index root, UnmappedNames& unmapped);

 private:
  enum class Mark : std::uint8_t {
    kNone,
    // A path goes through it.
    kPassed,
    // It was found, or chosen by a member: all that is in it is known.
    kKnown,
  };

  Index Walk(Index root, const JsonPath& path);
  Index Step(Index index, const JsonPathStep& step);
  Index Choose(Index list, const JsonPathStep& step) const;
  Index Member(Index object, std::string_view name) const;
  Index ElementAt(Index list, std::size_t number) const;
  Index Inner(Index element, const std::vector<std::string>& names) const;
  bool FindMember(const Element& from, const JsonPathStep& step, std::vector<Element>& next,
                  std::string& problem) const;
  bool FindElements(const Element& from, const JsonPathStep& step, std::vector<Element>& next,
                    std::string& problem) const;
  static std::string NameOf(const Element& element);
  void Touch(Index index, Mark mark);
  Mark MarkOf(Index index) const { return index < marks_.size() ? marks_[index] : Mark::kNone; }
  PlaceValue ValueOf(Index index);

  void CountWithin(Index index, UnmappedNames& unmapped);
  void CountMembers(Index object, UnmappedNames& unmapped);
  void CountElements(Index list, UnmappedNames& unmapped);
  void AppendElement(Index list, Index element, std::size_t number);
  bool HoldsSomething(Index index) const;

  const JsonDocument& document_;
  std::vector<Mark> marks_;
  // By which member the elements of a list are told apart.
  std::vector<std::pair<Index, const JsonPathStep*>> chosen_;
  // Of lists; never moved.
  std::deque<std::vector<PlaceValue>> items_;
  std::size_t items_used_ = 0;
  // Of the value that is looked at.
  std::string path_;
};

}  // namespace lq
