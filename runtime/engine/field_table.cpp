#include "runtime/engine/field_table.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace lq::engine {
namespace {

constexpr std::int64_t kLargestDirectDomain = 4096;

void SetBit(std::vector<std::uint64_t>& bits, plan::TermId term, bool value) {
  const std::uint64_t mask = std::uint64_t{1} << (term % 64);
  std::uint64_t& word = bits[term / 64];
  word = value ? word | mask : word & ~mask;
}

// The bits of one block changed at a code.
struct Event {
  Code code = 0;
  plan::TermId term = 0;
  bool set = false;
};

// By code; a run that ends where the next begins: clear first, then set.
std::vector<Event> EventsOf(const std::vector<ColumnRows::Run>& runs, Code codes) {
  // Twice the code, and one more to set: where the next of these stands.
  std::vector<std::uint32_t> places(2 * (std::size_t{codes} + 1) + 1, 0);
  for (const ColumnRows::Run& run : runs) {
    ++places[2 * std::size_t{run.first} + 2];
    ++places[2 * (std::size_t{run.last} + 1) + 1];
  }
  std::partial_sum(places.begin(), places.end(), places.begin());
  std::vector<Event> events(runs.size() * 2);
  for (const ColumnRows::Run& run : runs) {
    events[places[2 * std::size_t{run.first} + 1]++] = {run.first, run.term, true};
    events[places[2 * (std::size_t{run.last} + 1)]++] = {run.last + 1, run.term, false};
  }
  return events;
}

}  // namespace

RowShape RowShape::For(std::size_t terms) {
  RowShape shape;
  shape.words = terms <= 64 ? 1 : 8;
  const std::size_t bits = 64 * shape.words;
  shape.blocks = static_cast<std::uint32_t>(std::max<std::size_t>(1, (terms + bits - 1) / bits));
  return shape;
}

void ColumnRows::Build(const RowShape& shape, const std::vector<plan::TermId>& tested,
                       const std::vector<Run>& runs, Code codes) {
  blocks_ = shape.blocks;
  codes_ = codes;
  ids_.clear();
  ids_.reserve((std::size_t{codes} + 2) * blocks_);
  pool_.assign(shape.words, ~std::uint64_t{0});
  pool_.resize(std::size_t{2} * shape.words, 0);

  const std::vector<std::uint64_t> ones(std::size_t{shape.words} * blocks_, ~std::uint64_t{0});
  std::vector<std::uint64_t> bits = ones;
  for (plan::TermId term : tested)
    SetBit(bits, term, false);
  const std::vector<Event> events = EventsOf(runs, codes);
  std::size_t next = 0;
  for (Code code = 0; code < codes; ++code) {
    for (; next < events.size() && events[next].code == code; ++next) {
      SetBit(bits, events[next].term, events[next].set);
    }
    AddRow(bits, shape);
  }

  std::vector<Code> covered(ones.size() * 64, 0);
  for (const Run& run : runs)
    covered[run.term] += run.last - run.first + 1;
  for (const bool any : {false, true}) {
    bits = ones;
    for (plan::TermId term : tested)
      SetBit(bits, term, covered[term] >= (any ? 1 : codes));
    AddRow(bits, shape);
  }
}

bool ColumnRows::Bit(const std::uint32_t* row, plan::TermId term, const RowShape& shape) const {
  const std::uint32_t block = shape.block_of(term);
  const std::uint32_t word = term / 64 - block * shape.words;
  return (pool_[std::size_t{row[block]} * shape.words + word] >> (term % 64) & 1) != 0;
}

// Adds a row of block numbers; a block that equals the previous row's shares it.
void ColumnRows::AddRow(const std::vector<std::uint64_t>& bits, const RowShape& shape) {
  const bool first = ids_.empty();
  for (std::uint32_t block = 0; block < blocks_; ++block) {
    const std::uint64_t* words = &bits[std::size_t{block} * shape.words];
    const auto equals = [&](std::uint32_t id) {
      return std::equal(words, words + shape.words, &pool_[std::size_t{id} * shape.words]);
    };
    if (!first && equals(ids_[ids_.size() - blocks_])) {
      ids_.push_back(ids_[ids_.size() - blocks_]);
    } else if (equals(kOnes)) {
      ids_.push_back(kOnes);
    } else if (equals(kZeros)) {
      ids_.push_back(kZeros);
    } else {
      ids_.push_back(static_cast<std::uint32_t>(pool_.size() / shape.words));
      pool_.insert(pool_.end(), words, words + shape.words);
    }
  }
}

