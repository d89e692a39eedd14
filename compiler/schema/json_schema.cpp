#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/schema/scalar_schema.h"
#include "compiler/schema/schema_export.h"

namespace lq {
namespace {

using schema::Quoted;
using schema::ScalarSchema;

// Nothing was said.
constexpr std::string_view kMissing = R"({"enum":[null,""]})";

// Of a list of reports: one of them has a value.
constexpr std::string_view kSomeValue =
    R"(,"contains":{"required":["value"],"properties":{"value":{"not":{"enum":[null,""]}}}})";

std::string OneOfSchema(const Type& type) {
  return fmt::format(R"({{"type":"object","properties":{{"one_of":{{"type":"array","minItems":1,)"
                     R"("maxItems":64,"items":{}}}}},"required":["one_of"],)"
                     R"("additionalProperties":false}})",
                     ScalarSchema(type, true));
}

std::string BandSchema(const Type& type) {
  const std::string end =
      fmt::format(R"({{"anyOf":[{},{}]}})", kMissing, ScalarSchema(type, false));
  return fmt::format(R"({{"type":"object","properties":{{"from":{0},"to":{0}}},)"
                     R"("minProperties":1,"additionalProperties":false}})",
                     end);
}

// A value, one of several or a band: what is known.
std::string KnownForms(const Type& type) {
  std::string forms = ScalarSchema(type, false) + "," + OneOfSchema(type);
  return IsOrdered(type.kind) ? forms + "," + BandSchema(type) : forms;
}

std::string SourceNames(const ir::Field& field) {
  std::string names;
  for (const std::string& source : field.sources) {
    names += (names.empty() ? "" : ",") + Quoted(source);
  }
  return names;
}

// What a report may have beside its value.
std::string ReportMembers(std::string_view source) {
  return fmt::format(R"("source":{},"at":{{"anyOf":[{},{}]}})", source, kMissing,
                     schema::InstantSchema());
}

// With a value, from a source that the field knows.
std::string ReportSchema(const ir::Field& field) {
  const bool any = field.sources.empty();
  const std::string source =
      any ? R"({"type":["string","null"]})" : fmt::format(R"({{"enum":[{}]}})", SourceNames(field));
  return fmt::format(R"({{"type":"object","properties":{{"value":{{"anyOf":[{}]}},{}}},)"
                     R"("required":["value"{}],"additionalProperties":false}})",
                     KnownForms(field.type), ReportMembers(source), any ? "" : R"(,"source")");
}

// Without one, it is no report.
std::string EmptyReportSchema() {
  return fmt::format(
      R"({{"type":"object","properties":{{"value":{},{}}},"additionalProperties":false}})",
      kMissing, ReportMembers(R"({"type":["string","null"]})"));
}

// A valid report from a source that the field does not know.
std::string ForeignReportSchema(const ir::Field& field) {
  const std::string source =
      fmt::format(R"({{"type":["string","null"],"not":{{"enum":[{}]}}}})", SourceNames(field));
  return fmt::format(R"({{"type":"object","properties":{{"value":{{"anyOf":[{}]}},{}}},)"
                     R"("required":["value"],"additionalProperties":false}})",
                     KnownForms(field.type), ReportMembers(source));
}

std::string ReportsSchema(const ir::Field& field) {
  return fmt::format(
      R"({{"type":"object","properties":{{"reports":{{"type":"array",)"
      R"("items":{{"anyOf":[{},{}]}}{}}}}},"required":["reports"],"additionalProperties":false}})",
      ReportSchema(field), EmptyReportSchema(), field.required ? kSomeValue : "");
}

// Whatever does not fit counts as missing, but a report must come from a source that is known.
std::string LaxSchema(const ir::Field& field) {
  if (field.sources.empty()) {
    return "{}";
  }
  return fmt::format(R"({{"not":{{"type":"object","properties":{{"reports":{{"type":"array",)"
                     R"("contains":{}}}}},"required":["reports"]}}}})",
                     ForeignReportSchema(field));
}

std::string FieldSchema(const ir::Field& field) {
  const std::string description =
      field.question.empty() ? "" : fmt::format(R"("description":{},)", Quoted(field.question));
  if (field.invalid_is_missing && !field.required) {
    return fmt::format(R"({{{}"allOf":[{}]}})", description, LaxSchema(field));
  }
  return fmt::format(R"({{{}"anyOf":[{}{},{}]}})", description,
                     field.required ? "" : std::string(kMissing) + ",", KnownForms(field.type),
                     ReportsSchema(field));
}

// The fields whose paths begin alike, as nested objects.
struct ObjectNode {
  const ir::Field* field = nullptr;
  std::vector<std::pair<std::string, ObjectNode>> members;

