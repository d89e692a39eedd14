// write_cases FOLDER [--programs N] [--leads N] [--seed S]: makes the conformance cases, and leads
// of random programs, something that a program in any language can run: the bundle of each policy,
// and cases.tsv, a line a case:
//
//   name  bundle  as of (ms)  toggles ("a=1,b=0")  language  lead (hexadecimal)  decision
//
// The decision is what the engine prints here. Where plans have any, bundles hold machine code for
// this processor. Beside them lie those of native_bundles.h.

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <set>

#include "compiler/diag/render.h"
#include "compiler/include/lq/compile.h"
#include "runtime/bundle/bundle.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/record/decision_json.h"
#include "tests/conformance/case_file.h"
#include "tests/conformance/shared_folder.h"
#include "tests/differential/generator/generate.h"
#include "tests/differential/generator/options.h"
#include "tests/embed/native_bundles.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sections.h"
#include "tests/support/tiers/tier.h"
#include "tools/native/bundled_code.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

struct BuiltPolicy {
  std::string bundle;
  std::unique_ptr<Engine> engine;
};

class CaseWriter {
 public:
  explicit CaseWriter(fs::path folder) : folder_(std::move(folder)) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    cases_.open(folder_ / "cases.tsv", std::ios::binary);
  }

  void WriteAll(const fs::path& folder) {
    for (const std::string_view extension : {".json", ".jsonl"}) {
      for (const fs::path& path : FilesBelow(folder, extension)) {
        for (const ConformanceCase& one : ReadCases(path))
          Write(one, "");
      }
    }
  }

  // Each lead of an example, in each language of its policy.
  void WriteExample(const fs::path& folder, const std::string& policy) {
    ConformanceCase one;
    one.name = "example " + folder.filename().string();
    one.policy = policy;
    one.as_of = "2026-08-01";
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.is_regular_file())
        one.files[entry.path().filename().string()] = ReadWhole(entry.path());
    }
    std::ifstream leads(folder / "leads.jsonl");
    while (std::getline(leads, one.lead)) {
      for (const char* const language : {"", "DE", "en"}) {
        if (*language == '\0' || Has(Build(one), language))
          Write(one, language);
      }
    }
  }

  // Random leads of a random program, as differential_test has them.
  void WriteRandom(std::uint64_t seed, std::uint64_t leads) {
    Coverage coverage;
    const GeneratedProgram program = GenerateProgram(seed, {}, coverage);
    ConformanceCase one;
    one.policy = kPolicyFile;
    one.files = FilesOf(program);
    one.as_of = seed % 2 == 0 ? "2026-08-01" : "2026-06-30T23:59:59.999Z";
    Random random(seed ^ 0x5EED);
    for (std::uint64_t i = 0; i < leads; ++i) {
      one.name = fmt::format("random program {}, lead {}", seed, i);
      one.lead = GenerateLead(program, random, coverage);
      Write(one, Has(Build(one), "DE") ? "DE" : "");
    }
  }

  int written() const { return written_; }
  std::size_t policies() const { return policies_.size(); }
  int native() const { return native_; }

 private:
  const BuiltPolicy& Build(const ConformanceCase& one) {
    std::string key = one.policy;
    for (const auto& [name, text] : one.files)
      key += fmt::format("\n{} {}\n{}", name, text.size(), text);
    BuiltPolicy& built = policies_[key];
    if (built.engine != nullptr)
      return built;
    MemoryFiles files;
    for (const auto& [name, text] : one.files)
      files.Add(name, text);
    const auto compilation = Compile(files, one.policy);
    if (compilation->program == nullptr) {
      fmt::print(stderr, "{}\n{}", one.name,
                 RenderText(compilation->diagnostics, compilation->sources, {}));
      std::exit(1);
    }
    const std::shared_ptr<const plan::Plan> plan = MakePlan(*compilation->program);
    built.engine = std::make_unique<Engine>(plan);
    built.bundle = fmt::format("{}.lqb", policies_.size());
    std::ofstream(folder_ / built.bundle, std::ios::binary)
        << WriteBundle(*plan, {}, NativeOf(plan));
    return built;
  }

  // Without any where the plan has too many conditions.
  std::vector<bundle::NativePart> NativeOf(const std::shared_ptr<const plan::Plan>& plan) {
    std::string problem;
    auto parts = tool::CompileForBundle(plan, {"host"}, problem);
    native_ += parts ? 1 : 0;
    return std::move(parts).value_or(std::vector<bundle::NativePart>());
  }

  static bool Has(const BuiltPolicy& built, std::string language) {
    language[0] = static_cast<char>(std::toupper(language[0]));
    language[1] = static_cast<char>(std::toupper(language[1]));
    for (const plan::Content& content : built.engine->plan().content) {
      for (const plan::ContentText& text : content.texts) {
        if (text.language == language)
          return true;
      }
    }
    return false;
  }

  void Write(const ConformanceCase& one, const std::string& language) {
    const BuiltPolicy& built = Build(one);
    const plan::Plan& plan = built.engine->plan();
    const auto states = std::make_unique<bool[]>(plan.toggles.size());
    std::string toggles;
    for (std::size_t i = 0; i < plan.toggles.size(); ++i) {
      const auto given = one.toggles.find(plan.toggles[i].name);
      states[i] = given == one.toggles.end() ? plan.toggles[i].on : given->second;
      if (given != one.toggles.end())
        toggles +=
            fmt::format("{}{}={:d}", toggles.empty() ? "" : ",", given->first, given->second);
    }
    std::string upper = language;
    for (char& letter : upper)
      letter = static_cast<char>(std::toupper(letter));
    const DecisionInputs inputs = {
        ParseAsOf(one.as_of), {states.get(), plan.toggles.size()}, upper};
    std::string hex;
    for (const char byte : one.lead)
      hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    cases_ << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", one.name, built.bundle, inputs.as_of,
                          toggles, language, hex, Decide(*built.engine, one.lead, inputs));
    ++written_;
  }

  static std::string Decide(const Engine& engine, const std::string& json,
                            const DecisionInputs& inputs) {
    LeadReader reader(engine.plan().schema);
    Decider decider(engine);
    Lead lead;
    Decision decision;
    reader.Read(json, inputs.as_of, lead);
    decider.Decide(lead, inputs, decision);
    std::string text;
    AppendJson(decision, text);
    return text;
  }

  fs::path folder_;
  std::ofstream cases_;
  std::map<std::string, BuiltPolicy> policies_;
  int written_ = 0;
  int native_ = 0;
};

}  // namespace
}  // namespace lq::test

int main(int count, char** words) {
  lq::test::RandomTestOptions options{.programs = 100, .seed = 1, .leads = 8};
  options.Read(count, words);
  lq::test::CaseWriter writer(words[1]);
  const std::filesystem::path root = LQ_SOURCE_DIR;
  writer.WriteAll(root / "tests/conformance");
  writer.WriteExample(root / "examples/inbound_demo", "inbound.lq");
  writer.WriteExample(root / "examples/partner_leads", "partner.lq");
  const std::filesystem::path shared = lq::test::SharedFolder("conformance");
  if (!shared.empty())
    writer.WriteAll(shared);
  for (std::uint64_t i = 0; i < options.programs; ++i)
    writer.WriteRandom(options.seed + i, options.leads);
  lq::test::WriteNativeBundles(root / "examples/hello", words[1]);
  std::printf("%d cases, %zu policies, %d of them with machine code\n", writer.written(),
              writer.policies(), writer.native());
}
