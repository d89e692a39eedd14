#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/batch/arrow_type.h"
#include "runtime/include/lq/arrow_c_data.h"
#include "runtime/plan/lead_schema.h"

namespace lq::batch {

// The type of a column that bears a field.
struct ColumnType {
  // What stands in the rows: of a dictionary, the indices.
  ArrowType type;
  bool is_dictionary = false;
  // One for a dictionary, of its values; one for a list, of its items.
  std::vector<ColumnType> below;

  // The type of the values.
  const ColumnType& values() const { return is_dictionary ? below.front() : *this; }
};

// One step from a struct, the record batch first, to a column within it.
struct ColumnStep {
  std::int64_t children = 0;
  std::int64_t child = 0;
};

enum class ColumnUse : std::uint8_t {
  kField,
  // The leads' ids.
  kId,
  // Texts that are JSON, as the canonical lead has it at a field.
  kJson,
};

struct BoundColumn {
  static constexpr std::uint32_t kNoField = ~std::uint32_t{0};

  // "company.size"; with ":json" behind it when it bears JSON.
  std::string name;
  ColumnUse use = ColumnUse::kField;
  // Index of the schema's fields; kNoField for ids.
  std::uint32_t field = kNoField;
  // At least one.
  std::vector<ColumnStep> way;
  ColumnType type;
};

// Which columns of a record batch bear which fields of a schema. A column is found by its name,
// a field's path; dots may also lead through structs. `$id` bears the leads' ids.
class ColumnBinding {
 public:
  // `schema` and `columns` are needed only here. When columns and fields do not fit, problems()
  // says why, a sentence each, and nothing else is of use.
  ColumnBinding(const plan::LeadSchema& schema, const ArrowSchema& columns);

  const std::vector<std::string>& problems() const { return problems_; }
  const std::vector<BoundColumn>& columns() const { return columns_; }
  // Columns that are no field, by name; the schema ignores them.
  const std::vector<std::string>& unmapped() const { return unmapped_; }

 private:
  void BindChildren(const ArrowSchema& parent, const std::string& path,
                    std::vector<ColumnStep>& way);
  void BindChild(const ArrowSchema& column, const std::string& name, std::vector<ColumnStep>& way);
  void BindColumn(const ArrowSchema& column, BoundColumn bound);
  bool FitsUse(const ColumnType& type, const BoundColumn& bound) const;
  std::string MisfitText(const ArrowSchema& column, const BoundColumn& bound) const;
  void BindUnknown(const std::string& name);
  void RequireFields();
  std::string FindBefore(const BoundColumn& column) const;
  bool IsInner(const std::string& path) const;
  std::optional<std::uint32_t> FindField(const std::string& path) const;

  const plan::LeadSchema& schema_;
  std::vector<BoundColumn> columns_;
  std::vector<std::string> unmapped_;
  std::vector<std::string> problems_;
};

}  // namespace lq::batch
