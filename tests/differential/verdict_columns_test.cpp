// Random programs and leads, judged as columns and one by one: the same verdicts, by tier 0 and by
// native code. Of programs that native code serves, the same decisions as every tier's, too; how
// many verdicts were its own is counted.
//
//   verdict_columns_test [--programs N] [--leads N] [--seed S]

#include <bit>
#include <cstring>
#include <map>

#include <gtest/gtest.h>

#include "compiler/jit/jit.h"
#include "compiler/jit/verdict_heads.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/native/native_code.h"
#include "runtime/plan/row_layout.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/quick_policy.h"
#include "tests/differential/trial.h"

namespace lq::test {
namespace {

RandomTestOptions options{.programs = 150, .seed = 1, .leads = 500};

// Columns of rows, as wide as the layout says; none for a field without any value.
struct Columns {
  Columns(const plan::RowLayout& layout, const std::vector<std::vector<std::uint64_t>>& rows) {
    leads.size = rows.size();
    bytes.resize(layout.fields());
    for (std::size_t i = 0; i < layout.fields(); ++i) {
      const std::size_t size = plan::SizeOf(layout.field(i).kind);
      bool is_there = false;
      for (const std::vector<std::uint64_t>& row : rows) {
        const char* const begin = reinterpret_cast<const char*>(row.data());
        bytes[i].append(begin + layout.field(i).offset, size);
        is_there |= (row[i / 64] >> (i % 64) & 1) == 0;
      }
      leads.fields.push_back(is_there ? bytes[i].data() : nullptr);
    }
  }

  std::vector<std::string> bytes;
  LeadColumns leads;
};

struct Verdicts {
  Verdicts(std::size_t size, std::size_t fired_bytes)
      : status(size),
        outcome(size),
        proposed(size),
        confidence(size),
        ceiling(size),
        fired(size * fired_bytes) {}
  VerdictColumns columns() {
    return {status.data(),     outcome.data(), proposed.data(),
            confidence.data(), ceiling.data(), fired.data()};
  }
  friend bool operator==(const Verdicts&, const Verdicts&) = default;