std::vector<std::vector<FieldUse>> UsesOfFields(const plan::Plan& plan) {
  const plan::Terms& terms = plan.terms;
  std::vector<std::vector<FieldUse>> uses(plan.schema.fields.size());
  for (plan::TermId id = 0; id < terms.terms.size(); ++id) {
    const plan::Term& term = terms.terms[id];
    for (std::uint32_t i = 0; i < term.dense_count; ++i) {
      const plan::DenseTest& test = terms.dense[term.first_dense + i];
      const plan::Column& column = terms.columns[test.column];
      if (column.kind == plan::ColumnKind::kField)
        uses[column.index].push_back({id, test.column, test.test});
    }
  }
  return uses;
}

Lifetime LifetimeOfUses(const plan::Plan& plan, const std::vector<FieldUse>& uses) {
  Lifetime lifetime = Lifetime::kForever;
  for (const FieldUse& use : uses) {
    const plan::FieldTest& test = plan.terms.field_tests[use.test];
    for (std::uint32_t i = 0; i < test.literal_count; ++i) {
      const plan::Literal& literal = plan.terms.literals[test.first_literal + i];
      for (std::uint32_t j = 0; j < literal.operand_count; ++j) {
        const plan::ExprId operand = plan.terms.operands[literal.first_operand + j];
        lifetime = std::max(lifetime, LifetimeOf(plan.expressions, operand));
      }
    }
  }
  return lifetime;
}

void FieldTable::Build(const plan::Plan& plan, const RowShape& shape, std::uint32_t field,
                       const std::vector<FieldUse>& uses, const ExpressionEvaluator& constants) {
  const Type& type = plan.schema.fields[field].type;
  textual_ = IsTextual(type.kind);
  columns_.clear();
  texts_.clear();
  slots_.assign(16, 0);
  for (const FieldUse& use : uses)
    columns_.push_back(use.column);
  std::sort(columns_.begin(), columns_.end());
  columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
  domain_ = {type.low, type.high};
  if (textual_) {
    for (const FieldUse& use : uses)
      CollectTexts(plan, plan.terms.field_tests[use.test], constants);
    domain_ = {0, static_cast<std::int64_t>(texts_.size())};
  }
  std::vector<Tested> tested;
  for (const FieldUse& use : uses) {
    const auto slot =
        std::lower_bound(columns_.begin(), columns_.end(), use.column) - columns_.begin();
    tested.push_back({use.term, static_cast<std::size_t>(slot),
                      Passing(plan, plan.terms.field_tests[use.test], constants)});
  }
  CollectStarts(tested);
  BuildRows(shape, tested);
}

void FieldTable::CollectTexts(const plan::Plan& plan, const plan::FieldTest& test,
                              const ExpressionEvaluator& constants) {
  for (std::uint32_t i = 0; i < test.literal_count; ++i) {
    const plan::Literal& literal = plan.terms.literals[test.first_literal + i];
    for (std::uint32_t j = 0; j < literal.operand_count; ++j) {
      AddText(constants.Constant(plan.terms.operands[literal.first_operand + j]).text());
    }
  }
}

