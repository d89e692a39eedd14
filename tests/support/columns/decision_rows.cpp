#include "tests/support/columns/decision_rows.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <stdexcept>
#include <string_view>

#include "runtime/record/decision_json.h"
#include "runtime/record/output_json.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::test {
namespace {

std::string Quoted(std::string_view text) {
  std::string json;
  AppendJsonString(text, json);
  return json;
}

// Of values that follow each other in `buffer`.
std::int64_t NumberAt(const void* buffer, std::int64_t at, std::int64_t width) {
  std::int64_t number = 0;
  std::memcpy(&number, static_cast<const char*>(buffer) + at * width,
              static_cast<std::size_t>(std::min<std::int64_t>(width, 8)));
  const int shift = width < 8 ? static_cast<int>(64 - width * 8) : 0;
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(number) << shift) >> shift;
}

bool BitAt(const void* buffer, std::int64_t at) {
  return (static_cast<const std::uint8_t*>(buffer)[at / 8] >> (at % 8) & 1) != 0;
}

std::string PrintedText(const ArrowArray& array, std::int64_t at) {
  const std::int64_t begin = NumberAt(array.buffers[1], at, 4);
  const std::int64_t end = NumberAt(array.buffers[1], at + 1, 4);
  return Quoted(
      {static_cast<const char*>(array.buffers[2]) + begin, static_cast<std::size_t>(end - begin)});
}

std::string PrintedList(const ArrowSchema& schema, const ArrowArray& array, std::int64_t at) {
  std::string text = "[";
  const std::int64_t begin = NumberAt(array.buffers[1], at, 4);
  const std::int64_t end = NumberAt(array.buffers[1], at + 1, 4);
  for (std::int64_t item = begin; item < end; ++item)
    text += (item == begin ? "" : ",") + PrintedRow(*schema.children[0], *array.children[0], item);
  return text + "]";
}

std::string PrintedStruct(const ArrowSchema& schema, const ArrowArray& array, std::int64_t at) {
  std::string text = "{";
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    text += (i == 0 ? "" : ",") + Quoted(schema.children[i]->name) + ":";
    text += PrintedRow(*schema.children[i], *array.children[i], at);
  }
  return text + "}";
}

std::string Decimal(std::int64_t number, int places) {
  std::string text;
  AppendDecimal(number, places, text);
  return text;
}

std::string Day(std::int64_t days) {
  std::string text;
  AppendDate(days, text);
  return text;
}

std::string Instant(std::int64_t milliseconds) {
  std::string text;
  AppendInstant(milliseconds, text);
  return text;
}

// What a typed column says of a value of the language.
std::string PrintedValue(const Type& type, const Value& value) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return value.number() != 0 ? "true" : "false";
    case TypeKind::kInteger:
      return std::to_string(value.number());
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
      return Decimal(value.number(), type.places);
    case TypeKind::kDate:
      return Day(value.number());
    case TypeKind::kInstant:
      return Instant(value.number());
    case TypeKind::kList: {
      std::string text;
      for (const Value& item : value.items())
        text += (text.empty() ? "" : ",") + PrintedValue(ItemType(type), item);
      return "[" + text + "]";
    }
    case TypeKind::kEnum:
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      break;
  }
  std::string text;
  AppendValueText(type, value, text);
  return Quoted(text);
}

class Members {
 public:
  void Add(std::string_view name, std::string value) {
    text_ += (text_.empty() ? "{" : ",") + Quoted(name) + ":" + value;
  }
  std::string Take() { return text_ + "}"; }

 private:
  std::string text_;
};

template <typename Items, typename Print>
std::string List(const Items& items, Print print) {
  std::string text;
  for (const auto& item : items)
    text += (text.empty() ? "" : ",") + print(item);
  return "[" + text + "]";
}

std::string OrNull(std::string_view text) { return text.data() == nullptr ? "null" : Quoted(text); }

std::string RuleName(std::string_view name, std::uint32_t row) {
  if (row == 0)
    return Quoted("rule " + std::string(name));
  return Quoted("table " + std::string(name) + " row " + std::to_string(row));
}

std::string PrintedRule(const Decision& decision) {
  const Reason* best = nullptr;
  for (const Reason& reason : decision.reasons) {
    const bool is_rule = reason.from == ReasonFrom::kRule || reason.from == ReasonFrom::kTableRow;
    if (is_rule && (best == nullptr || reason.points > best->points))
      best = &reason;
  }
  if (best == nullptr)
    return "null";
  return RuleName(best->name, best->row);
}

std::string PrintedReasons(const Decision& decision) {
  std::set<std::string_view> seen;
  std::string text;
  for (const Reason& reason : decision.reasons) {
    if (seen.insert(reason.code).second)
      text += (text.empty() ? "" : ",") + Quoted(reason.code);
  }
  return "[" + text + "]";
}