  std::vector<std::uint8_t> status, outcome, proposed;
  std::vector<std::int16_t> confidence, ceiling;
  std::vector<char> fired;
};

// One by one.
Verdicts JudgeRows(const Engine& engine, const std::vector<std::vector<std::uint64_t>>& rows,
                   const DecisionInputs& inputs) {
  Decider decider(engine);
  Verdicts verdicts(rows.size(), engine.fired_bytes());
  const std::size_t outcomes = engine.plan().outcomes.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Verdict verdict = decider.Judge(rows[i].data(), inputs);
    verdicts.status[i] = static_cast<std::uint8_t>(verdict.status);
    const std::size_t held = outcomes + (verdict.status == Status::kUndecided ? 0 : 1);
    verdicts.outcome[i] =
        static_cast<std::uint8_t>(verdict.status == Status::kSettled ? verdict.proposed : held);
    verdicts.proposed[i] = static_cast<std::uint8_t>(verdict.proposed);
    verdicts.confidence[i] = verdict.confidence;
    verdicts.ceiling[i] = verdict.ceiling;
    std::memcpy(&verdicts.fired[i * engine.fired_bytes()], verdict.fired, engine.fired_bytes());
  }
  return verdicts;
}

Verdicts JudgeColumns(const Engine& engine, const LeadColumns& leads,
                      const DecisionInputs& inputs) {
  Decider decider(engine);
  Verdicts verdicts(leads.size, engine.fired_bytes());
  decider.JudgeColumns(leads, inputs, verdicts.columns());
  return verdicts;
}

// What native code was asked, and what it told itself.
struct Asked {
  std::uint64_t rows = 0;
  std::uint64_t told_rows = 0;
  std::uint64_t lanes = 0;
  std::uint64_t told_lanes = 0;
};

Asked asked;
const engine::NativeEntries* native_code = nullptr;

Verdict JudgeAndCount(const std::uint64_t* row, std::uint64_t start, std::uint64_t* fired) {
  const Verdict verdict = native_code->judge(row, start, fired);
  ++asked.rows;
  asked.told_rows += verdict.fired != nullptr ? 1 : 0;
  return verdict;
}

void JudgeColumnsAndCount(const void* const* columns, std::uint64_t blocks,
                          const VerdictColumns* verdicts, std::uint64_t* rarer) {
  native_code->judge_columns(columns, blocks, verdicts, rarer);
  asked.lanes += 64 * blocks;
  for (std::uint64_t block = 0; block < blocks; ++block)
    asked.told_lanes += 64 - static_cast<std::uint64_t>(std::popcount(rarer[block]));
}

// A program and leads of it, decided with the same inputs.
struct Leads {
  std::vector<std::string> texts;
  std::int64_t as_of = 0;
  bool toggled = false;
};

class VerdictColumnsTest : public testing::Test {
 protected:
  // The verdicts of all leads, row by row and over columns, by the plan and by native code.
  void Compare(const PolicyPackage& package, const Leads& leads, std::uint64_t seed) {
    const Engine plain(package.plan());
    Engine native(package.plan());
    InstallNative(native);
    LeadReader reader(package.plan()->schema);
    Lead lead;
    std::vector<std::unique_ptr<Lead>> kept;
    std::vector<std::vector<std::uint64_t>> rows;
    for (const std::string& text : leads.texts) {
      std::vector<std::uint64_t> row(plain.layout().words());
      if (reader.Read(text, leads.as_of, lead) && plain.layout().Fill(lead.fields, row.data())) {
        kept.push_back(std::make_unique<Lead>(std::move(lead)));
        rows.push_back(std::move(row));
      }
    }
    DecisionInputs inputs;
    inputs.as_of = leads.as_of;
    const auto states = std::make_unique<bool[]>(package.plan()->toggles.size());
    if (leads.toggled)
      inputs.toggles = {states.get(), package.plan()->toggles.size()};
    const Columns columns(plain.layout(), rows);
    const Verdicts expected = JudgeRows(plain, rows, inputs);
    EXPECT_EQ(JudgeRows(native, rows, inputs), expected) << "native rows, seed " << seed;
    EXPECT_EQ(JudgeColumns(plain, columns.leads, inputs), expected) << "columns, seed " << seed;
    const std::uint64_t told = asked.told_lanes;
    EXPECT_EQ(JudgeColumns(native, columns.leads, inputs), expected) << "native, seed " << seed;
    told_by_form_[form_] += asked.told_lanes - told;
    judged_ += rows.size();
  }

  void InstallNative(Engine& engine) {
    const auto kernel = engine.kernel();
    if (!kernel)
      return;
    std::string problem;
    // Every other program for a processor without the widest vectors.
    const NativeTarget target =
        ++natives_ % 2 == 0 ? NativeTarget{"x86-64-v3", ""} : NativeTarget::Host();
    code_ = NativeCode::Load(CompileKernel(*kernel, target, problem), problem);
    ASSERT_NE(code_, nullptr) << problem;
    native_code = &code_->entries();
    const bool has_columns = native_code->judge_columns != nullptr;
    with_columns_ += has_columns ? 1 : 0;
    engine.Install(std::make_shared<engine::NativeEntries>(engine::NativeEntries{
        JudgeAndCount, native_code->sweep, has_columns ? JudgeColumnsAndCount : nullptr}));
    // How lanes find their verdicts: in so many registers, or one by one.
    const std::size_t heads = jit::VerdictHeads(*kernel).count();
    form_ = heads <= 64 ? 1 : heads <= 128 ? 2 : heads <= 256 ? 4 : 64;
  }