void FieldTable::AddText(std::string_view text) {
  if (TextCode(text) < texts_.size())
    return;
  texts_.push_back(text);
  const bool grow = texts_.size() * 2 > slots_.size();
  if (grow)
    slots_.assign(slots_.size() * 2, 0);
  // Every entry again after growing, the last one otherwise.
  for (std::size_t i = grow ? 0 : texts_.size() - 1; i < texts_.size(); ++i) {
    std::size_t slot = std::hash<std::string_view>{}(texts_[i]) & (slots_.size() - 1);
    while (slots_[slot] != 0)
      slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

Code FieldTable::TextCode(std::string_view text) const {
  std::size_t slot = std::hash<std::string_view>{}(text) & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if (texts_[slots_[slot] - 1] == text)
      return slots_[slot] - 1;
  }
  return static_cast<Code>(texts_.size());
}

Code FieldTable::NumberCode(std::int64_t number) const {
  if (!direct_.empty())
    return direct_[static_cast<std::size_t>(number - domain_.low)];
  return static_cast<Code>(std::upper_bound(starts_.begin(), starts_.end(), number) -
                           starts_.begin());
}

std::int64_t FieldTable::PointOf(const Value& value) const {
  return textual_ ? std::int64_t{TextCode(value.text())} : value.number();
}

ValueSet FieldTable::Passing(const plan::Plan& plan, const plan::FieldTest& test,
                             const ExpressionEvaluator& constants) const {
  if (test.literal_count == 1)
    return Passing(plan, plan.terms.literals[test.first_literal], constants);
  // All pass where none fails: then, too, one list of intervals is sorted once.
  std::vector<Interval> intervals;
  for (std::uint32_t i = 0; i < test.literal_count; ++i) {
    ValueSet next = Passing(plan, plan.terms.literals[test.first_literal + i], constants);
    if (test.all)
      next = Complement(next, domain_);
    intervals.insert(intervals.end(), next.begin(), next.end());
  }
  ValueSet set = MakeSet(std::move(intervals));
  return test.all ? Complement(set, domain_) : set;
}

ValueSet FieldTable::Passing(const plan::Plan& plan, const plan::Literal& literal,
                             const ExpressionEvaluator& constants) const {
  const auto operand = [&](std::uint32_t i) {
    return PointOf(constants.Constant(plan.terms.operands[literal.first_operand + i]));
  };
  std::vector<Interval> intervals;
  switch (literal.op) {
    case plan::TestOp::kIs:
    case plan::TestOp::kIn:
      for (std::uint32_t i = 0; i < literal.operand_count; ++i)
        intervals.push_back({operand(i), operand(i)});
      break;
    case plan::TestOp::kAtLeast:
      intervals.push_back({operand(0), domain_.high});
      break;
    case plan::TestOp::kAtMost:
      intervals.push_back({domain_.low, operand(0)});
      break;
    case plan::TestOp::kMoreThan:
      if (operand(0) < domain_.high)
        intervals.push_back({operand(0) + 1, domain_.high});
      break;
    case plan::TestOp::kLessThan:
      if (operand(0) > domain_.low)
        intervals.push_back({domain_.low, operand(0) - 1});
      break;
    case plan::TestOp::kBetween:
      intervals.push_back({operand(0), operand(1)});
      break;
    case plan::TestOp::kContains:
    case plan::TestOp::kStartsWith:
    case plan::TestOp::kEndsWith:
    case plan::TestOp::kMatches:
    case plan::TestOp::kHasAny:
    case plan::TestOp::kHasAll:
    case plan::TestOp::kHasNone:
      break;
  }
  for (Interval& interval : intervals)
    interval = {std::max(interval.low, domain_.low), std::min(interval.high, domain_.high)};
  ValueSet set = MakeSet(std::move(intervals));
  return literal.negated ? Complement(set, domain_) : set;
}

void FieldTable::CollectStarts(const std::vector<Tested>& tested) {
  starts_.clear();
  direct_.clear();
  codes_ = static_cast<Code>(texts_.size() + 1);
  if (textual_)
    return;
  for (const Tested& test : tested) {
    for (const Interval& interval : test.passing) {
      if (interval.low > domain_.low)
        starts_.push_back(interval.low);
      if (interval.high < domain_.high)
        starts_.push_back(interval.high + 1);
    }
  }
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  codes_ = static_cast<Code>(starts_.size() + 1);
  const std::uint64_t size =
      static_cast<std::uint64_t>(domain_.high) - static_cast<std::uint64_t>(domain_.low);
  if (size >= kLargestDirectDomain)
    return;
  Code code = 0;
  // By what stands above the least value, since one more than the greatest may not be a number.
  for (std::uint64_t above = 0; above <= size; ++above) {
    const std::int64_t value = domain_.low + static_cast<std::int64_t>(above);
    if (code < starts_.size() && starts_[code] == value)
      ++code;
    direct_.push_back(static_cast<std::uint16_t>(code));
  }
}

void FieldTable::BuildRows(const RowShape& shape, const std::vector<Tested>& tested) {
  rows_.resize(columns_.size());
  for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
    std::vector<plan::TermId> terms;
    std::vector<ColumnRows::Run> runs;
    for (const Tested& test : tested) {
      if (test.slot != slot)
        continue;
      terms.push_back(test.term);
      for (const Interval& interval : test.passing) {
        const auto code = [&](std::int64_t point) {
          return textual_ ? static_cast<Code>(point) : NumberCode(point);
        };
        runs.push_back({test.term, code(interval.low), code(interval.high)});
      }
    }
    rows_[slot].Build(shape, terms, runs, codes_);
  }
}

}  // namespace lq::engine
