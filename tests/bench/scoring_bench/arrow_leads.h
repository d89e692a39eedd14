#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "runtime/batch/arrow_c_data.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// Leads as a record batch by the Arrow C data interface, in the types that a table of leads has:
// texts of a few values as dictionaries, money as decimal128. It owns what schema and array point
// to.
class ArrowLeads {
 public:
  explicit ArrowLeads(std::vector<GeneratedLead> leads);
  ArrowLeads(const ArrowLeads&) = delete;

  const ArrowSchema& schema() const { return schema_; }
  const ArrowArray& array() const { return array_; }

 private:
  // One column, or the values of a dictionary.
  struct Column {
    ArrowSchema schema{};
    ArrowArray array{};
    std::vector<char> values;
    std::string texts;
    std::array<const void*, 3> buffers{};
  };

  void Init(Field field, const char* name, const char* format, Column& column);
  void AddTexts(Field field, const char* name, const std::vector<std::string>& texts);
  template <typename Number, typename Get>
  void AddNumbers(Field field, const char* name, const char* format, Get get);
  template <typename Get>
  void AddBits(Field field, const char* name, Get get);
  void SetDictionary(Field field, const std::vector<std::string>& names);
  void FillTexts(const std::vector<std::string>& texts, Column& column);

  std::vector<GeneratedLead> leads_;
  std::array<Column, kFields> columns_;
  std::array<Column, kFields> dictionaries_;
  std::array<ArrowSchema*, kFields> schemas_{};
  std::array<ArrowArray*, kFields> arrays_{};
  ArrowSchema schema_{};
  ArrowArray array_{};
  std::array<const void*, 1> no_validity_{};
};

}  // namespace lq::bench