  void RunGenerated(std::uint64_t seed) {
    GeneratedProgram program = GenerateProgram(seed, {}, coverage_);
    PolicyPackage package(FilesOf(program), kPolicyFile);
    ASSERT_TRUE(package.problems().empty());
    Random random(seed ^ 0x5EED);
    Leads leads;
    for (std::uint64_t i = 0; i < options.leads; ++i) {
      const Trial trial = GenerateTrial(program, package, random, coverage_);
      leads.texts.push_back(trial.lead);
      leads.as_of = trial.as_of;
    }
    Compare(package, leads, seed);
  }

  // A few of the leads by every tier, the oracle among them.
  void RunQuick(std::uint64_t seed) {
    QuickPolicy quick(seed);
    PolicyPackage package(quick.files(), QuickPolicy::kFile);
    ASSERT_EQ(package.problems(), "") << "seed " << seed;
    Leads leads;
    leads.as_of = ParseAsOf(seed % 2 == 0 ? "2026-07-20" : "2026-07-22");
    leads.toggled = quick.has_toggle() && seed % 3 == 0;
    // At times none, less than a block, or whole blocks alone.
    const std::uint64_t count = seed % 10 == 0 ? seed / 10 % 3 * 64 : options.leads + seed % 64;
    for (std::uint64_t i = 0; i < count; ++i)
      leads.texts.push_back(quick.Lead());
    Compare(package, leads, seed);
    const Toggles toggles = leads.toggled ? Toggles{{"strict", false}} : Toggles();
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 32) && !HasFailure(); ++i)
      CompareTiers(package, leads.texts[i], {leads.as_of, {}, {}}, toggles, seed);
  }

  void CompareTiers(PolicyPackage& package, const std::string& lead, const DecideInputs& inputs,
                    const Toggles& toggles, std::uint64_t seed) {
    const std::vector<TierDecision> decisions = package.Decide(lead, inputs, toggles);
    for (const TierDecision& one : decisions) {
      EXPECT_EQ(one.decision, decisions[0].decision)
          << one.tier << ", seed " << seed << ", lead " << lead;
    }
  }

  void Print() const {
    std::printf("%llu native, %llu of them over columns, %llu leads\n",
                static_cast<unsigned long long>(natives_),
                static_cast<unsigned long long>(with_columns_),
                static_cast<unsigned long long>(judged_));
    std::printf("native code told %llu of %llu rows, %llu of %llu lanes\n",
                static_cast<unsigned long long>(asked.told_rows),
                static_cast<unsigned long long>(asked.rows),
                static_cast<unsigned long long>(asked.told_lanes),
                static_cast<unsigned long long>(asked.lanes));
    for (const auto& [form, told] : told_by_form_)
      std::printf("form %d: %llu lanes\n", form, static_cast<unsigned long long>(told));
  }

  Coverage coverage_;
  std::shared_ptr<const NativeCode> code_;
  int form_ = 0;
  std::map<int, std::uint64_t> told_by_form_;
  std::uint64_t natives_ = 0;
  std::uint64_t with_columns_ = 0;
  std::uint64_t judged_ = 0;
};

TEST_F(VerdictColumnsTest, AreTheVerdictsOfRows) {
  for (std::uint64_t i = 0; i < options.programs / 4 && !HasFailure(); ++i)
    RunGenerated(options.seed + i);
  Print();
  EXPECT_GT(with_columns_ * 16, options.programs);
  EXPECT_GT(judged_, options.programs * 16);
}

// Most of what native code is asked here it tells itself, in each of its forms.
TEST_F(VerdictColumnsTest, AreThoseOfEveryTier) {
  asked = {};
  for (std::uint64_t i = 0; i < options.programs && !HasFailure(); ++i)
    RunQuick(options.seed + i);
  Print();
  EXPECT_GT(asked.told_rows * 2, judged_);
  EXPECT_GT(asked.told_lanes * 2, judged_ / 2);
  // So many programs have every form.
  constexpr std::uint64_t kEnough = 100;
  if (options.programs < kEnough)
    return;
  for (const int form : {1, 2, 4, 64})
    EXPECT_GT(told_by_form_[form], options.programs * 8) << "form " << form;
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
