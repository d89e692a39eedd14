#include "runtime/engine/rule_index.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <utility>

namespace lq::engine {
namespace {

// A condition is found by two fields when so few of their values pass.
constexpr std::uint64_t kMostKeys = 16;
constexpr std::size_t kMostPairs = 64;
constexpr std::size_t kMostBuckets = std::size_t{1} << 20;
// Conditions that are looked at for every lead cost time for every lead.
constexpr std::size_t kMostAlways = 64;

}  // namespace

class RuleIndex::Builder {
 public:
  Builder(RuleIndex& index, const plan::Plan& plan, const EngineTables& tables,
          const VerdictBits& bits, const plan::RowLayout& layout)
      : index_(index),
        plan_(plan),
        tables_(tables),
        bits_(bits),
        layout_(layout),
        constants_(plan.expressions, 0, nullptr, arena_),
        dated_(plan.schema.fields.size()) {
    for (const std::uint32_t field : tables.dated_fields)
      dated_[field] = true;
  }

  bool Run() {
    index_.looked_at_.assign(layout_.absence_words(), 0);
    for (std::uint32_t bit = 0; bit < bits_.terms.size(); ++bit)
      AddTerm(bit);
    return index_.always_.size() <= kMostAlways && keyed_.size() <= kMostPairs && FillBuckets();
  }

 private:
  // One test of numbers.
  struct Test {
    std::uint32_t field = 0;
    ValueSet passing;
  };
  // The fields of a pair; the same twice when one is enough.
  using Fields = std::pair<std::uint32_t, std::uint32_t>;
  // Two values, and the bit that they choose.
  struct Key {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t bit = 0;
  };

  void AddTerm(std::uint32_t bit) {
    const plan::Term& term = plan_.terms.terms[bits_.terms[bit]];
    index_.terms_.push_back(
        {{}, static_cast<std::uint32_t>(index_.ranges_.size()), 0, term.residual_count > 0});
    std::vector<Test> tests;
    bool possible = true;
    for (std::uint32_t i = 0; i < term.dense_count; ++i)
      possible &= AddTest(plan_.terms.dense[term.first_dense + i], tests);
    if (!possible)
      return;
    std::stable_sort(tests.begin(), tests.end(), [&](const Test& a, const Test& b) {
      return KeysOf(a).value_or(kMostKeys + 1) < KeysOf(b).value_or(kMostKeys + 1);
    });
    AddRanges(tests, AddKeys(tests, bit));
  }

  // False for a test that no lead with a value in every field passes.
  bool AddTest(const plan::DenseTest& test, std::vector<Test>& tests) {
    const plan::Column& column = plan_.terms.columns[test.column];
    if (column.kind == plan::ColumnKind::kToggle)
      return plan_.toggles[column.index].on != test.negated;
    index_.looked_at_[column.index / 64] |= std::uint64_t{1} << (column.index % 64);
    if (column.kind == plan::ColumnKind::kKnown)
      return !test.negated;
    if (dated_[column.index] || tables_.fields[column.index].textual()) {
      index_.terms_.back().has_rest = true;
      return true;
    }
    const plan::FieldTest& field_test = plan_.terms.field_tests[test.test];
    tests.push_back(
        {column.index, tables_.fields[column.index].Passing(plan_, field_test, constants_)});
    return !tests.back().passing.empty();
  }

  // How many values pass, where these are few and stand in a byte.
  std::optional<std::uint64_t> KeysOf(const Test& test) const {
    if (layout_.field(test.field).kind != plan::RowField::Kind::kByte)
      return std::nullopt;
    std::uint64_t keys = 0;
    for (const Interval& interval : test.passing)
      keys += static_cast<std::uint64_t>(interval.high - interval.low) + 1;
    return keys <= kMostKeys ? std::optional(keys) : std::nullopt;
  }

  // Tests with the fewest keys come first. Gives how many of them found the term.
  std::size_t AddKeys(const std::vector<Test>& tests, std::uint32_t bit) {
    if (tests.empty() || !KeysOf(tests[0])) {
      index_.always_.push_back(bit);
      return 0;
    }
    const bool two = tests.size() > 1 && KeysOf(tests[1]) &&
                     *KeysOf(tests[0]) * *KeysOf(tests[1]) <= kMostKeys &&
                     tests[0].field != tests[1].field;
    if (!two) {
      std::vector<Key>& keys = keyed_[{tests[0].field, tests[0].field}];
      EachValue(tests[0], [&](std::uint32_t value) { keys.push_back({value, 0, bit}); });
      return 1;
    }
    const bool turned = tests[0].field > tests[1].field;
    const Test& a = tests[turned ? 1 : 0];
    const Test& b = tests[turned ? 0 : 1];
    std::vector<Key>& keys = keyed_[{a.field, b.field}];
    EachValue(a, [&](std::uint32_t first) {
      EachValue(b, [&](std::uint32_t second) { keys.push_back({first, second, bit}); });
    });
    return 2;
  }

  template <typename Take>
  void EachValue(const Test& test, Take take) const {
    const std::int64_t low = layout_.field(test.field).low;
    for (const Interval& interval : test.passing) {
      for (std::int64_t value = interval.low; value <= interval.high; ++value)
        take(static_cast<std::uint32_t>(value - low));
    }
  }

