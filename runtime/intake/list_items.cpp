#include "runtime/intake/list_items.h"

#include <algorithm>

#include "runtime/intake/expected_text.h"
#include "runtime/value/values.h"

namespace lq::intake {

void ListItems::Begin(const Type& list) {
  type_ = BoundedItemType(list);
  count_ = 0;
  most_ = list.max_items;
  items_.clear();
}

bool ListItems::TakesAnother() { return ++count_ <= most_; }

void ListItems::Add(const Value& item) {
  const auto same = [&](const Value& other) { return CompareValues(type_.kind, item, other) == 0; };
  if (std::none_of(items_.begin(), items_.end(), same))
    items_.push_back(item);
}

Value ListItems::Finish(Arena& arena) const {
  return Value::List(arena.CopyArray(std::span<const Value>(items_)));
}

}  // namespace lq::intake
