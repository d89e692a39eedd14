#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/batch/export_columns.h"
#include "runtime/batch/out_column.h"
#include "runtime/plan/lead_schema.h"

namespace lq::test {

// A column of leads that takes values as the canonical lead writes them.
struct LeadColumn {
  // Of the field.
  std::string path;
  // How it is stored, for a person.
  std::string kind;
  std::unique_ptr<batch::OutColumn> made;
  // The column where it lies now.
  batch::OutColumn* column = nullptr;
  // Appends a row. Returns what the canonical lead would write for what stands there now, which is
  // nothing where the column cannot hold the value.
  std::function<std::string(std::string_view json)> put;
};

// Leads as columns of a record batch, of types that are drawn at random among those that can bear
// each field, and as the canonical leads that mean the same.
class LeadColumns {
 public:
  LeadColumns(const plan::LeadSchema& schema, std::uint64_t seed);

  // Members by path: what the canonical lead says of the fields.
  using Members = std::map<std::string, std::string>;
  // Appends a lead; returns the canonical lead that means the row.
  std::string Add(const Members& members, const std::string& id);

  // Of all rows but the first `skip`, which an offset hides. The caller releases both.
  void Export(std::int64_t skip, ArrowSchema& schema, ArrowArray& array);
  // "company.size: int32, …"
  std::string Describe() const;

 private:
  batch::OutColumn& ParentOf(const std::string& path, std::string& name);

  std::mt19937_64 random_;
  std::unique_ptr<batch::OutColumn> root_;
  batch::ColumnExport export_;
  std::vector<LeadColumn> columns_;
  batch::OutColumn* id_ = nullptr;
};

// The canonical lead of members by path.
std::string CanonicalLead(const LeadColumns::Members& members, const std::string& id);

}  // namespace lq::test
