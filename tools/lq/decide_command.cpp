#include "tools/lq/decide_command.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "runtime/value/date.h"
#include "tools/lq/bundle_file.h"
#include "tools/lq/command_line.h"
#include "tools/lq/decide_inputs.h"
#include "tools/lq/decide_pipeline.h"
#include "tools/lq/lead_input.h"
#include "tools/lq/policy_file.h"
#include "tools/lq/report.h"
#include "tools/lq/source_file.h"
#include "tools/lq/unmapped_table.h"

namespace lq::tool {
namespace {

struct DecideOptions {
  std::string policy;
  std::string leads;
  std::string source;
  std::vector<std::string> library_folders;
  InputOptions inputs;
  std::string tier = "plan";
  unsigned threads = 1;
  bool strict = false;
  std::string format;
};

void AddOptions(CommandLine& line, DecideOptions& options) {
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  line.Argument("POLICY", options.policy,
                "the policy to decide by: its file, or a bundle of `lq build`");
  line.RequiredOption(
      "--leads", "FILE", options.leads,
      "JSONL or a JSON array; with `--source` what that reads; `-` is standard input");
  line.Option("--source", "SOURCE", options.source,
              "the source that says what CSV, JSON or forms mean");
  AddInputOptions(line, options.inputs);
  line.Choice("--tier", options.tier, {"plan", "native", "oracle"},
              "what decides: plan, native (by machine code), or oracle (slow, for comparison)");
  line.Count("--threads", options.threads, 256,
             "how many leads to decide at once; default: one a core");
  line.Flag("--strict", options.strict, "end with status 1 when a lead was rejected");
  line.LibraryPath(options.library_folders);
  line.Format(options.format, {"jsonl", "json", "table", "csv"});
}

// Everything but the leads. False, after a report, when something is wrong with the options.
bool SetUp(DecideOptions& options, ToggleStates& toggles, DecideSetup& setup) {
  if (!ReadInputs(*setup.plan, options.inputs, toggles, setup.inputs)) {
    return false;
  }
  if (options.tier != "oracle") {
    setup.engine = std::make_unique<Engine>(setup.plan);
  } else if (setup.program == nullptr) {
    ReportNeedsText(options.policy, "`--tier oracle`");
    return false;
  }
  setup.format = MakeFormat(options.format, *setup.plan);
  if (options.tier == "native" && setup.format->of_verdicts() != nullptr) {
    setup.native = std::make_unique<BackgroundCompiler>(*setup.engine, std::move(setup.bundled));
  }
  return true;
}

// The plan of a bundle or a text; of a text the program, too. False, after a report, when there is
// none.
bool LoadPolicy(DiskFiles& files, const std::string& path, DecideSetup& setup, int& status) {
  if (IsBundlePath(path)) {
    std::optional<bundle::Bundle> bundle = ReadBundleFile(path);
    status = kUsage;
    if (!bundle) {
      return false;
    }
    setup.plan = std::move(bundle->plan);
    setup.bundled = std::move(bundle->native);
    return true;
  }
  const std::unique_ptr<Compilation> policy = CompilePolicy(files, path, status);
  if (policy == nullptr) {
    return false;
  }
  setup.program = policy->program;
  setup.plan = MakePlan(*setup.program);
  return true;
}

// What was sent and not read: columns by the header, names within payloads by counting.
std::string Unread(const LeadInput& input, const Tally& tally) {
  std::string text;
  if (!input.unmapped.empty()) {
    text += fmt::format("columns neither mapped nor ignored: \"{}\"\n",
                        fmt::join(input.unmapped, "\", \""));
  }
  if (!tally.unmapped().empty()) {
    text += UnmappedTable(tally.unmapped());
  }
  if (tally.empty_payloads() > 0) {
    text += fmt::format("payloads without a lead: {}\n", Grouped(tally.empty_payloads()));
  }
  if (tally.blank_leads() > 0) {
    text += fmt::format("leads without anything that the source reads: {}\n",
                        Grouped(tally.blank_leads()));
  }
  return text;
}

void Summarise(const DecideSetup& setup, const LeadInput& input, const Tally& tally,
               double seconds) {
  std::string as_of;
  AppendInstant(setup.inputs.as_of, as_of);
  const auto rate =
      static_cast<std::uint64_t>(static_cast<double>(tally.leads()) / std::max(seconds, 1e-6));
  Say(Unread(input, tally));
  Say(fmt::format("{}{}{}\nby policy {} version {}, as of {}, in {:.3f} s ({} leads a second)\n",
                  tally.Rejections(), tally.Table(), tally.Line(), setup.plan->policy,
                  setup.plan->version, as_of, seconds, Grouped(rate)));
}

// Whoever asked for native code hears why there is none.
void TellOfNative(const DecideOptions& options, const DecideSetup& setup) {
  if (setup.native == nullptr) {
    if (options.tier == "native") {
      Say("the plan decided: native code finds verdicts, which `--format csv` prints\n");
    }
    return;
  }
  setup.native->Wait();
  if (!setup.native->problem().empty()) {
    Say(fmt::format("the plan decided, without native code: {}; `lq doctor` tells more\n",
                    setup.native->problem()));
  }
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
  TellOfNative(options, setup);
  if (tally.leads() > 0 || tally.empty_payloads() > 0) {
    Summarise(setup, *input, tally, took.count());
  }
  if (!EndedWell(options.leads, *input)) {
    return kUsage;
  }
  if (tally.leads() == 0 && tally.empty_payloads() == 0) {
    Report(DiagnosticKind::kNoLeads, fmt::format("{} holds no lead", Called(options.leads)),
           "look whether the export that writes it has failed");
  }
  return options.strict && tally.rejected() > 0 ? kFindings : kFine;
}

}  // namespace

int RunDecide(const std::vector<std::string>& words) {
  DecideOptions options;
  CommandLine line("decide");
  AddOptions(line, options);
  if (const auto status = line.Read(words)) {
    return *status;
  }
  int status = kUsage;
  DiskFiles files(options.library_folders);
  DecideSetup setup;
  ToggleStates toggles;
  if (!LoadPolicy(files, options.policy, setup, status)) {
    return status;
  }
  if (!SetUp(options, toggles, setup)) {
    return kUsage;
  }
  std::shared_ptr<const plan::SourcePlan> source;
  if (!options.source.empty()) {
    source = CompileSourceFor(files, options.source, setup.plan->schema, status);
    if (source == nullptr) {
      return status;
    }
  }
  return Decide(options, setup, source.get());
}

}  // namespace lq::tool
