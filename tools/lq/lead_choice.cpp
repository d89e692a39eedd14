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
  Chooser(LeadInput& input, const LeadChoice& choice, std::int64_t as_of, ChosenLead& chosen)
      : input_(input), choice_(choice), as_of_(as_of), chosen_(chosen) {
    chosen_.decoder = input.decoders->Make();
    further_.decoder = input.decoders->Make();
  }

  // Reads on until it has what was asked for, or the second lead where one is meant.
  void Run() {
    LeadBatch batch;
    for (input_.feed->Next(batch); batch.size() > 0 && !Done(); input_.feed->Next(batch)) {
      for (std::size_t i = 0; i < batch.size() && !Done(); ++i) {
        Take(batch.lead(i));
      }
      batch.Clear();
    }
  }

  bool found() const { return found_; }
  std::uint64_t leads() const { return leads_; }

 private:
  bool Done() const { return Said() ? found_ : leads_ > 1; }
  bool Said() const { return choice_.number > 0 || !choice_.id.empty(); }

  // What comes after the chosen lead is only counted.
  void Take(std::string_view payload) {
    ChosenLead& into = found_ ? further_ : chosen_;
    into.payload = payload;
    into.decoder->Begin(into.payload);
    while (!Done() && into.decoder->Next(as_of_, found_ ? further_.lead : into.lead)) {
      ++leads_;
      found_ = found_ || IsChosen();
    }
  }

  bool IsChosen() const {
    return choice_.number > 0 ? leads_ == choice_.number
                              : choice_.id.empty() || chosen_.lead.id == choice_.id;
  }

  LeadInput& input_;
  const LeadChoice& choice_;
  std::int64_t as_of_;
  ChosenLead& chosen_;
  ChosenLead further_;
  std::uint64_t leads_ = 0;
  bool found_ = false;
};

}  // namespace

bool ReadChosenLead(const std::string& path, LeadInput& input, const LeadChoice& choice,
                    std::int64_t as_of, ChosenLead& chosen) {
  if (choice.number > 0 && !choice.id.empty()) {
    return ReportChoice("both `--id` and `--line` say which lead is meant", "give one of them");
  }
  Chooser chooser(input, choice, as_of, chosen);
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
