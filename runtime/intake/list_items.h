#pragma once

#include <vector>

#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::intake {

// The items of a list while it is read: in the order given, each once.
class ListItems {
 public:
  void Begin(const Type& list);
  // What each item must be.
  const Type& type() const { return type_; }
  // Before an item is read: false when the list has as many as its type allows.
  bool TakesAnother();
  void Add(const Value& item);
  // The list, in `arena`.
  Value Finish(Arena& arena) const;

 private:
  Type type_;
  std::size_t count_ = 0;
  std::size_t most_ = 0;
  std::vector<Value> items_;
};

}  // namespace lq::intake
