#include "runtime/record/decision_json.h"

#include <charconv>

#include <fmt/format.h>

#include "runtime/record/output_json.h"
#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/number.h"

namespace lq {
namespace {

void AppendInteger(std::int64_t number, std::string& out) {
  char digits[24];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out.append(digits, end);
}

void AppendPerMille(std::int32_t per_mille, std::string& out) {
  AppendShortDecimal(per_mille, 3, out);
}
void AppendPoints(std::int64_t thousandths, std::string& out) {
  AppendShortDecimal(thousandths, 3, out);
}

// `"name":`, behind a comma unless something has just been opened.
void AppendName(std::string_view name, std::string& out) {
  if (out.back() != '{')
    out += ',';
  AppendJsonText(name, out);
  out += ':';
}

// `member` is what stands before the text, such as `,"status":`.
void AppendTextMember(std::string_view member, std::string_view text, std::string& out) {
  out += member;
  AppendJsonText(text, out);
}

// `[..]` of one item a time, behind `member`.
template <typename Items, typename AppendItem>
void AppendArray(std::string_view member, const Items& items, std::string& out,
                 AppendItem append_item) {
  out += member;
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first)
      out += ',';
    first = false;
    append_item(item, out);
  }
  out += ']';
}

// `"from":"table by_territory row 2"`; names need no escape.
void AppendFrom(const Reason& reason, std::string& out) {
  out += R"(,"from":")";
  switch (reason.from) {
    case ReasonFrom::kRule:
      out += "rule ";
      break;
    case ReasonFrom::kTableRow:
      out += "table ";
      break;
    case ReasonFrom::kOtherwise:
      out += "otherwise";
      break;
    case ReasonFrom::kEvidence:
      out += "evidence ";
      break;
    case ReasonFrom::kGuard:
      out += "guard ";
      break;
  }
  out += reason.name;
  if (reason.from == ReasonFrom::kTableRow) {
    out += " row ";
    AppendInteger(reason.row, out);
  }
  out += '"';
}

void AppendReason(const Reason& reason, std::string& out) {
  AppendTextMember(R"({"code":)", reason.code, out);
  if (reason.text.data() != nullptr)
    AppendTextMember(R"(,"text":)", reason.text, out);
  out += R"(,"points":)";
  AppendPoints(reason.points, out);
  AppendFrom(reason, out);
  out += '}';
}

void AppendCouldBecome(const CouldBecome& entry, std::string& out) {
  AppendTextMember(R"({"outcome":)", entry.outcome, out);
  out += R"(,"confidence":)";
  AppendPerMille(entry.confidence, out);
  out += R"(,"ceiling":)";
  AppendPerMille(entry.ceiling, out);
  out += '}';
}

void AppendHeldBy(const HeldBy& entry, std::string& out) {
  if (entry.guard.data() != nullptr) {
    AppendTextMember(R"({"guard":)", entry.guard, out);
  } else {
    out += R"({"needs":)";
    AppendPerMille(entry.needs, out);
  }
  out += '}';
}

void AppendAsk(const AskEntry& entry, std::string& out) {
  AppendTextMember(R"({"field":)", entry.field, out);
  AppendTextMember(R"(,"cause":)", CauseName(entry.cause), out);
  out += R"(,"gain":)";
  AppendPoints(entry.gain, out);
  if (!entry.question.empty())
    AppendTextMember(R"(,"question":)", entry.question, out);
  out += '}';
}

void AppendScore(const Decision& decision, const ScoreResult& score, std::string& out) {
  AppendName(score.name, out);
  out += R"({"low":)";
  AppendInteger(score.low, out);
  out += R"(,"high":)";
  AppendInteger(score.high, out);
  const auto codes = std::span(decision.score_codes).subspan(score.first_code, score.code_count);
  AppendArray(R"(,"because":)", codes, out, AppendJsonText);
  out += '}';
}

void AppendOutput(const OutputResult& output, std::string& out) {
  AppendName(output.name, out);
  if (output.is_null) {
    out += "null";
  } else {
    AppendPossibleJson(*output.type, output.value, out);
  }
}