  void AddRanges(const std::vector<Test>& tests, std::size_t from) {
    Term& term = index_.terms_.back();
    std::size_t own = 0;
    for (std::size_t i = from; i < tests.size(); ++i) {
      const std::optional<Range> range = RangeOf(tests[i]);
      term.has_rest |= !range;
      if (range && own < kOwnRanges)
        term.own[own++] = *range;
      else if (range)
        index_.ranges_.push_back(*range);
    }
    term.count = static_cast<std::uint32_t>(index_.ranges_.size() - term.first);
  }

  // Where one range passes, or all but one; nothing for anything else.
  std::optional<Range> RangeOf(const Test& test) const {
    const Type& type = plan_.schema.fields[test.field].type;
    const plan::RowField& place = layout_.field(test.field);
    const ValueSet others = Complement(test.passing, {type.low, type.high});
    if (others.empty())
      return Range();
    const bool turned = test.passing.size() > 1;
    if (turned && others.size() > 1)
      return std::nullopt;
    const Interval& interval = turned ? others[0] : test.passing[0];
    const auto size = static_cast<std::uint32_t>(plan::SizeOf(place.kind));
    const std::int64_t base = place.kind == plan::RowField::Kind::kWide ? 0 : place.low;
    return Range{place.offset + size - 8, static_cast<std::uint16_t>(64 - 8 * size), turned,
                 static_cast<std::uint64_t>(interval.low - base),
                 static_cast<std::uint64_t>(interval.high - interval.low)};
  }

  bool FillBuckets() {
    index_.starts_.push_back(0);
    for (auto& [fields, keys] : keyed_) {
      const plan::RowField& first = layout_.field(fields.first);
      const plan::RowField& second = layout_.field(fields.second);
      const bool one = fields.first == fields.second;
      const std::uint32_t stride = one ? 1 : second.count;
      const std::size_t bucket = index_.starts_.size() - 1;
      const std::size_t buckets = std::size_t{first.count} * stride;
      if (bucket + buckets > kMostBuckets)
        return false;
      index_.pairs_.push_back({first.offset, one ? 0 : second.offset, stride, bucket});
      Sort(keys, stride);
      std::size_t next = 0;
      for (std::size_t i = 0; i < buckets; ++i) {
        for (; next < keys.size() && keys[next].first * stride + keys[next].second == i; ++next)
          index_.candidates_.push_back(keys[next].bit);
        index_.starts_.push_back(static_cast<std::uint32_t>(index_.candidates_.size()));
      }
    }
    index_.candidates_.resize(index_.candidates_.size() + kSpare);
    return true;
  }

  static void Sort(std::vector<Key>& keys, std::uint32_t stride) {
    std::sort(keys.begin(), keys.end(), [stride](const Key& a, const Key& b) {
      const std::uint32_t left = a.first * stride + a.second;
      const std::uint32_t right = b.first * stride + b.second;
      return left != right ? left < right : a.bit < b.bit;
    });
  }

  RuleIndex& index_;
  const plan::Plan& plan_;
  const EngineTables& tables_;
  const VerdictBits& bits_;
  const plan::RowLayout& layout_;
  Arena arena_;
  ExpressionEvaluator constants_;
  std::vector<bool> dated_;
  std::map<Fields, std::vector<Key>> keyed_;
};

RuleIndex::RuleIndex(const plan::Plan& plan, const EngineTables& tables, const VerdictBits& bits,
                     const plan::RowLayout& layout) {
  usable_ = Builder(*this, plan, tables, bits, layout).Run();
}

inline bool RuleIndex::Range::Passes(const unsigned char* row) const {
  std::uint64_t number;
  std::memcpy(&number, row + at, sizeof number);
  return ((number >> shift) - low <= span) != turned;
}

inline bool RuleIndex::Passes(const Term& term, const unsigned char* row) const {
  bool passes = true;
  for (const Range& range : term.own)
    passes &= range.Passes(row);
  for (std::uint32_t i = term.first; i < term.first + term.count; ++i)
    passes &= ranges_[i].Passes(row);
  return passes;
}

// Which terms two fields choose no processor foresees, so that most buckets, of at most kSpare, are
// taken without a question.
std::size_t RuleIndex::FindCandidates(const unsigned char* row, std::uint32_t* found) const {
  std::size_t count = 0;
  for (const std::uint32_t bit : always_)
    found[count++] = bit;
  for (const Pair& pair : pairs_) {
    // The first byte of a row is no field: a pair of one field reads it in vain.
    const std::size_t second = pair.stride == 1 ? 0 : row[pair.second_at];
    const std::size_t bucket = pair.bucket + row[pair.first_at] * pair.stride + second;
    const std::uint32_t begin = starts_[bucket];
    const std::uint32_t size = starts_[bucket + 1] - begin;
    for (std::uint32_t i = 0; i < kSpare; ++i)
      found[count + i] = candidates_[begin + i];
    for (std::uint32_t i = kSpare; i < size; ++i)
      found[count + i] = candidates_[begin + i];
    count += size;
  }
  return count;
}

std::size_t RuleIndex::Find(const std::uint64_t* row, std::uint32_t* found) const {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(row);
  const std::size_t count = FindCandidates(bytes, found);
  std::size_t passing = 0;
  for (std::size_t i = 0; i < count; ++i) {
    found[passing] = found[i];
    passing += Passes(terms_[found[i]], bytes) ? 1 : 0;
  }
  return passing;
}

}  // namespace lq::engine
