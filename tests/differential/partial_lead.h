#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compiler/ir/program.h"
#include "runtime/value/lead.h"
#include "tests/differential/generator/random.h"

namespace lq::test {

// What is said of a field of numbers.
struct Said {
  enum class Form { kMissing, kValues, kBand } form = Form::kMissing;
  // The values, or the ends of the band.
  std::vector<std::int64_t> numbers;
};

// By path; of a field that is not here nothing is said.
using PartialLead = std::map<std::string, Said>;

// Says something of some fields, so that the lead has at most `most` completions.
PartialLead RandomPartialLead(const ir::Program& program, std::size_t most, Random& random);

// Every possible value of a field.
std::vector<std::int64_t> PossibleNumbers(const Type& type, const Said& said);

// Every completion: one value for each field.
std::vector<PartialLead> Completions(const ir::Program& program, const PartialLead& partial);

// As intake would give it.
void MakeLead(const ir::Program& program, const PartialLead& partial, Lead& lead);

std::string Describe(const PartialLead& partial);

}  // namespace lq::test
