#include "tests/differential/partial_lead.h"

#include "runtime/value/values.h"

namespace lq::test {
namespace {

const Said& SaidOf(const PartialLead& partial, const std::string& path) {
  static const Said nothing;
  const auto found = partial.find(path);
  return found == partial.end() ? nothing : found->second;
}

Said RandomSaid(const Type& type, Random& random) {
  const std::int64_t a = random.Between(type.low, type.high);
  const std::int64_t b = random.Between(type.low, type.high);
  switch (random.Below(6)) {
    case 0:
    case 1:
      return {};
    case 2:
      return {Said::Form::kValues, a == b ? std::vector{a} : std::vector{a, b}};
    case 3:
      if (IsOrdered(type.kind) && a != b) {
        return {Said::Form::kBand, {std::min(a, b), std::max(a, b)}};
      }
      break;
    default:
      break;
  }
  return {Said::Form::kValues, {a}};
}

std::size_t CountCompletions(const ir::Program& program, const PartialLead& partial) {
  std::size_t count = 1;
  for (const ir::Field& field : program.schema.fields) {
    count *= PossibleNumbers(field.type, SaidOf(partial, field.path)).size();
  }
  return count;
}

Possible PossibleOf(const Type& type, const Said& said, Arena& arena) {
  switch (said.form) {
    case Said::Form::kMissing:
      return PossibleAll(Cause::kMissing);
    case Said::Form::kBand:
      return PossibleBand(said.numbers[0], said.numbers[1], Cause::kBand, arena);
    case Said::Form::kValues:
      break;
  }
  std::vector<Value> values;
  for (const std::int64_t number : said.numbers) {
    values.push_back(Value::Number(number));
  }
  return PossibleValues(type, values, Cause::kOneOf, arena);
}

}  // namespace

std::vector<std::int64_t> PossibleNumbers(const Type& type, const Said& said) {
  if (said.form == Said::Form::kValues) {
    return said.numbers;
  }
  const bool band = said.form == Said::Form::kBand;
  std::vector<std::int64_t> numbers;
  for (std::int64_t n = band ? said.numbers[0] : type.low;
       n <= (band ? said.numbers[1] : type.high); ++n) {
    numbers.push_back(n);
  }
  return numbers;
}

PartialLead RandomPartialLead(const ir::Program& program, std::size_t most, Random& random) {
  PartialLead partial;
  for (const ir::Field& field : program.schema.fields) {
    partial[field.path] = RandomSaid(field.type, random);
  }
  while (CountCompletions(program, partial) > most) {
    const ir::Field& field = random.Pick(program.schema.fields);
    partial[field.path] = {Said::Form::kValues, {random.Between(field.type.low, field.type.high)}};
  }
  return partial;
}

std::vector<PartialLead> Completions(const ir::Program& program, const PartialLead& partial) {
  std::vector<PartialLead> completions = {{}};
  for (const ir::Field& field : program.schema.fields) {
    std::vector<PartialLead> longer;
    for (const std::int64_t number : PossibleNumbers(field.type, SaidOf(partial, field.path))) {
      for (PartialLead completion : completions) {
        completion[field.path] = {Said::Form::kValues, {number}};
        longer.push_back(std::move(completion));
      }
    }
    completions = std::move(longer);
  }
  return completions;
}

void MakeLead(const ir::Program& program, const PartialLead& partial, Lead& lead) {
  lead.Clear();
  for (const ir::Field& field : program.schema.fields) {
    lead.fields.push_back(PossibleOf(field.type, SaidOf(partial, field.path), lead.arena));
  }
}

std::string Describe(const PartialLead& partial) {
  std::string out;
  for (const auto& [path, said] : partial) {
    out += (out.empty() ? "" : ", ") + path;
    if (said.form == Said::Form::kMissing) {
      out += " missing";
      continue;
    }
    const std::string_view joint = said.form == Said::Form::kBand ? " to " : " or ";
    for (std::size_t i = 0; i < said.numbers.size(); ++i) {
      out += (i == 0 ? " " : std::string(joint)) + std::to_string(said.numbers[i]);
    }
  }
  return out;
}

}  // namespace lq::test
