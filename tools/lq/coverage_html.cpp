#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "tools/lq/coverage_report.h"
#include "tools/lq/coverage_style.h"
#include "tools/lq/html.h"

namespace lq::tool {
namespace {

using testkit::CoveredStatement;
using testkit::Measure;
using testkit::ObjectiveId;
using testkit::Tally;

constexpr std::string_view kYes = "<b class=yes>✓</b>";
constexpr std::string_view kImpossible = "<b class=faint title=impossible>–</b>";
constexpr std::string_view kNo = "<b class=no>✗</b>";

// What a file's lines have to do with statements.
struct FileMarks {
  const SourceMap* sources = nullptr;
  FileId file = 0;
  // By the statement's first line, in the policy's order.
  std::multimap<std::uint32_t, std::uint32_t> statements;
};

std::string Plural(std::uint64_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

class PolicyWriter {
 public:
  PolicyWriter(const testkit::Coverage& coverage, std::size_t number, std::string& out)
      : coverage_(coverage),
        number_(number),
        inventory_(coverage.inventory()),
        tallies_(coverage.Count()),
        missing_(inventory_.statements.size()),
        out_(out) {
    for (ObjectiveId id = 0; id < inventory_.objectives.size(); ++id) {
      if (coverage.missing(id)) {
        missing_[inventory_.objectives[id].statement].push_back(id);
      }
    }
  }

  void Run() {
    const ir::Program& program = coverage_.program();
    out_ += fmt::format("<h1>{}</h1>\n<p class=faint>Version {}. What its tests reached.</p>\n",
                        HtmlText(program.policy), program.version);
    Measures();
    Rules();
    Gaps();
    Files();
  }

 private:
  void Measures() {
    out_ += "<table class=measures>\n";
    for (std::uint8_t i = 0; i < testkit::kMeasures; ++i) {
      const Tally& tally = tallies_.all[i];
      if (tally.all + tally.impossible > 0) {
        out_ += fmt::format(
            "<tr><th>{0}</th><td class=\"{1}\">{2}%</td><td><progress max=100 "
            "value={2}></progress></td><td>{3} of {4}{5}</td><td class=faint>{6}</td></tr>\n",
            testkit::MeasureName(Measure{i}), tally.complete() ? "yes" : "no", tally.percent(),
            tally.reached, tally.all,
            tally.impossible == 0 ? "" : fmt::format(", {} impossible", tally.impossible),
            testkit::MeasureMeaning(Measure{i}));
      }
    }
    out_ += "</table>\n";
  }

  // Which rule lacks which of its three tests, before anything else.
  void Rules() {
    out_ += "<h2>The three tests of each rule</h2>\n<table class=rules>\n";
    for (std::size_t i = 0; i < inventory_.statements.size(); ++i) {
      if (inventory_.statements[i].kind == CoveredStatement::Kind::kRule) {
        out_ += fmt::format("<tr><th><a href=\"#{}\">{}</a></th><td>{}</td></tr>\n", Anchor(i),
                            HtmlText(inventory_.statements[i].title),
                            ThreeTests(inventory_.statements[i]));
      }
    }
    out_ += "</table>\n";
  }

  std::string Anchor(std::size_t statement) const {
    return fmt::format("p{}-{}", number_, statement);
  }

  // The statements with something missing, in the policy's order.
  void Gaps() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < missing_.size(); ++i) {
      if (!missing_[i].empty()) {
        open.push_back(i);
      }
    }
    if (open.empty()) {
      out_ += fmt::format("<p>{} Nothing is left out.</p>\n", kYes);
      return;
    }
    out_ += "<h2>What no test reached</h2>\n<ul class=gaps>\n";
    for (const std::size_t i : open) {
      out_ +=
          fmt::format("<li><a href=\"#{}\">{}</a> {}</li>\n", Anchor(i),
                      HtmlText(inventory_.statements[i].title), Plural(missing_[i].size(), "gap"));
    }
    out_ += "</ul>\n";
  }

