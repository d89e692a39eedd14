#include "tools/lq/why_command.h"

#include "compiler/explain/explain.h"
#include "compiler/plan/make_plan.h"
#include "runtime/engine/engine.h"
#include "tools/lq/command_line.h"
#include "tools/lq/decide_inputs.h"
#include "tools/lq/lead_choice.h"
#include "tools/lq/output.h"
#include "tools/lq/policy_file.h"
#include "tools/lq/report.h"
#include "tools/lq/source_file.h"
#include "tools/lq/why_page.h"

namespace lq::tool {
namespace {

struct WhyOptions {
  std::string policy;
  std::string leads;
  LeadChoice choice;
  std::string source;
  std::vector<std::string> library_folders;
  InputOptions inputs;
  bool all_rules = false;
  std::string format;
};

void AddOptions(CommandLine& line, WhyOptions& options) {
  line.Argument("POLICY", options.policy, "the file of the policy to decide by");
  line.RequiredOption(
      "--lead", "FILE", options.leads,
      "JSONL or a JSON array; with `--source` what that reads; `-` is standard input");
  line.Option("--id", "ID", options.choice.id, "of several leads the one with this `$id`");
  line.Count("--line", options.choice.number, 99'999'999,
             "of several leads the N-th of the file, from 1");
  line.Option("--source", "SOURCE", options.source,
              "the source that says what CSV, JSON or forms mean");
  AddInputOptions(line, options.inputs);
  line.Flag("--all", options.all_rules, "show every rule, not only those that came near");
  line.LibraryPath(options.library_folders);
  line.Format(options.format, {"text", "json", "html"});
}

std::string Render(const WhyOptions& options, const WhyPage& page) {
  if (options.format == "json") {
    return WhyJson(page);
  }
  return options.format == "html" ? WhyHtml(page)
                                  : WhyText(page, ColorOnOutput(), options.all_rules);
}

// Decides the lead, explains that, and looks for what would have changed it.
int Tell(const WhyOptions& options, const Compilation& policy,
         std::shared_ptr<const plan::Plan> plan, const Lead& lead, const DecisionInputs& inputs) {
  const ir::Program& program = *policy.program;
  const OracleInputs same = {inputs.as_of, inputs.toggles, inputs.language};
  const Engine engine(std::move(plan));
  Decider decider(engine);
  WhyPage page = {program, lead, {}, Explain(program, policy.sources, lead, same), {}};
  decider.Decide(lead, inputs, page.decision);
  const auto again = [&](const Lead& changed, Decision& decision) {
    decider.Decide(changed, inputs, decision);
  };
  FindChanges(program, lead, same, page.decision, again, page.changes);
  Output output;
  output.Write(Render(options, page));
  return output.status();
}

}  // namespace

int RunWhy(const std::vector<std::string>& words) {
  WhyOptions options;
  CommandLine line("why");
  AddOptions(line, options);
  if (const auto status = line.Read(words)) {
    return *status;
  }
  int status = kUsage;
  DiskFiles files(options.library_folders);
  const std::unique_ptr<Compilation> policy = CompilePolicy(files, options.policy, status);
  ToggleStates toggles;
  DecisionInputs inputs;
  if (policy == nullptr) {
    return status;
  }
  const std::shared_ptr<const plan::Plan> plan = MakePlan(*policy->program);
  if (!ReadInputs(*plan, options.inputs, toggles, inputs)) {
    return kUsage;
  }
  std::shared_ptr<const plan::SourcePlan> source;
  if (!options.source.empty()) {
    source = CompileSourceFor(files, options.source, plan->schema, status);
    if (source == nullptr) {
      return status;
    }
  }
  const std::unique_ptr<LeadInput> leads = OpenLeads(options.leads, plan->schema, source.get());
  ChosenLead chosen;
  if (leads == nullptr ||
      !ReadChosenLead(options.leads, *leads, options.choice, inputs.as_of, chosen)) {
    return kUsage;
  }
  return Tell(options, *policy, plan, chosen.lead, inputs);
}

}  // namespace lq::tool
