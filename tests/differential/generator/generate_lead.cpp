#include <algorithm>
#include <functional>

#include "runtime/value/date.h"
#include "tests/differential/generator/generate.h"

namespace lq::test {
namespace {

// Writes one field's value in some form.
class FieldWriter {
 public:
  FieldWriter(const FieldModel& field, Random& random, Coverage& coverage)
      : field_(field), random_(random), coverage_(coverage) {}

  // Empty: the field is left out.
  std::string Write() {
    if (random_.Chance(2)) {
      return Invalid();
    }
    if (!field_.required && random_.Chance(25)) {
      return Missing();
    }
    switch (random_.Below(10)) {
      case 0:
        return OneOf();
      case 1:
        return Band();
      case 2:
      case 3:
        return Reports();
      default:
        return Scalar();
    }
  }

 private:
  std::string Counted(const char* form, std::string text) {
    coverage_.Count(form);
    return text;
  }

  ModelValue Pick() {
    if (!field_.constants.empty() && random_.Chance(60)) {
      const ModelValue& constant = random_.Pick(field_.constants);
      if (random_.Chance(50)) {
        coverage_.Count("lead: a constant of the program");
        return constant;
      }
      coverage_.Count("lead: beside a constant of the program");
      return Neighbour(field_.type, constant, random_);
    }
    const ModelValue value = RandomValue(field_.type, random_);
    if (IsOrdered(field_.type.kind) &&
        (value.number == field_.type.low || value.number == field_.type.high)) {
      coverage_.Count("lead: an end of the range");
    }
    return value;
  }

  std::string Text(const ModelValue& value) { return JsonText(field_.type, value, random_); }

  std::string Scalar() { return Counted("lead: a scalar", Text(Pick())); }

  std::string Missing() {
    switch (random_.Below(3)) {
      case 0:
        return Counted("lead: null", "null");
      case 1:
        return Counted("lead: an empty text", "\"\"");
      default:
        return Counted("lead: a field left out", "");
    }
  }

  std::string OneOf() {
    std::string items = Text(Pick());
    const std::size_t more = random_.Below(4);
    for (std::size_t i = 0; i < more; ++i) {
      items += "," + Text(Pick());
    }
    return Counted(more == 0 ? "lead: one_of one value" : "lead: one_of",
                   "{\"one_of\":[" + items + "]}");
  }

  std::string Band() {
    if (!IsOrdered(field_.type.kind)) {
      return OneOf();
    }
    ModelValue low = Pick();
    ModelValue high = Pick();
    if (high.number < low.number) {
      std::swap(low, high);
    }
    const std::string from = "\"from\":" + Text(low);
    const std::string to = "\"to\":" + Text(high);
    switch (random_.Below(6)) {
      case 0:
        return Counted("lead: a band without an end", "{" + from + "}");
      case 1:
        return Counted("lead: a band without a beginning", "{" + to + "}");
      case 2:
        return Counted("lead: a band over the whole range", "{\"from\":null}");
      default:
        return Counted("lead: a band", "{" + from + "," + to + "}");
    }
  }

  std::string ReportValue() {
    switch (random_.Below(10)) {
      case 0:
        return Counted("lead: a report of nothing", random_.Chance(50) ? "null" : "\"\"");
      case 1:
        return Counted("lead: a report of one_of", OneOf());
      case 2:
        return Counted("lead: a report of a band", Band());
      default:
        return Text(Pick());
    }
  }

  // Two days of 2026, so that two reports often have the same instant; long ago; the future.
  std::string ReportTime() {
    const std::vector<std::string> times = {"2026-07-20T10:00:00Z", "2026-07-20T12:00:00+02:00",
                                            "2026-07-31T00:00:00Z", "2024-01-15T10:00:00.250Z",
                                            "2026-06-01T00:00:00Z", "2027-03-01T00:00:00Z"};
    return random_.Pick(times);
  }

  std::string Source() {
    if (random_.Chance(1)) {
      return Counted("lead: an undeclared source", "nobody");
    }
    const std::vector<std::string> any = {"crm", "form", "web"};
    return random_.Pick(field_.sources.empty() ? any : field_.sources);
  }

  std::string Report() {
    std::string report = "{\"value\":" + ReportValue();
    report += ",\"source\":\"" + Source() + "\"";
    if (random_.Chance(70)) {
      report += ",\"at\":\"" + ReportTime() + "\"";
    } else {
      coverage_.Count("lead: a report without a time");
    }
    return report + "}";
  }

  std::string Reports() {
    std::string reports = Report();
    const std::size_t more = random_.Below(3);
    for (std::size_t i = 0; i < more; ++i) {
      reports += "," + Report();
    }
    return Counted(more == 0 ? "lead: one report" : "lead: several reports",
                   "{\"reports\":[" + reports + "]}");
  }

  std::string Invalid() {
    coverage_.Count("lead: an invalid value");
    const std::vector<std::string> invalid = {"\"nonsense\"",
                                              "true",
                                              "12.345678901",
                                              "{\"from\":9,\"to\":1}",
                                              "{}",
                                              "[1,2]",
                                              "{\"one_of\":[]}",
                                              "\"2026-02-30\"",
                                              "99999999999999999999",
                                              "{\"amount\":\"5\",\"currency\":\"XXX\"}"};
    return random_.Pick(invalid);
  }

  const FieldModel& field_;
  Random& random_;
  Coverage& coverage_;
};

// A tree of objects along the dotted paths.
struct Node {
  std::string name;
  std::string value;
  std::vector<Node> members;

  Node& Member(const std::string& member) {
    for (Node& node : members) {
      if (node.name == member) {
        return node;
      }
    }
    members.push_back({member, {}, {}});
    return members.back();
  }
};

void Insert(Node& root, const std::string& path, std::string value) {
  Node* node = &root;
  std::size_t begin = 0;
  for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', begin)) {
    node = &node->Member(path.substr(begin, dot - begin));
    begin = dot + 1;
  }
  node->Member(path.substr(begin)).value = std::move(value);
}

std::string Print(const Node& node) {
  if (!node.value.empty()) {
    return node.value;
  }
  std::string out;
  for (const Node& member : node.members) {
    out += (out.empty() ? "\"" : ",\"") + member.name + "\":" + Print(member);
  }
  return "{" + out + "}";
}

// A few texts are no lead at all.
std::string Damaged(std::string lead, Random& random, Coverage& coverage) {
  if (!random.Chance(1)) {
    return lead;
  }
  if (random.Chance(50)) {
    coverage.Count("lead: not JSON");
    return lead.substr(0, lead.size() - 1);
  }
  coverage.Count("lead: a duplicate key");
  return lead.substr(0, lead.size() - 1) + ",\"x\":1,\"x\":2}";
}

}  // namespace

std::string GenerateLead(const GeneratedProgram& program, Random& random, Coverage& coverage) {
  Node root;
  if (random.Chance(20)) {
    coverage.Count("lead: an id");
    Insert(root, "$id", random.Chance(50) ? "\"L-17\"" : "45");
  }
  std::vector<std::size_t> order(program.fields.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  random.Shuffle(order);
  for (const std::size_t i : order) {
    std::string value = FieldWriter(program.fields[i], random, coverage).Write();
    if (!value.empty()) {
      Insert(root, program.fields[i].path, std::move(value));
    }
  }
  if (random.Chance(5)) {
    coverage.Count("lead: an unknown key");
    Insert(root, "unheard_of", "1");
  }
  return Damaged(Print(root), random, coverage);
}

}  // namespace lq::test