void AppendError(const FieldError& error, std::string& out) {
  AppendTextMember(R"({"path":)", error.path, out);
  AppendTextMember(R"(,"code":)", error.code, out);
  AppendTextMember(R"(,"message":)", error.message, out);
  out += '}';
}

void AppendHead(const Decision& decision, std::string& out) {
  AppendTextMember(R"({"policy":)", decision.policy, out);
  out += R"(,"version":)";
  AppendInteger(decision.version, out);
  AppendTextMember(R"(,"hash":)", decision.hash, out);
  out += R"(,"lead":)";
  if (decision.lead.data() == nullptr) {
    out += "null";
  } else {
    AppendJsonText(decision.lead, out);
  }
  out += R"(,"as_of":")";
  AppendInstant(decision.as_of, out);
  out += '"';
}

void AppendToggles(const Decision& decision, std::string& out) {
  out += R"(,"toggles":{)";
  for (const ToggleState& toggle : decision.toggles) {
    AppendName(toggle.name, out);
    out += toggle.on ? "true" : "false";
  }
  out += '}';
}

void AppendOutcome(const Decision& decision, std::string& out) {
  AppendTextMember(R"(,"outcome":)", decision.outcome, out);
  if (decision.text.data() != nullptr)
    AppendTextMember(R"(,"text":)", decision.text, out);
  AppendTextMember(R"(,"proposed":)", decision.proposed, out);
  out += R"(,"confidence":)";
  AppendPerMille(decision.confidence, out);
  out += R"(,"ceiling":)";
  AppendPerMille(decision.ceiling, out);
  out += R"(,"tension":)";
  AppendInteger(decision.tension, out);
}

void AppendResults(const Decision& decision, std::string& out) {
  out += R"(,"scores":{)";
  for (const ScoreResult& score : decision.scores)
    AppendScore(decision, score, out);
  out += '}';
  out += R"(,"outputs":{)";
  for (const OutputResult& output : decision.outputs)
    AppendOutput(output, out);
  out += '}';
}

}  // namespace

std::string_view StatusName(Status status) {
  switch (status) {
    case Status::kSettled:
      return "settled";
    case Status::kUndecided:
      return "undecided";
    case Status::kDoubtful:
      return "doubtful";
    case Status::kRejected:
      return "rejected";
  }
  return {};
}

std::string_view CauseName(Cause cause) {
  switch (cause) {
    case Cause::kNone:
      return {};
    case Cause::kMissing:
      return "missing";
    case Cause::kStale:
      return "stale";
    case Cause::kInvalid:
      return "invalid";
    case Cause::kBand:
      return "band";
    case Cause::kOneOf:
      return "one_of";
    case Cause::kDisagreement:
      return "disagreement";
  }
  return {};
}

std::string PercentText(std::int32_t per_mille) {
  return fmt::format("{}.{}%", per_mille / 10, per_mille % 10);
}

std::string PercentText(std::int32_t low, std::int32_t high) {
  return low == high ? PercentText(low)
                     : fmt::format("{} to {}", PercentText(low), PercentText(high));
}

void AppendJson(const Decision& decision, std::string& out) {
  AppendHead(decision, out);
  const bool rejected = decision.status == Status::kRejected;
  if (!rejected)
    AppendToggles(decision, out);
  AppendTextMember(R"(,"status":)", StatusName(decision.status), out);
  if (rejected) {
    AppendArray(R"(,"errors":)", decision.errors, out, AppendError);
  } else {
    AppendOutcome(decision, out);
    AppendArray(R"(,"reasons":)", decision.reasons, out, AppendReason);
    AppendArray(R"(,"could_become":)", decision.could_become, out, AppendCouldBecome);
    AppendArray(R"(,"held_by":)", decision.held_by, out, AppendHeldBy);
    AppendArray(R"(,"overruled":)", decision.overruled, out, AppendJsonText);
    AppendArray(R"(,"ask":)", decision.ask, out, AppendAsk);
    AppendResults(decision, out);
  }
  out += '}';
}

void AppendJsonString(std::string_view text, std::string& out) { AppendJsonText(text, out); }

}  // namespace lq
