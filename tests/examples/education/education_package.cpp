#include "tests/examples/education/education_package.h"

#include <gtest/gtest.h>

#include "compiler/diag/render.h"
#include "compiler/plan/source_plan.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sections.h"
#include "tests/support/tiers/tier.h"

namespace lq::test {

std::string EducationPackage::File(const std::string& name) {
  return ReadWhole(std::string(LQ_SOURCE_DIR) + "/examples/education/" + name);
}

EducationPackage::EducationPackage() {
  MemoryFiles files;
  for (const char* name : {"lead.lq", "source.lq", "policy.lq"})
    files.Add(name, File(name));
  policy_ = Compile(files, "policy.lq");
  EXPECT_EQ(RenderText(policy_->diagnostics, policy_->sources, {}), "");
  const std::unique_ptr<Compilation> source = Compile(files, "source.lq");
  EXPECT_EQ(RenderText(source->diagnostics, source->sources, {}), "");
  if (policy_->program != nullptr)
    plan_ = MakePlan(*policy_->program);
  if (source->source != nullptr)
    source_ = LowerSource(*source->source);
}

EducationRows::EducationRows(const EducationPackage& package, std::string text)
    : text_(std::move(text)),
      input_(text_),
      csv_(input_, CsvOptionsOf(package.source())),
      reader_(package.source(), package.plan().schema) {
  if (!csv_.Next(row_))
    return;
  header_.assign(row_.cells.begin(), row_.cells.end());
  problems_ = reader_.Bind(row_);
}

bool EducationRows::Next(Lead& lead) {
  if (!csv_.Next(row_))
    return false;
  reader_.Read(row_, ParseAsOf("2026-08-01"), lead);
  return true;
}

}  // namespace lq::test
