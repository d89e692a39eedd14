#include "tools/lq/decision_format.h"

#include "runtime/record/decision_json.h"
#include "tools/lq/verdict_format.h"

namespace lq::tool {
namespace {

// The record of language.md, section 7, one a line.
class LinesFormat : public DecisionFormat {
 public:
  void Append(const Decision& decision, std::uint64_t, std::string& out) const override {
    AppendJson(decision, out);
    out.push_back('\n');
  }
};

// {"version":1,"decisions":[…]}
class DocumentFormat : public DecisionFormat {
 public:
  void Append(const Decision& decision, std::uint64_t, std::string& out) const override {
    AppendJson(decision, out);
  }
  std::string header() const override { return "{\"version\":1,\"decisions\":[\n"; }
  std::string_view separator() const override { return ",\n"; }
  std::string_view footer() const override { return "\n]}\n"; }
};

}  // namespace

std::unique_ptr<DecisionFormat> MakeFormat(std::string_view name, const plan::Plan& plan) {
  if (name == "table") {
    return MakeTableFormat(plan);
  }
  if (name == "csv") {
    return std::make_unique<VerdictFormat>(plan);
  }
  if (name == "json") {
    return std::make_unique<DocumentFormat>();
  }
  return std::make_unique<LinesFormat>();
}

}  // namespace lq::tool
