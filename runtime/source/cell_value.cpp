#include "runtime/source/cell_value.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"

namespace lq {

namespace {

using plan::SourceField;
using plan::SourceReading;

bool Refuse(CellProblem& problem, std::string_view code, std::string rule,
            std::string_view help = {}) {
  problem = {code, std::move(rule), help};
  return false;
}

bool AppendText(std::string_view text, std::string& json) {
  AppendJsonText(text, json);
  return true;
}

bool AppendYesNo(std::string_view text, std::string& json, CellProblem& problem) {
  const std::string word = FoldCase(text);
  if (word == "yes" || word == "true" || word == "y" || word == "1" || word == "1.0") {
    json += "true";
  } else if (word == "no" || word == "false" || word == "n" || word == "0" || word == "0.0") {
    json += "false";
  } else {
    return Refuse(problem, "type", "is not yes or no");
  }
  return true;
}

bool RefuseNumber(const SourceField& field, std::string_view code, std::string_view text,
                  CellProblem& problem) {
  if (field.reading == SourceReading::kNumber) {
    return Refuse(problem, code, "is not a number written like the sample in the source");
  }
  const bool comma = text.find(',') != std::string_view::npos;
  return Refuse(problem, code, "is not a number",
                comma ? "the source can say how it is written: `as number \"1,234.56\"`" : "");
}

std::string_view NumberCode(const Type& type) {
  return type.kind == TypeKind::kInteger ? "type" : "format";
}

bool AppendNumber(const SourceField& field, const Type& type, std::string_view text,
                  std::string& json, CellProblem& problem) {
  std::string plain;
  if (!AppendPlainNumber(text, field.marks, plain)) {
    return RefuseNumber(field, NumberCode(type), text, problem);
  }
  if (!field.factor) {
    json += plain;
  } else if (!AppendProduct(plain, *field.factor, json)) {
    return Refuse(problem, NumberCode(type), "is not a number of at most 18 digits");
  }
  return true;
}

bool AppendPercent(const SourceField& field, const Type& type, std::string_view text,
                   std::string& json, CellProblem& problem) {
  return AppendNumber(field, type,
                      text.ends_with('%') ? Trim(text.substr(0, text.size() - 1)) : text, json,
                      problem);
}

bool IsCode(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "5000", "5000 EUR" or "EUR 5000"; intake compares the currency with the field's.
bool AppendMoney(const SourceField& field, const Type& type, std::string_view text,
                 std::string& json, CellProblem& problem) {
  std::string_view amount = text;
  std::string_view currency;
  if (text.size() > 3 && IsCode(text.substr(text.size() - 3))) {
    currency = text.substr(text.size() - 3);
    amount = Trim(text.substr(0, text.size() - 3));
  } else if (text.size() > 3 && IsCode(text.substr(0, 3))) {
    currency = text.substr(0, 3);
    amount = Trim(text.substr(3));
  }
  if (currency.empty())
    return AppendNumber(field, type, amount, json, problem);
  std::string number;
  if (!AppendNumber(field, type, amount, number, problem))
    return false;
  json.append("{\"amount\":")
      .append(number)
      .append(",\"currency\":\"")
      .append(currency)
      .append("\"}");
  return true;
}

void AppendMoment(const Type& type, DateAndTime moment, std::string& json) {
  json += '"';
  if (type.kind == TypeKind::kDate) {
    AppendDate(moment.day, json);
  } else {
    AppendInstant(moment.instant, json);
  }
  json += '"';
}

bool AppendByLayout(const SourceField& field, const Type& type, std::string_view text,
                    std::string& json, CellProblem& problem) {
  const std::optional<DateAndTime> moment = ReadDate(text, field.layout);
  const bool fits = moment && moment->instant >= kFirstInstant && moment->instant <= kLastInstant;
  if (!fits)
    return Refuse(problem, "format", fmt::format("is no date written as `{}`", field.layout_text));
  AppendMoment(type, *moment, json);
  return true;
}

bool AppendUnix(const SourceField& field, const Type& type, std::string_view text,
                std::string& json, CellProblem& problem) {
  const bool seconds = field.reading == SourceReading::kUnixSeconds;
  std::string plain;
  std::int64_t milliseconds = 0;
  const bool number = AppendPlainNumber(text, {}, plain) &&
                      ParseDecimal(plain, seconds ? 3 : 0, milliseconds) == NumberProblem::kNone;
  if (!number || milliseconds < kFirstInstant || milliseconds > kLastInstant) {
    return Refuse(problem, "format",
                  fmt::format("is no time in {} since 1970", seconds ? "seconds" : "milliseconds"));
  }
  AppendMoment(type, {DayOfInstant(milliseconds), milliseconds}, json);
  return true;
}

bool AppendByType(const SourceField& field, const Type& type, std::string_view text,
                  std::string& json, CellProblem& problem) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return AppendYesNo(text, json, problem);
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
      return AppendNumber(field, type, text, json, problem);
    case TypeKind::kMoney:
      return AppendMoney(field, type, text, json, problem);
    case TypeKind::kPercent:
      return AppendPercent(field, type, text, json, problem);
    case TypeKind::kEnum:
    case TypeKind::kText:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return AppendText(text, json);
    case TypeKind::kList:
      return Refuse(problem, "type", "is not a list");
  }
  return false;
}

const plan::SourceCase* FindCase(const SourceField& field, std::string_view text) {
  const auto found =
      std::lower_bound(field.cases.begin(), field.cases.end(), text,
                       [](const plan::SourceCase& c, std::string_view t) { return c.text < t; });
  return found != field.cases.end() && found->text == text ? &*found : nullptr;
}

}  // namespace

bool AppendCell(const SourceField& field, const Type& type, std::string_view text,
                std::string& json, CellProblem& problem) {
  if (const plan::SourceCase* found = FindCase(field, text)) {
    json += found->json;
    return true;
  }
  switch (field.reading) {
    case SourceReading::kText:
    case SourceReading::kNumber:
      return AppendByType(field, type, text, json, problem);
    case SourceReading::kDate:
    case SourceReading::kInstant:
      return AppendByLayout(field, type, text, json, problem);
    case SourceReading::kUnixSeconds:
    case SourceReading::kUnixMilliseconds:
      return AppendUnix(field, type, text, json, problem);
  }
  return false;
}

std::string_view UnfitJson(const Type& type) {
  return type.kind == TypeKind::kList ? "false" : "[]";
}

}  // namespace lq
