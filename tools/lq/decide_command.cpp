#include "tools/lq/decide_command.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "compiler/plan/source_plan.h"
#include "runtime/value/date.h"
#include "tools/lq/command_line.h"
#include "tools/lq/compile_file.h"
#include "tools/lq/decide_inputs.h"
#include "tools/lq/decide_pipeline.h"
#include "tools/lq/lead_input.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

struct DecideOptions {
  std::string policy;
  std::string leads;
  std::string source;
  std::vector<std::string> library_folders;
  std::string as_of;
  std::vector<std::string> toggles;
  std::string language;
  std::string tier = "plan";
  unsigned threads = 1;
  bool strict = false;
  std::string format;
};

std::string IsThreadCount(const std::string& word) {
  const bool digits = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
  const bool fits = digits && word.size() <= 3 && std::stoi(word) >= 1 && std::stoi(word) <= 256;
  return fits ? "" : fmt::format("`{}` is no number from 1 to 256", word);
}

void AddOptions(CLI::App& app, DecideOptions& options) {
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  app.add_option("POLICY", options.policy, "the file of the policy to decide by")
      ->required()
      ->type_name("");
  app.add_option("--leads", options.leads,
                 "JSONL, a JSON array, or CSV with `--source`; `-` is standard input")
      ->required()
      ->type_name("FILE");
  app.add_option("--source", options.source,
                 "the source that says what the columns of a CSV file mean")
      ->type_name("SOURCE");
  app.add_option("--as-of", options.as_of,
                 "the date or instant that `today` and `now` mean; default: now")
      ->type_name("WHEN");
  app.add_option("--toggle", options.toggles,
                 "a toggle's state, `NAME=on` or `NAME=off`; repeatable")
      ->type_name("STATE")
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--language", options.language,
                 "add the policy's texts in this language, such as `DE`")
      ->type_name("CODE");
  AddChoice(app, "--tier", options.tier, {"plan", "oracle"},
            "what decides: plan, or oracle (slow, for comparison)");
  app.add_option("--threads", options.threads,
                 "how many leads to decide at once; default: one a core")
      ->type_name("N")
      ->check(IsThreadCount);
  app.add_flag("--strict", options.strict, "end with status 1 when a lead was rejected");
  AddLibraryPath(app, options.library_folders);
  AddFormat(app, options.format, {"jsonl", "json", "table"});
}

// The policy's program. Null, with the status to end with, when there is none (reported).
std::shared_ptr<const ir::Program> CompilePolicy(DiskFiles& files, const std::string& path,
                                                 int& status) {
  const std::unique_ptr<Compilation> compilation = CompileFile(files, path, status);
  if (compilation == nullptr) {
    return nullptr;
  }
  if (compilation->program == nullptr) {
    Report(DiagnosticKind::kNotAPolicy, fmt::format("`{}` holds no policy", path),
           "name the file that begins with `policy`");
    status = kUsage;
  }
  return compilation->program;
}

// The source's plan, which must give the policy's leads. Null, with the status, when it does not
// (reported).
std::shared_ptr<const plan::SourcePlan> CompileSource(DiskFiles& files, const std::string& path,
                                                      const plan::LeadSchema& schema, int& status) {
  const std::unique_ptr<Compilation> compilation = CompileFile(files, path, status);
  if (compilation == nullptr) {
    return nullptr;
  }
  status = kUsage;
  if (compilation->source == nullptr) {
    Report(DiagnosticKind::kNotASource, fmt::format("`{}` holds no source", path),
           "name the file that begins with `source`");
    return nullptr;
  }
  std::shared_ptr<const plan::SourcePlan> source = LowerSource(*compilation->source);
  if (source->schema != schema.name || source->schema_version != schema.version) {
    Report(DiagnosticKind::kNotASource,
           fmt::format(
               "`{}` gives leads of schema `{}` version {}, but the policy reads `{}` version {}",
               path, source->schema, source->schema_version, schema.name, schema.version),
           fmt::format("write `gives {}` in the source", schema.name));
    return nullptr;
  }
  return source;
}

// Everything but the leads. False, after a report, when something is wrong with the options.
bool SetUp(DecideOptions& options, ToggleStates& toggles, DecideSetup& setup) {
  const ir::Program& program = *setup.program;
  if (!ReadAsOf(options.as_of, setup.inputs.as_of) || !toggles.Read(program, options.toggles) ||
      !ReadLanguage(program, options.language)) {
    return false;
  }
  setup.inputs.toggles = toggles.states();
  setup.inputs.language = options.language;
  setup.plan = MakePlan(program);
  if (options.tier == "plan") {
    setup.engine = std::make_unique<Engine>(setup.plan);
  }
  setup.format = MakeFormat(options.format, program);
  return true;
}

void Summarise(const DecideSetup& setup, const LeadInput& input, const Tally& tally,
               double seconds) {
  std::string as_of;
  AppendInstant(setup.inputs.as_of, as_of);
  const auto rate =
      static_cast<std::uint64_t>(static_cast<double>(tally.leads()) / std::max(seconds, 1e-6));
  if (!input.unmapped.empty()) {
    Say(fmt::format("columns neither mapped nor ignored: \"{}\"\n",
                    fmt::join(input.unmapped, "\", \"")));
  }
  Say(fmt::format("{}{}\nby policy {} version {}, as of {}, in {:.3f} s ({} leads a second)\n",
                  tally.Table(), tally.Line(), setup.program->policy, setup.program->version, as_of,
                  seconds, Grouped(rate)));
}

// Decides the leads and tells how it went.
int Decide(const DecideOptions& options, DecideSetup& setup, const plan::SourcePlan* source) {
  const std::unique_ptr<LeadInput> input = OpenLeads(options.leads, setup.plan->schema, source);
  if (input == nullptr) {
    return kUsage;
  }
  setup.decoders = input->decoders.get();
  const auto begin = std::chrono::steady_clock::now();
  Output output;
  const Tally tally = DecideAll(*input->feed, input->file, setup, options.threads, output);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  if (output.closed() || output.status() != kFine) {
    return output.status();
  }
  if (tally.leads() > 0) {
    Summarise(setup, *input, tally, took.count());
  }
  if (!EndedWell(options.leads, *input)) {
    return kUsage;
  }
  if (tally.leads() == 0) {
    Report(DiagnosticKind::kNoLeads, fmt::format("{} holds no lead", Called(options.leads)), "");
  }
  return options.strict && tally.rejected() > 0 ? kFindings : kFine;
}

}  // namespace

int RunDecide(const std::vector<std::string>& words) {
  DecideOptions options;
  const auto app = MakeCommandLine("decide");
  AddOptions(*app, options);
  if (const auto status = ReadCommandLine(*app, "decide", words)) {
    return *status;
  }
  int status = kUsage;
  DiskFiles files(options.library_folders);
  DecideSetup setup;
  setup.program = CompilePolicy(files, options.policy, status);
  ToggleStates toggles;
  if (setup.program == nullptr || !SetUp(options, toggles, setup)) {
    return status;
  }
  std::shared_ptr<const plan::SourcePlan> source;
  if (!options.source.empty()) {
    source = CompileSource(files, options.source, setup.plan->schema, status);
    if (source == nullptr) {
      return status;
    }
  }
  return Decide(options, setup, source.get());
}

}  // namespace lq::tool
