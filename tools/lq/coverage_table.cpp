#include <fmt/format.h>

#include "compiler/diag/shown_line.h"
#include "compiler/explain/words.h"
#include "tools/lq/coverage_report.h"

namespace lq::tool {
namespace {

using testkit::Measure;
using testkit::Tally;

// The columns of the table of statements; every measure is in the list above it.
constexpr std::array kColumns = {Measure::kRule, Measure::kCondition, Measure::kMcdc,
                                 Measure::kBoundary, Measure::kThreePerRule};

const Tally& TallyOf(const testkit::TallyRow& row, Measure measure) {
  return row[static_cast<std::size_t>(measure)];
}

class TableWriter {
 public:
  TableWriter(const testkit::Coverage& coverage, bool color)
      : coverage_(coverage), color_(color), tallies_(coverage.Count()) {}

  std::string Run() {
    const ir::Program& program = coverage_.program();
    const SourceMap& sources = *coverage_.inventory().statements[0].sources;
    out_ = fmt::format("coverage of {} version {} in {}\n\n", program.policy, program.version,
                       sources.file(program.outcomes[0].span.file).path);
    Measures();
    Statements();
    Missing();
    return std::move(out_);
  }

 private:
  std::string Paint(std::string_view text, bool good) const {
    return color_ ? fmt::format("\033[{}m{}\033[0m", good ? 32 : 31, text) : std::string(text);
  }

  void Measures() {
    for (std::uint8_t i = 0; i < testkit::kMeasures; ++i) {
      const Tally& tally = tallies_.all[i];
      if (tally.all + tally.impossible == 0) {
        continue;
      }
      out_ += fmt::format(
          "  {:<15} {} {:>5} of {}{}\n", testkit::MeasureName(Measure{i}),
          Paint(fmt::format("{:>4}%", tally.percent()), tally.complete()), tally.reached, tally.all,
          tally.impossible == 0 ? "" : fmt::format(", {} impossible", tally.impossible));
    }
  }

  static std::string Cell(const Tally& tally) {
    return tally.all == 0 ? "" : fmt::format("{}/{}", tally.reached, tally.all);
  }

  std::size_t TitleWidth() const {
    std::size_t width = 0;
    for (const testkit::CoveredStatement& statement : coverage_.inventory().statements) {
      width = std::max(width, statement.title.size());
    }
    return width;
  }

  // Those that have something in a column.
  void Statements() {
    const std::size_t width = TitleWidth();
    out_ += fmt::format("\n  {:<{}}", "", width);
    for (const Measure measure : kColumns) {
      out_ += fmt::format(
          "  {:>9}", measure == Measure::kThreePerRule ? "three" : testkit::MeasureName(measure));
    }
    out_ += '\n';
    for (std::size_t i = 0; i < tallies_.statements.size(); ++i) {
      std::string line = fmt::format("  {:<{}}", coverage_.inventory().statements[i].title, width);
      bool any = false;
      for (const Measure measure : kColumns) {
        const Tally& tally = TallyOf(tallies_.statements[i], measure);
        line += "  " + Paint(fmt::format("{:>9}", Cell(tally)), tally.complete());
        any = any || tally.all > 0;
      }
      out_ += any ? line + '\n' : "";
    }
  }

  void Missing() {
    std::uint32_t statement = ir::kNone;
    const testkit::Inventory& inventory = coverage_.inventory();
    for (testkit::ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
      if (!coverage_.missing(id)) {
        continue;
      }
      const testkit::Objective& objective = inventory.objectives[id];
      if (objective.statement != statement) {
        statement = objective.statement;
        out_ += fmt::format("\n{} ({}): no test in which\n", inventory.statements[statement].title,
                            PlaceOf(inventory.statements[statement]));
      }
      out_ += fmt::format("  {} {}\n", Paint("✗", false), Printable(objective.text));
    }
  }

  const testkit::Coverage& coverage_;
  bool color_;
  testkit::Tallies tallies_;
  std::string out_;
};

}  // namespace

std::string PlaceOf(const testkit::CoveredStatement& statement) {
  return explain::PlaceText(*statement.sources, statement.span);
}

std::string PlaceOf(const testkit::Coverage& coverage, const testkit::Objective& objective) {
  const testkit::CoveredStatement& statement = coverage.inventory().statements[objective.statement];
  return explain::PlaceText(*statement.sources, objective.span);
}

std::string CoverageTable(const testkit::Coverage& coverage, bool color) {
  return TableWriter(coverage, color).Run();
}

}  // namespace lq::tool
