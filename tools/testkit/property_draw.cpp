#include "tools/testkit/property_draw.h"

#include <algorithm>

#include "runtime/value/values.h"

namespace lq::testkit {
namespace {

// After so many tries without any lead for a `where` there is none.
constexpr int kMostTries = 2'000;
constexpr std::size_t kMostKept = 64;

// Percent.
constexpr int kNearKept = 30;
constexpr int kTowardRule = 30;
constexpr int kAnyMoment = 10;
constexpr int kLikeAnother = 4;

void KeepIn(std::vector<CompleteLead::Content>& all, const CompleteLead& lead, Random& random) {
  if (all.size() < kMostKept) {
    all.push_back(lead.content());
  } else {
    all[random.Below(all.size())] = lead.content();
  }
}

}  // namespace

PropertyDraw::PropertyDraw(const ir::Program& program, const ir::Property& property,
                           PropertyValues& values, ConditionTeller& teller, Random& random)
    : program_(program),
      where_(property.where),
      values_(values),
      teller_(teller),
      random_(random),
      seeker_(program, teller, values, random) {
  FindTargets(property);
}

// Of all rules; of `never leaves o` those that choose o count twice.
void PropertyDraw::FindTargets(const ir::Property& property) {
  for (const ir::Rule& rule : program_.rules) {
    targets_.push_back(rule.when);
    if (program_.outcomes[rule.outcome].name == property.never_leaves) {
      targets_.push_back(rule.when);
    }
  }
}

bool PropertyDraw::InRange(const CompleteLead& lead) {
  return where_ == ir::kNone || teller_.Holds(where_, lead.lead(), lead.as_of);
}

void PropertyDraw::Keep(const CompleteLead& lead) { KeepIn(kept_, lead, random_); }

bool PropertyDraw::Next(CompleteLead& lead) {
  for (int i = 0; i < kMostTries; ++i) {
    if (!kept_.empty() && random_.Chance(kNearKept)) {
      lead.Become(random_.Pick(kept_));
      Change(lead);
    } else {
      DrawFresh(lead);
    }
    if (where_ == ir::kNone) {
      return true;
    }
    if (seeker_.Seek(where_, true, lead)) {
      KeepIn(found_, lead, random_);
      return true;
    }
    if (!found_.empty()) {
      lead.Become(random_.Pick(found_));
      return true;
    }
  }
  return false;
}

Value PropertyDraw::AnyValue(std::size_t moment, std::uint32_t field, int turning) {
  const std::vector<Value>& values = values_.Turning(moment, field);
  return !values.empty() && random_.Chance(turning) ? random_.Pick(values) : values_.Any(field);
}

void PropertyDraw::DrawFresh(CompleteLead& lead) {
  // So that some leads lie on boundaries in all they say, and some nearly nowhere.
  const int turning = static_cast<int>(30 * (1 + random_.Below(3)));
  const std::size_t moment = random_.Below(values_.moments().size());
  lead.as_of = random_.Chance(kAnyMoment) ? values_.AnyMoment() : values_.moments()[moment];
  const auto fields = static_cast<std::uint32_t>(lead.values().size());
  for (std::uint32_t field = 0; field < fields; ++field) {
    lead.Set(field, AnyValue(moment, field, turning));
    const auto other = static_cast<std::uint32_t>(random_.Below(field + 1));
    const Type& type = program_.schema.fields[field].type;
    const Type& like = program_.schema.fields[other].type;
    // Two fields may be compared with one another.
    if (SameType(type, like) && type.low <= like.low && like.high <= type.high &&
        type.max_length >= like.max_length && random_.Chance(kLikeAnother)) {
      lead.Set(field, lead.values()[other]);
    }
  }
  if (!targets_.empty() && random_.Chance(kTowardRule)) {
    seeker_.Seek(random_.Pick(targets_), true, lead);
  }
}

void PropertyDraw::Change(CompleteLead& lead) {
  for (std::size_t i = random_.Below(3) + 1; i > 0; --i) {
    const auto field = static_cast<std::uint32_t>(random_.Below(lead.values().size()));
    lead.Set(field, AnyValue(random_.Below(values_.moments().size()), field, 80));
  }
  if (random_.Chance(kAnyMoment)) {
    lead.as_of = random_.Pick(values_.moments());
  }
}

}  // namespace lq::testkit
