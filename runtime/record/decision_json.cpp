#include "runtime/record/decision_json.h"

#include <charconv>

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

// `,"name":`, the comma unless something has just been opened.
void AppendMember(std::string_view name, std::string& out) {
  if (out.back() != '{')
    out += ',';
  AppendJsonText(name, out);
  out += ':';
}

void AppendTextMember(std::string_view name, std::string_view text, std::string& out) {
  AppendMember(name, out);
  AppendJsonText(text, out);
}

// `"name":[..]` of one item a time.
template <typename Items, typename AppendItem>
void AppendArray(std::string_view name, const Items& items, std::string& out,
                 AppendItem append_item) {
  AppendMember(name, out);
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

void AppendStatus(Status status, std::string& out) {
  const auto name = [&]() -> std::string_view {
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
  };
  AppendTextMember("status", name(), out);
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

// `"from":"table by_territory row 2"`; names need no escape.
void AppendFrom(const Reason& reason, std::string& out) {
  AppendMember("from", out);
  out += '"';
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
  out += '{';
  AppendTextMember("code", reason.code, out);
  if (reason.text.data() != nullptr)
    AppendTextMember("text", reason.text, out);
  AppendMember("points", out);
  AppendPoints(reason.points, out);
  AppendFrom(reason, out);
  out += '}';
}

void AppendCouldBecome(const CouldBecome& entry, std::string& out) {
  out += '{';
  AppendTextMember("outcome", entry.outcome, out);
  AppendMember("confidence", out);
  AppendPerMille(entry.confidence, out);
  AppendMember("ceiling", out);
  AppendPerMille(entry.ceiling, out);
  out += '}';
}

void AppendHeldBy(const HeldBy& entry, std::string& out) {
  out += '{';
  if (entry.guard.data() != nullptr) {
    AppendTextMember("guard", entry.guard, out);
  } else {
    AppendMember("needs", out);
    AppendPerMille(entry.needs, out);
  }
  out += '}';
}

void AppendAsk(const AskEntry& entry, std::string& out) {
  out += '{';
  AppendTextMember("field", entry.field, out);
  AppendTextMember("cause", CauseName(entry.cause), out);
  AppendMember("gain", out);
  AppendPoints(entry.gain, out);
  if (!entry.question.empty())
    AppendTextMember("question", entry.question, out);
  out += '}';
}

void AppendScore(const Decision& decision, const ScoreResult& score, std::string& out) {
  AppendMember(score.name, out);
  out += '{';
  AppendMember("low", out);
  AppendInteger(score.low, out);
  AppendMember("high", out);
  AppendInteger(score.high, out);
  const auto codes = std::span(decision.score_codes).subspan(score.first_code, score.code_count);
  AppendArray("because", codes, out, AppendJsonText);
  out += '}';
}

void AppendOutput(const OutputResult& output, std::string& out) {
  AppendMember(output.name, out);
  if (output.is_null) {
    out += "null";
  } else {
    AppendPossibleJson(*output.type, output.value, out);
  }
}

void AppendError(const FieldError& error, std::string& out) {
  out += '{';
  AppendTextMember("path", error.path, out);
  AppendTextMember("code", error.code, out);
  AppendTextMember("message", error.message, out);
  out += '}';
}

void AppendHead(const Decision& decision, std::string& out) {
  AppendTextMember("policy", decision.policy, out);
  AppendMember("version", out);
  AppendInteger(decision.version, out);
  AppendTextMember("hash", decision.hash, out);
  AppendMember("lead", out);
  if (decision.lead.data() == nullptr) {
    out += "null";
  } else {
    AppendJsonText(decision.lead, out);
  }
  AppendMember("as_of", out);
  out += '"';
  AppendInstant(decision.as_of, out);
  out += '"';
}

void AppendToggles(const Decision& decision, std::string& out) {
  AppendMember("toggles", out);
  out += '{';
  for (const ToggleState& toggle : decision.toggles) {
    AppendMember(toggle.name, out);
    out += toggle.on ? "true" : "false";
  }
  out += '}';
}

void AppendOutcome(const Decision& decision, std::string& out) {
  AppendTextMember("outcome", decision.outcome, out);
  if (decision.text.data() != nullptr)
    AppendTextMember("text", decision.text, out);
  AppendTextMember("proposed", decision.proposed, out);
  AppendMember("confidence", out);
  AppendPerMille(decision.confidence, out);
  AppendMember("ceiling", out);
  AppendPerMille(decision.ceiling, out);
  AppendMember("tension", out);
  AppendInteger(decision.tension, out);
}

void AppendResults(const Decision& decision, std::string& out) {
  AppendMember("scores", out);
  out += '{';
  for (const ScoreResult& score : decision.scores)
    AppendScore(decision, score, out);
  out += '}';
  AppendMember("outputs", out);
  out += '{';
  for (const OutputResult& output : decision.outputs)
    AppendOutput(output, out);
  out += '}';
}

}  // namespace

void AppendJson(const Decision& decision, std::string& out) {
  out += '{';
  AppendHead(decision, out);
  const bool rejected = decision.status == Status::kRejected;
  if (!rejected)
    AppendToggles(decision, out);
  AppendStatus(decision.status, out);
  if (rejected) {
    AppendArray("errors", decision.errors, out, AppendError);
  } else {
    AppendOutcome(decision, out);
    AppendArray("reasons", decision.reasons, out, AppendReason);
    AppendArray("could_become", decision.could_become, out, AppendCouldBecome);
    AppendArray("held_by", decision.held_by, out, AppendHeldBy);
    AppendArray("overruled", decision.overruled, out, AppendJsonText);
    AppendArray("ask", decision.ask, out, AppendAsk);
    AppendResults(decision, out);
  }
  out += '}';
}

void AppendJsonString(std::string_view text, std::string& out) { AppendJsonText(text, out); }

}  // namespace lq