std::string PrintedScores(const Decision& decision) {
  Members members;
  for (const ScoreResult& score : decision.scores) {
    members.Add(score.name, "{\"low\":" + std::to_string(score.low) +
                                ",\"high\":" + std::to_string(score.high) + "}");
  }
  return members.Take();
}

std::string PrintedOutputs(const Decision& decision) {
  Members members;
  for (const OutputResult& output : decision.outputs) {
    const bool single = !output.is_null && output.value.single();
    std::string json;
    if (!output.is_null && !single)
      AppendPossibleJson(*output.type, output.value, json);
    members.Add(output.name, single ? PrintedValue(*output.type, output.value.values[0]) : "null");
    members.Add(std::string(output.name) + ":json",
                json.empty() || json == "null" ? "null" : Quoted(json));
  }
  return members.Take();
}

std::string PrintedErrors(const Decision& decision) {
  return List(decision.errors, [](const FieldError& error) {
    return "{\"path\":" + Quoted(error.path) + ",\"code\":" + Quoted(error.code) +
           ",\"message\":" + Quoted(error.message) + "}";
  });
}

void AddHead(const Decision& decision, Members& members) {
  const bool decided = decision.status != Status::kRejected;
  members.Add("lead", OrNull(decision.lead));
  members.Add("status", Quoted(StatusName(decision.status)));
  members.Add("outcome", decided ? Quoted(decision.outcome) : "null");
  members.Add("proposed", decided ? Quoted(decision.proposed) : "null");
  members.Add("confidence", decided ? std::to_string(decision.confidence) : "null");
  members.Add("ceiling", decided ? std::to_string(decision.ceiling) : "null");
}

}  // namespace

std::string PrintedVerdict(const plan::Plan& plan, const Decision& decision,
                           std::span<const std::uint32_t> fired) {
  Members members;
  AddHead(decision, members);
  members.Add("rules", List(fired, [&](std::uint32_t rule) {
                return RuleName(plan.rules[rule].name, plan.rules[rule].row);
              }));
  members.Add("errors", PrintedErrors(decision));
  return members.Take();
}

std::string PrintedRow(const ArrowSchema& schema, const ArrowArray& array, std::int64_t row) {
  const std::string_view format = schema.format;
  const std::int64_t at = array.offset + row;
  if (array.null_count != 0 && array.buffers[0] != nullptr && !BitAt(array.buffers[0], at))
    return "null";
  const std::int64_t width = format == "c" ? 1 : format == "s" ? 2 : format == "l" ? 8 : 4;
  if (schema.dictionary != nullptr) {
    return PrintedRow(*schema.dictionary, *array.dictionary, NumberAt(array.buffers[1], at, width));
  }
  if (format == "c" || format == "s" || format == "i" || format == "l")
    return std::to_string(NumberAt(array.buffers[1], at, width));
  if (format == "b")
    return BitAt(array.buffers[1], at) ? "true" : "false";
  if (format == "u")
    return PrintedText(array, at);
  if (format == "+l")
    return PrintedList(schema, array, at);
  if (format == "+s")
    return PrintedStruct(schema, array, at);
  if (format == "tdD")
    return Day(NumberAt(array.buffers[1], at, 4));
  if (format == "tsm:UTC")
    return Instant(NumberAt(array.buffers[1], at, 8));
  if (format.starts_with("d:19,"))
    return Decimal(NumberAt(array.buffers[1], at, 16), std::stoi(std::string(format.substr(5))));
  throw std::runtime_error("a format that no decision has: " + std::string(format));
}

std::string PrintedDecision(const plan::Plan& plan, const Decision& decision) {
  const bool decided = decision.status != Status::kRejected;
  Members members;
  AddHead(decision, members);
  members.Add("tension", decided ? std::to_string(decision.tension) : "null");
  members.Add("rule", PrintedRule(decision));
  members.Add("text", OrNull(decision.text));
  members.Add("reasons", PrintedReasons(decision));
  members.Add("could_become", List(decision.could_become,
                                   [](const CouldBecome& one) { return Quoted(one.outcome); }));
  members.Add("held_by", List(decision.held_by, [](const HeldBy& one) {
                return one.guard.data() == nullptr ? Quoted("needs")
                                                   : Quoted("guard " + std::string(one.guard));
              }));
  members.Add("ask", List(decision.ask, [](const AskEntry& one) { return Quoted(one.field); }));
  if (!plan.scores.empty())
    members.Add("scores", decided ? PrintedScores(decision) : "null");
  if (!plan.outputs.empty())
    members.Add("outputs", decided ? PrintedOutputs(decision) : "null");
  members.Add("errors", PrintedErrors(decision));
  return members.Take();
}

}  // namespace lq::test
