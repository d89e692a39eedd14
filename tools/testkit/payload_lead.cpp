#include "tools/testkit/payload_lead.h"

#include <fmt/format.h>

#include "compiler/plan/source_plan.h"
#include "runtime/csv/csv_reader.h"
#include "runtime/source/payload_reader.h"
#include "runtime/source/row_reader.h"

namespace lq::testkit {
namespace {

std::string HowMany(std::size_t leads) {
  return leads == 1 ? "" : leads == 0 ? "no lead" : fmt::format("{} leads", leads);
}

}  // namespace

std::string PayloadLeads::ReadRows(const ir::GivenPayload& payload, const plan::SourcePlan& plan,
                                   std::int64_t as_of, Lead& lead) {
  CsvText input(*payload.text);
  CsvReader csv(input, CsvOptionsOf(plan));
  RowReader reader(plan, schema_);
  CsvRow row;
  if (!csv.Next(row)) {
    return HowMany(0);
  }
  if (const std::vector<std::string> problems = reader.Bind(row); !problems.empty()) {
    return problems.front();
  }
  std::size_t leads = 0;
  for (; csv.Next(row); ++leads) {
    if (leads == 0) {
      reader.Read(row, as_of, lead);
      if (watcher_ && row.problem == CsvProblem::kNone) {
        watcher_(payload, reader.mapper(), lead);
      }
    }
  }
  return HowMany(leads);
}

std::string PayloadLeads::ReadPayload(const ir::GivenPayload& payload, const plan::SourcePlan& plan,
                                      std::int64_t as_of, Lead& lead) {
  PayloadReader reader(plan, schema_);
  reader.Begin(*payload.text);
  std::size_t leads = reader.Next(as_of, lead) ? 1 : 0;
  if (watcher_ && leads > 0 && reader.mapped()) {
    watcher_(payload, reader.mapper(), lead);
  }
  for (Lead other; leads > 0 && reader.Next(as_of, other);) {
    ++leads;
  }
  return HowMany(leads);
}

const plan::SourcePlan& PayloadLeads::PlanOf(const ir::GivenPayload& payload) {
  std::shared_ptr<const plan::SourcePlan>& plan = plans_[payload.source.get()];
  if (plan == nullptr) {
    plan = LowerSource(*payload.source);
  }
  return *plan;
}

std::string PayloadLeads::Read(const ir::GivenPayload& payload, std::int64_t as_of, Lead& lead) {
  const plan::SourcePlan& plan = PlanOf(payload);
  return plan.format == plan::SourceFormat::kCsv ? ReadRows(payload, plan, as_of, lead)
                                                 : ReadPayload(payload, plan, as_of, lead);
}

}  // namespace lq::testkit