  void Files() {
    std::map<std::string_view, FileMarks> files;
    for (std::uint32_t i = 0; i < inventory_.statements.size(); ++i) {
      const Span span = inventory_.statements[i].span;
      const SourceMap& sources = *inventory_.statements[i].sources;
      FileMarks& marks = files[sources.file(span.file).path];
      marks.sources = &sources;
      marks.file = span.file;
      marks.statements.emplace(sources.Locate(span.file, span.begin).line, i);
    }
    for (const auto& [path, marks] : files) {
      WriteFile(marks);
    }
  }

  std::uint32_t LastLine(const CoveredStatement& statement) const {
    const Span span = statement.span;
    return statement.sources->Locate(span.file, span.end > span.begin ? span.end - 1 : span.begin)
        .line;
  }

  void WriteFile(const FileMarks& marks) {
    const SourceMap& sources = *marks.sources;
    const FileId file = marks.file;
    out_ += fmt::format("<h2>{}</h2>\n<div class=source>\n", HtmlText(sources.file(file).path));
    const auto lines = static_cast<std::uint32_t>(sources.file(file).line_starts.size());
    std::multimap<std::uint32_t, std::uint32_t> ends;
    std::string_view state;
    std::uint32_t state_ends = 0;
    for (std::uint32_t line = 1; line <= lines; ++line) {
      const auto [first, last] = marks.statements.equal_range(line);
      for (auto at = first; at != last; ++at) {
        const std::uint32_t end = LastLine(inventory_.statements[at->second]);
        ends.emplace(end, at->second);
        state = StateOf(at->second);
        state_ends = end;
        out_ += fmt::format("<a id=\"{}\"></a>", Anchor(at->second));
      }
      out_ += fmt::format("<div class=\"line {}\"><span>{}</span><code>{}</code></div>\n", state,
                          line, HtmlText(sources.Line(file, line)));
      if (line >= state_ends) {
        state = {};
      }
      const auto [from, to] = ends.equal_range(line);
      for (auto at = from; at != to; ++at) {
        Answer(at->second);
      }
    }
    out_ += "</div>\n";
  }

  // Everything reached, something, nothing.
  std::string_view StateOf(std::uint32_t statement) const {
    Tally sum;
    for (const Tally& tally : tallies_.statements[statement]) {
      sum.Add(tally);
    }
    if (sum.all == 0) {
      return "";
    }
    return sum.complete() ? "all" : sum.reached > 0 ? "part" : "none";
  }

  // Below a statement: its three tests, and what is missing.
  void Answer(std::uint32_t index) {
    const CoveredStatement& statement = inventory_.statements[index];
    if (statement.kind == CoveredStatement::Kind::kRule) {
      out_ += fmt::format("<p class=three>{}</p>\n", ThreeTests(statement));
    }
    if (missing_[index].empty()) {
      return;
    }
    out_ += fmt::format("<div class=missing><p>{}: no test in which</p>\n<ul>\n",
                        HtmlText(statement.title));
    for (const ObjectiveId id : missing_[index]) {
      const testkit::Objective& objective = inventory_.objectives[id];
      out_ += fmt::format("<li>{} {} <i>{}</i></li>\n", kNo, HtmlText(objective.text),
                          testkit::MeasureName(objective.measure));
    }
    out_ += "</ul></div>\n";
  }

  std::string ThreeTests(const CoveredStatement& statement) const {
    constexpr std::array<std::string_view, 3> kNames = {"happy", "edge", "negative"};
    std::string tests;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      const ObjectiveId id = statement.three[i];
      if (id != ir::kNone) {
        const std::string_view mark = coverage_.missing(id)   ? kNo
                                      : coverage_.reached(id) ? kYes
                                                              : kImpossible;
        tests += fmt::format("<span>{} {}</span> ", mark, kNames[i]);
      }
    }
    return tests;
  }

  const testkit::Coverage& coverage_;
  // Of the policy on this page.
  std::size_t number_;
  const testkit::Inventory& inventory_;
  testkit::Tallies tallies_;
  // By statement.
  std::vector<std::vector<ObjectiveId>> missing_;
  std::string& out_;
};

}  // namespace

std::string CoverageHtml(const Coverages& coverages) {
  std::string body = "<main>\n";
  for (std::size_t i = 0; i < coverages.size(); ++i) {
    PolicyWriter(*coverages[i], i + 1, body).Run();
  }
  body += "</main>\n";
  return HtmlPage("What the tests reached", kCoverageStyle, body);
}

}  // namespace lq::tool
