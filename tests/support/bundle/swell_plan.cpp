#include "tests/support/bundle/swell_plan.h"

#include <algorithm>
#include <limits>

#include "runtime/bundle/plan_fields.h"

namespace lq::test {
namespace {

using bundle::Fields;
using bundle::SectionKind;

// The archive that gives one number of a struct, the `chosen`-th, to the next struct.
class Aim {
 public:
  explicit Aim(std::size_t chosen) : chosen_(chosen) {}

  template <typename T>
  void At(T& object) {
    at_ = 0;
    Fields(*this, object);
    first_ = false;
  }
  template <typename... T>
  void operator()(T&... fields) {
    (Add(fields), ...);
  }
  void Typed(const Type&, Value&) {}
  template <typename T, typename Visit>
  void Each(std::vector<T>&, Visit) {}
  const Type& TypeOfField(const std::vector<std::uint32_t>&, std::size_t) { return type_; }

 private:
  template <typename T>
  void Add(T& field) {
    if constexpr (std::is_same_v<T, std::uint32_t>) {
      if (at_++ != chosen_)
        return;
      number_ = first_ ? field : number_;
      field = number_;
    }
  }

  std::size_t chosen_;
  std::size_t at_ = 0;
  bool first_ = true;
  std::uint32_t number_ = 0;
  Type type_;
};

// The archive that goes through all lists of a plan, and harms the `chosen`-th of those that have a
// member.
class Sweller {
 public:
  Sweller(std::size_t chosen, std::mt19937_64& random) : chosen_(chosen), random_(random) {}

  std::size_t lists() const { return lists_; }

  template <typename... T>
  void Section(SectionKind, T&... fields) {
    (*this)(fields...);
  }
  template <typename... T>
  void operator()(T&... fields) {
    (Add(fields), ...);
  }
  void Typed(const Type&, Value&) {}
  template <typename T, typename Visit>
  void Each(std::vector<T>& items, Visit) {
    List(items);
  }
  const Type& TypeOfField(const std::vector<std::uint32_t>&, std::size_t) { return type_; }

 private:
  std::size_t Below(std::size_t count) { return random_() % count; }

  template <typename T>
  void Add(T& field) {
    if constexpr (requires { Fields(*this, field); })
      Fields(*this, field);
  }
  template <typename T>
  void Add(std::vector<T>& items) {
    List(items);
    if (items.size() < 1'000)
      std::for_each(items.begin(), items.end(), [&](T& item) { Add(item); });
  }
  template <typename T>
  void List(std::vector<T>& items) {
    if (!items.empty() && lists_++ == chosen_)
      Harm(items);
  }

  template <typename T>
  void Harm(std::vector<T>& items) {
    const T item = items[Below(items.size())];
    switch (Below(3)) {
      case 0:
        items.insert(items.end(), std::size_t{1} << Below(13), item);
        return;
      case 1:
        std::fill(items.begin(), items.end(), item);
        return;
      default:
        Point(items);
    }
  }
  template <typename T>
  void Point(std::vector<T>& items) {
    if constexpr (requires(Aim& aim) { Fields(aim, items[0]); }) {
      Aim aim(Below(4));
      for (T& item : items)
        aim.At(item);
    }
  }

  std::size_t chosen_;
  std::mt19937_64& random_;
  std::size_t lists_ = 0;
  Type type_;
};

}  // namespace

void Swell(plan::Plan& plan, std::mt19937_64& random) {
  Sweller counter(std::numeric_limits<std::size_t>::max(), random);
  bundle::PlanSections(counter, plan);
  for (std::uint64_t i = 1 + random() % 3; i > 0; --i) {
    Sweller sweller(random() % counter.lists(), random);
    bundle::PlanSections(sweller, plan);
  }
}

}  // namespace lq::test
