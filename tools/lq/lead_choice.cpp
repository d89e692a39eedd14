#include "tools/lq/lead_choice.h"

#include <fmt/format.h>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

bool ReportChoice(const std::string& message, const std::string& help) {
  Report(DiagnosticKind::kLeadChoice, message, help);
  return false;
}

class Chooser {
 public:
  Chooser(LeadInput& input, const LeadChoice& choice, std::int64_t as_of, Lead& lead)
      : input_(input), choice_(choice), as_of_(as_of), lead_(lead) {}

  // Reads on until it has what was asked for, or the second lead where one is meant.
  void Run() {
    const std::unique_ptr<LeadDecoder> decoder = input_.decoders->Make();
    for (input_.feed->Next(batch_); batch_.size() > 0 && !Done(); NextBatch()) {
      for (std::size_t i = 0; i < batch_.size() && !Done(); ++i) {
        Take(*decoder, batch_.lead(i));
      }
    }
  }

  bool found() const { return found_; }
  std::uint64_t leads() const { return leads_; }

 private:
  void NextBatch() {
    batch_.Clear();
    input_.feed->Next(batch_);
  }

  bool Done() const { return Said() ? found_ : leads_ > 1; }
  bool Said() const { return choice_.number > 0 || !choice_.id.empty(); }

  void Take(LeadDecoder& decoder, std::string_view bytes) {
    ++leads_;
    const bool skip = choice_.number > 0 ? leads_ != choice_.number : !Said() && leads_ > 1;
    if (skip) {
      return;
    }
    decoder.Read(bytes, as_of_, lead_);
    found_ = choice_.id.empty() || lead_.id == choice_.id;
  }

  LeadInput& input_;
  const LeadChoice& choice_;
  std::int64_t as_of_;
  Lead& lead_;
  LeadBatch batch_;
  std::uint64_t leads_ = 0;
  bool found_ = false;
};

}  // namespace

bool ReadChosenLead(const std::string& path, LeadInput& input, const LeadChoice& choice,
                    std::int64_t as_of, Lead& lead) {
  if (choice.number > 0 && !choice.id.empty()) {
    return ReportChoice("both `--id` and `--line` say which lead is meant", "give one of them");
  }
  Chooser chooser(input, choice, as_of, lead);
  chooser.Run();
  if (!EndedWell(path, input)) {
    return false;
  }
  const std::string called = Called(path);
  if (chooser.leads() == 0) {
    return ReportChoice(fmt::format("{} holds no lead", called), "name a file with a lead in it");
  }
  if (choice.number > 0 && !chooser.found()) {
    return ReportChoice(fmt::format("{} holds no lead number {}", called, choice.number),
                        fmt::format("its last lead is number {}", chooser.leads()));
  }
  if (!choice.id.empty() && !chooser.found()) {
    return ReportChoice(fmt::format("{} holds no lead with the id `{}`", called, choice.id),
                        "a lead's id is its `$id`; `--line N` takes the N-th lead instead");
  }
  if (choice.number == 0 && choice.id.empty() && chooser.leads() > 1) {
    return ReportChoice(fmt::format("{} holds more than one lead", called),
                        "say which one: `--id ID` or `--line N`");
  }
  return true;
}

}  // namespace lq::tool
