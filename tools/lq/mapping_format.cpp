#include "tools/lq/mapping_format.h"

#include <fmt/format.h>

#include "runtime/value/json_text.h"

namespace lq::tool {
namespace {

// How a value was read, as one word.
std::string_view RuleWord(const FieldOrigin& origin) {
  if (origin.is_constant) {
    return "constant";
  }
  if (!origin.is_given) {
    return "nothing";
  }
  if (origin.failed) {
    return "failed";
  }
  switch (origin.rule) {
    case CellRule::kReading:
      return "text";
    case CellRule::kWhere:
      return "where";
    case CellRule::kBand:
      return "band";
    case CellRule::kFunction:
      return "function";
  }
  return {};
}

// A member of an object; `value` is JSON.
void AppendMember(std::string_view name, std::string_view value, std::string& out) {
  out.append(out.ends_with('{') ? "" : ",").append("\"").append(name).append("\":").append(value);
}

std::string Quoted(std::string_view text) {
  std::string json;
  AppendJsonText(text, json);
  return json;
}

class MappingJson : public MappingFormat {
 public:
  explicit MappingJson(const plan::SourcePlan& source) : source_(source) {}

  std::string Header() override {
    return fmt::format(
        "{{\"version\":1,\"source\":\"{}\",\"source_version\":{},\"schema\":\"{}\","
        "\"leads\":[\n",
        source_.name, source_.version, source_.schema);
  }

  std::string Lead(const MappedLead& mapped) override {
    std::string out = mapped.number == 1 ? "{" : ",\n{";
    const bool accepted = mapped.lead.errors.empty();
    out += fmt::format("\"number\":{}", mapped.number);
    AppendMember("status", accepted ? "\"accepted\"" : "\"rejected\"", out);
    AppendMember("lead", accepted ? mapped.mapper->Canonical() : "null", out);
    AppendMember("fields", Fields(mapped), out);
    AppendMember("errors", Errors(mapped), out);
    return out + "}";
  }

  std::string Footer(const UnmappedNames& unmapped, std::uint64_t empty_payloads) override {
    std::string names = "{";
    for (const auto& [name, times] : unmapped.names()) {
      names.append(names.ends_with('{') ? "" : ",").append(Quoted(name));
      names += fmt::format(":{}", times);
    }
    return fmt::format("\n],\"unmapped\":{}}},\"payloads_without_a_lead\":{}}}\n", names,
                       empty_payloads);
  }

 private:
  static std::string Fields(const MappedLead& mapped) {
    std::string out = "[";
    if (mapped.mapper == nullptr) {
      return out + "]";
    }
    for (const FieldOrigin& origin : mapped.mapper->Origins()) {
      std::string field = out.ends_with('[') ? "{" : ",{";
      AppendMember("field", Quoted(origin.path), field);
      AppendMember("value", origin.failed ? "null" : origin.value, field);
      AppendMember("from", origin.is_constant ? "null" : Quoted(origin.place), field);
      AppendMember("seen", origin.seen.empty() ? "null" : Quoted(origin.seen), field);
      AppendMember("by", Quoted(RuleWord(origin)), field);
      out += field + "}";
    }
    return out + "]";
  }

  static std::string Errors(const MappedLead& mapped) {
    std::string out = "[";
    for (const FieldError& error : mapped.lead.errors) {
      std::string one = out.ends_with('[') ? "{" : ",{";
      AppendMember("path", Quoted(error.path), one);
      AppendMember("code", Quoted(error.code), one);
      AppendMember("message", Quoted(error.message), one);
      out += one + "}";
    }
    return out + "]";
  }

  const plan::SourcePlan& source_;
};

}  // namespace

std::unique_ptr<MappingFormat> MakeMappingFormat(std::string_view name,
                                                 const plan::SourcePlan& source) {
  if (name == "json") {
    return std::make_unique<MappingJson>(source);
  }
  return MakeMappingText(source);
}

}  // namespace lq::tool
