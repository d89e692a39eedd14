#include "tools/testkit/lead_json.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/values.h"

namespace lq::testkit {
namespace {

using Member = std::pair<std::string_view, std::string>;

void AppendList(const Type& type, const std::vector<Value>& values, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    out += i == 0 ? "" : ",";
    AppendValueJson(type, values[i], out);
  }
  out += ']';
}

void AppendEnd(const Type& type, std::string_view key, const std::optional<std::int64_t>& end,
               std::string& out) {
  if (!end)
    return;
  out += out.back() == '{' ? "\"" : ",\"";
  out.append(key).append("\":");
  AppendValueJson(type, Value::Number(*end), out);
}

void AppendReport(const Type& type, const ir::GivenReport& report, std::string& out) {
  out += R"({"value":)";
  AppendValueJson(type, report.value, out);
  out += R"(,"source":)";
  AppendJsonText(report.source, out);
  if (report.at) {
    out += R"(,"at":")";
    AppendInstant(*report.at, out);
    out += '"';
  }
  out += '}';
}

std::string ValueJson(const Type& type, const ir::GivenValue& value) {
  std::string out;
  switch (value.kind) {
    case ir::GivenValue::Kind::kMissing:
      return "null";
    case ir::GivenValue::Kind::kValues:
      if (value.values.size() == 1) {
        AppendValueJson(type, value.values.front(), out);
        return out;
      }
      out = R"({"one_of":)";
      AppendList(type, value.values, out);
      return out + '}';
    case ir::GivenValue::Kind::kBand:
      out = "{";
      AppendEnd(type, "from", value.low, out);
      AppendEnd(type, "to", value.high, out);
      return out + '}';
    case ir::GivenValue::Kind::kReports:
      out = R"({"reports":[)";
      for (const ir::GivenReport& report : value.reports) {
        out += out.back() == '[' ? "" : ",";
        AppendReport(type, report, out);
      }
      return out + "]}";
  }
  return out;
}

std::string_view FirstPart(std::string_view path) { return path.substr(0, path.find('.')); }

// The members, sorted by path, as one object; `depth` bytes of their paths are dealt with.
void AppendObject(std::span<const Member> members, std::size_t depth, std::string& out) {
  out += '{';
  while (!members.empty()) {
    const std::string_view path = members.front().first.substr(depth);
    const std::string_view part = FirstPart(path);
    std::size_t count = 1;
    while (count < members.size() && FirstPart(members[count].first.substr(depth)) == part)
      ++count;
    out += out.back() == '{' ? "" : ",";
    AppendJsonText(part, out);
    out += ':';
    if (part.size() == path.size()) {
      out += members.front().second;
    } else {
      AppendObject(members.first(count), depth + part.size() + 1, out);
    }
    members = members.subspan(count);
  }
  out += '}';
}

}  // namespace

std::string LeadJson(const ir::Program& program, const ir::Given& given) {
  std::vector<Member> members;
  for (const ir::GivenField& field : given.fields) {
    const ir::Field& declared = program.schema.fields[field.field];
    if (field.value.kind != ir::GivenValue::Kind::kMissing)
      members.emplace_back(declared.path, ValueJson(declared.type, field.value));
  }
  // By parts, so that all below `company` stand together beside `company_name`.
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
    return std::lexicographical_compare(
        a.first.begin(), a.first.end(), b.first.begin(), b.first.end(), [](char x, char y) {
          const auto order = [](char c) { return c == '.' ? '\0' : c; };
          return order(x) < order(y);
        });
  });
  std::string out;
  AppendObject(members, 0, out);
  return out;
}

}  // namespace lq::testkit
