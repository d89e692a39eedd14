#include "compiler/counterfactual/text_points.h"

#include <optional>

#include "compiler/counterfactual/readers.h"
#include "compiler/eval/possible_values.h"
#include "compiler/ir/pattern_sample.h"
#include "runtime/value/address.h"
#include "runtime/value/text.h"

namespace lq::counterfactual {
namespace {

constexpr std::size_t kMostKeys = 300;

class TextFinder {
 public:
  TextFinder(const ir::Program& program, const Lead& lead, const OracleInputs& inputs,
             std::uint32_t field, const Comparisons& comparisons)
      : program_(program),
        lead_(lead),
        inputs_(inputs),
        field_(field),
        comparisons_(comparisons),
        type_(program.schema.fields[field].type) {}

  std::set<std::string> Run() {
    for (const ir::Cond* cond : comparisons_) {
      for (const ir::ExprId right : cond->right) {
        Constant(right);
      }
      if (cond->test == ir::TestOp::kMatches && cond->op == ir::CondOp::kTest) {
        AddMatches(program_.patterns[cond->index]);
      }
    }
    AddKeys();
    if (read_ || !points_.empty()) {
      AddAnother();
    }
    return std::move(points_);
  }

 private:
  void Constant(ir::ExprId right) {
    const ir::Expr& expr = program_.exprs[right];
    read_ = true;
    if (!expr.constant || !IsTextual(expr.type.kind)) {
      return;
    }
    Arena arena;
    eval::Situation situation = {program_, lead_, inputs_, arena};
    Offer(eval::ConstantOf(situation, right).text());
  }

  void AddMatches(const ir::Pattern& pattern) {
    read_ = true;
    for (const std::string& sample : ir::PatternSamples(pattern.regex)) {
      Offer(sample);
      if (type_.kind == TypeKind::kEmail) {
        Add(sample.substr(0, sample.find('@')) + "@" + Domain());
      }
    }
  }

  // As it is, and as the domain of the lead's own address.
  void Offer(std::string_view text) {
    Add(std::string(text));
    if (type_.kind == TypeKind::kEmail) {
      const std::size_t at = text.rfind('@');
      Add(LocalPart() + "@" +
          std::string(at == std::string_view::npos ? text : text.substr(at + 1)));
    }
  }

  // The lead's own address; one that means nothing when it has none.
  std::string_view Address() const {
    const Possible& now = lead_.fields[field_];
    return now.single() ? now.values[0].text() : std::string_view("name@another.example");
  }
  std::string LocalPart() const { return std::string(Address().substr(0, Address().rfind('@'))); }
  std::string Domain() const { return std::string(Address().substr(Address().rfind('@') + 1)); }

  void Add(const std::string& text) {
    if (const std::optional<std::string> normal = Normal(text)) {
      points_.insert(*normal);
    }
  }

  // As intake would keep it; nothing when the field cannot hold it.
  std::optional<std::string> Normal(const std::string& text) const {
    Arena arena;
    std::optional<std::string_view> normal;
    if (type_.kind == TypeKind::kEmail) {
      normal = NormalizeEmail(text, arena);
    } else if (type_.kind == TypeKind::kDomain) {
      normal = NormalizeDomain(text, arena);
    } else if (type_.kind == TypeKind::kPhone) {
      normal = NormalizePhone(text, arena);
    } else if (!text.empty() && CountCodePoints(text) <= type_.max_length) {
      normal = text;
    }
    return normal ? std::optional<std::string>(*normal) : std::nullopt;
  }

  // Nothing that a policy would name.
  void AddAnother() {
    if (type_.kind == TypeKind::kEmail) {
      Add("first.last@" + Domain());
      Add(LocalPart() + "@another.example");
    } else if (type_.kind == TypeKind::kDomain) {
      Add("another.example");
    } else if (type_.kind == TypeKind::kPhone) {
      Add("+10000000");
    } else {
      Add(std::string(Prefix("another text", type_.max_length)));
    }
  }

  void AddKeys() {
    for (const ir::Lookup& lookup : program_.lookups) {
      for (std::size_t key = 0; key < lookup.keys.size(); ++key) {
        for (std::size_t row = 0;
             lookup.keys[key] == field_ && row < std::min(lookup.rows.size(), kMostKeys); ++row) {
          Add(std::string(lookup.rows[row].keys[key].text()));
        }
      }
    }
  }

  const ir::Program& program_;
  const Lead& lead_;
  const OracleInputs& inputs_;
  std::uint32_t field_;
  const Comparisons& comparisons_;
  const Type& type_;
  // Some comparison reads the field.
  bool read_ = false;
  std::set<std::string> points_;
};

}  // namespace

std::set<std::string> TextPoints(const ir::Program& program, const Lead& lead,
                                 const OracleInputs& inputs, std::uint32_t field,
                                 const Comparisons& comparisons) {
  return TextFinder(program, lead, inputs, field, comparisons).Run();
}

}  // namespace lq::counterfactual