  ObjectNode& Member(const std::string& name) {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto& member) { return member.first == name; });
    return found != members.end() ? found->second : members.emplace_back(name, ObjectNode()).second;
  }
  template <typename Test>
  bool Any(Test test) const {
    return field != nullptr ? test(*field)
                            : std::any_of(members.begin(), members.end(), [&](const auto& member) {
                                return member.second.Any(test);
                              });
  }
};

ObjectNode TreeOf(const ir::Schema& schema) {
  ObjectNode root;
  for (const ir::Field& field : schema.fields) {
    ObjectNode* node = &root;
    std::size_t begin = 0;
    for (std::size_t dot = 0; dot != std::string::npos; begin = dot + 1) {
      dot = field.path.find('.', begin);
      node = &node->Member(field.path.substr(begin, dot - begin));
      if (dot == std::string::npos) {
        break;
      }
    }
    node->field = &field;
  }
  return root;
}

class ObjectWriter {
 public:
  explicit ObjectWriter(bool reject_unknown) : reject_unknown_(reject_unknown) {}

  // The members of an object's schema, one property a line.
  std::string Members(const ObjectNode& node, bool root, const std::string& indent) const {
    const auto required = [](const ir::Field& field) { return field.required; };
    std::string properties = root ? indent + "  \"$id\": {}" : "";
    std::string names;
    for (const auto& [name, member] : node.members) {
      properties += properties.empty() ? "" : ",\n";
      properties +=
          fmt::format("{}  {}: {}", indent, Quoted(name), Property(member, indent + "  "));
      if (member.Any(required)) {
        names += (names.empty() ? "" : ", ") + Quoted(name);
      }
    }
    return fmt::format(
        "\"properties\": {{\n{}\n{}}},\n{}\"required\": [{}],\n{}\"additionalProperties\": {}",
        properties, indent, indent, names, indent, !reject_unknown_);
  }

 private:
  std::string Property(const ObjectNode& node, const std::string& indent) const {
    if (node.field != nullptr) {
      return FieldSchema(*node.field);
    }
    return fmt::format("{{\n{0}  {1}{2}\n{0}}}", indent, TypeOf(node),
                       Members(node, false, indent + "  "));
  }

  // On the way to fields: an object, or nothing where nothing below is required; anything where
  // what does not fit counts as missing.
  static std::string TypeOf(const ObjectNode& node) {
    if (node.Any([](const ir::Field& field) { return field.required; })) {
      return "\"type\": \"object\", ";
    }
    if (node.Any([](const ir::Field& field) { return !field.invalid_is_missing; })) {
      return "\"anyOf\": [{\"type\": \"object\"}, {\"enum\": [null, \"\"]}], ";
    }
    return "";
  }

  bool reject_unknown_;
};

}  // namespace

std::string JsonSchemaText(const ir::Schema& lead) {
  return fmt::format(
      "{{\n\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      "\"title\": {},\n\"type\": \"object\",\n{},\n\"$defs\": {{\n{}\n}}\n}}\n",
      Quoted(fmt::format("{} version {}", lead.name, lead.version)),
      ObjectWriter(lead.reject_unknown).Members(TreeOf(lead), true, ""), schema::CodeDefinitions());
}

}  // namespace lq
