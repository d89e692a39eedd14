#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/include/lq/compile.h"
#include "runtime/csv/csv_reader.h"
#include "runtime/plan/plan.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/row_reader.h"

namespace lq::test {

// examples/education, compiled; and what its policy decides.
class EducationPackage {
 public:
  // Failures of the compiler are failures of the test; then ok() is false.
  EducationPackage();
  bool ok() const { return source_ != nullptr && plan_ != nullptr; }
  const plan::Plan& plan() const { return *plan_; }
  std::shared_ptr<const plan::Plan> shared_plan() const { return plan_; }
  const plan::SourcePlan& source() const { return *source_; }
  const ir::Program& program() const { return *policy_->program; }

  static std::string File(const std::string& name);

 private:
  std::unique_ptr<Compilation> policy_;
  std::shared_ptr<const plan::Plan> plan_;
  std::shared_ptr<const plan::SourcePlan> source_;
};

// Reads a CSV file by the package's source, row by row.
class EducationRows {
 public:
  EducationRows(const EducationPackage& package, std::string text);
  bool Next(Lead& lead);
  // Of the last Next.
  const CsvRow& row() const { return row_; }
  std::string_view Canonical() { return reader_.Canonical(); }
  const std::vector<std::string>& header() const { return header_; }
  const std::vector<std::string>& problems() const { return problems_; }
  const std::vector<std::string>& unmapped() const { return reader_.unmapped(); }

 private:
  std::string text_;
  CsvText input_;
  CsvReader csv_;
  RowReader reader_;
  CsvRow row_;
  std::vector<std::string> header_;
  std::vector<std::string> problems_;
};

}  // namespace lq::test
