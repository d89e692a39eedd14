#include "tools/lq/map_command.h"

#include <fmt/format.h>

#include "compiler/plan/lower_schema.h"
#include "compiler/plan/source_plan.h"
#include "tools/lq/command_line.h"
#include "tools/lq/lead_input.h"
#include "tools/lq/mapping_format.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/lq/source_file.h"
#include "tools/lq/unmapped_table.h"

namespace lq::tool {
namespace {

struct MapOptions {
  std::string source;
  std::string payload;
  std::vector<std::string> library_folders;
  bool strict = false;
  std::string format;
};

void AddOptions(CommandLine& line, MapOptions& options) {
  line.Argument("SOURCE", options.source, "the file of the source to map by");
  line.RequiredOption("--payload", "FILE", options.payload,
                      "what was sent: JSON, CSV or the body of a form; `-` is standard input");
  line.Flag("--strict", options.strict, "end with status 1 when a lead was rejected");
  line.LibraryPath(options.library_folders);
  line.Format(options.format, {"human", "json"});
}

// Maps every lead of the payload and prints it.
class Mapping {
 public:
  Mapping(const plan::LeadSchema& schema, LeadInput& input, MappingFormat& format)
      : schema_(schema), input_(input), format_(format), decoder_(input.decoders->Make()) {}

  void Run(Output& output) {
    LeadBatch batch;
    bool goes_on = output.Write(format_.Header());
    while (goes_on) {
      batch.Clear();
      input_.feed->Next(batch);
      if (batch.size() == 0) {
        break;
      }
      for (std::size_t i = 0; i < batch.size() && goes_on; ++i) {
        goes_on = MapOne(batch.lead(i), output);
      }
    }
    if (goes_on) {
      output.Write(format_.Footer(Unmapped(), decoder_->empty_payloads()));
    }
  }

  std::uint64_t leads() const { return number_; }
  std::uint64_t rejected() const { return rejected_; }
  std::uint64_t empty_payloads() const { return decoder_->empty_payloads(); }

 private:
  bool MapOne(std::string_view bytes, Output& output) {
    decoder_->Begin(bytes);
    bool goes_on = true;
    while (goes_on && decoder_->Next(0, lead_)) {
      rejected_ += lead_.errors.empty() ? 0 : 1;
      goes_on = output.Write(format_.Lead({++number_, schema_, lead_, decoder_->mapper()}));
    }
    return goes_on;
  }

  // Columns stand once in the header; within payloads names were counted.
  UnmappedNames Unmapped() const {
    UnmappedNames names;
    for (const std::string& column : input_.unmapped) {
      names.Count(column);
    }
    if (decoder_->unmapped() != nullptr) {
      names.Add(*decoder_->unmapped());
    }
    return names;
  }

  const plan::LeadSchema& schema_;
  LeadInput& input_;
  MappingFormat& format_;
  std::unique_ptr<LeadDecoder> decoder_;
  Lead lead_;
  std::uint64_t number_ = 0;
  std::uint64_t rejected_ = 0;
};

}  // namespace

int RunMap(const std::vector<std::string>& words) {
  MapOptions options;
  CommandLine line("map");
  AddOptions(line, options);
  if (const auto status = line.Read(words)) {
    return *status;
  }
  int status = kUsage;
  DiskFiles files(options.library_folders);
  const std::shared_ptr<const ir::SourceProgram> program =
      CompileSource(files, options.source, status);
  if (program == nullptr) {
    return status;
  }
  const std::shared_ptr<const plan::SourcePlan> source = LowerSource(*program);
  const plan::LeadSchema schema = LowerSchema(*program->program);
  const std::unique_ptr<LeadInput> input = OpenLeads(options.payload, schema, source.get());
  if (input == nullptr) {
    return kUsage;
  }
  const std::unique_ptr<MappingFormat> format = MakeMappingFormat(options.format, *source);
  Mapping mapping(schema, *input, *format);
  Output output;
  mapping.Run(output);
  if (output.closed() || output.status() != kFine) {
    return output.status();
  }
  if (!EndedWell(options.payload, *input)) {
    return kUsage;
  }
  if (mapping.leads() == 0) {
    Report(DiagnosticKind::kNoLeads, fmt::format("{} holds no lead", Called(options.payload)),
           "look whether the export that writes it has failed");
  }
  return options.strict && mapping.rejected() > 0 ? kFindings : kFine;
}

}  // namespace lq::tool
