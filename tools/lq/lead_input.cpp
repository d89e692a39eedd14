#include "tools/lq/lead_input.h"

#include <fmt/format.h>

#include "compiler/diag/diagnostic.h"
#include "runtime/source/row_reader.h"
#include "tools/lq/csv_rows.h"
#include "tools/lq/json_decoder.h"
#include "tools/lq/lead_layout.h"
#include "tools/lq/packed_row.h"
#include "tools/lq/payload_decoder.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

void ReportUnreadable(const std::string& path, const std::string& problem) {
  Report(DiagnosticKind::kPathUnreadable,
         fmt::format("{} cannot be read: {}", Called(path), problem),
         "name a file of leads, or `-` for standard input");
}

// The header fits the source; else its problems are reported.
bool BindHeader(const std::string& path, const plan::SourcePlan& source,
                const plan::LeadSchema& schema, const std::string& header,
                std::vector<std::string>& unmapped) {
  std::vector<std::string_view> cells;
  RowReader reader(source, schema);
  const std::vector<std::string> problems = reader.Bind(UnpackRow(header, cells));
  for (const std::string& problem : problems) {
    Report(DiagnosticKind::kLeadsColumns, fmt::format("{}: {}", Called(path), problem),
           fmt::format("change the source `{}`, or the file's first row", source.name));
  }
  unmapped = reader.unmapped();
  return problems.empty();
}

// A file without a header holds no lead; that is for the caller to tell.
bool OpenRows(const std::string& path, const plan::LeadSchema& schema,
              const plan::SourcePlan& source, LeadInput& input) {
  if (!HoldsRows(input.file, source.name, Called(path))) {
    return false;
  }
  auto rows = std::make_unique<CsvRows>(input.file, source);
  if (rows->ReadHeader()) {
    if (!BindHeader(path, source, schema, rows->header(), input.unmapped)) {
      return false;
    }
    input.decoders = std::make_unique<RowDecoders>(source, schema, rows->header());
  } else {
    input.decoders = std::make_unique<JsonDecoders>(schema);
  }
  input.feed = std::move(rows);
  return true;
}

bool OpenPayloads(const std::string& path, const plan::LeadSchema& schema,
                  const plan::SourcePlan& source, LeadInput& input) {
  input.feed = OpenPayloadFeed(input.file, source, Called(path));
  input.decoders = std::make_unique<PayloadDecoders>(source, schema);
  return input.feed != nullptr;
}

bool OpenRaw(const std::string& path, const plan::LeadSchema& schema,
             const plan::SourcePlan& source, LeadInput& input) {
  switch (source.format) {
    case plan::SourceFormat::kCsv:
      return OpenRows(path, schema, source, input);
    case plan::SourceFormat::kJson:
    case plan::SourceFormat::kForm:
      return OpenPayloads(path, schema, source, input);
  }
  return false;
}

bool OpenJson(const std::string& path, const plan::LeadSchema& schema, LeadInput& input) {
  input.feed = OpenFeed(input.file, Called(path));
  input.decoders = std::make_unique<JsonDecoders>(schema);
  return input.feed != nullptr;
}

}  // namespace

bool EndedWell(const std::string& path, const LeadInput& input) {
  if (!input.file.problem().empty()) {
    ReportUnreadable(path, input.file.problem());
    return false;
  }
  if (const LayoutProblem problem = input.feed->layout_problem(); !problem.what.empty()) {
    Report(DiagnosticKind::kLeadsLayout, fmt::format("{} {}", Called(path), problem.what),
           problem.help);
    return false;
  }
  return true;
}

std::string Called(const std::string& path) {
  return path == "-" ? "standard input" : fmt::format("`{}`", path);
}

std::unique_ptr<LeadInput> OpenLeads(const std::string& path, const plan::LeadSchema& schema,
                                     const plan::SourcePlan* source) {
  auto input = std::make_unique<LeadInput>();
  std::string problem;
  if (!input->file.Open(path, problem)) {
    ReportUnreadable(path, problem);
    return nullptr;
  }
  const bool open =
      source == nullptr ? OpenJson(path, schema, *input) : OpenRaw(path, schema, *source, *input);
  return open ? std::move(input) : nullptr;
}

}  // namespace lq::tool
