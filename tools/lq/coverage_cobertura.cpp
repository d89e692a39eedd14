#include <fmt/format.h>

#include "tools/lq/coverage_lines.h"
#include "tools/lq/html.h"

namespace lq::tool {
namespace {

// Rounded down to four places; 1 of nothing.
std::string Rate(std::uint64_t reached, std::uint64_t all) {
  constexpr std::uint64_t kWhole = 10'000;
  const std::uint64_t rate = all == 0 ? kWhole : reached * kWhole / all;
  return fmt::format("{}.{:04}", rate / kWhole, rate % kWhole);
}

std::string Rates(const CoveredSums& sums) {
  return fmt::format("line-rate=\"{}\" branch-rate=\"{}\"", Rate(sums.lines_reached, sums.lines),
                     Rate(sums.branches_reached, sums.branches));
}

std::string LineXml(std::uint32_t number, const CoveredLine& line) {
  const std::uint64_t all = line.branches.size();
  std::string xml = fmt::format(
      "            <line number=\"{}\" hits=\"{}\" branch=\"true\" "
      "condition-coverage=\"{}% ({}/{})\">\n              <conditions>\n",
      number, line.hits(), line.reached() * 100 / all, line.reached(), all);
  for (std::size_t i = 0; i < line.branches.size(); ++i) {
    xml += fmt::format("                <condition number=\"{}\" type=\"{}\" coverage=\"{}%\"/>\n",
                       i, HtmlText(line.branches[i].text), line.branches[i].hits > 0 ? 100 : 0);
  }
  return xml + "              </conditions>\n            </line>\n";
}

}  // namespace

// A file is a class. The time stamp is left at 0, so that the same tests give the same bytes.
std::string CoverageCobertura(const Coverages& coverages) {
  CoveredSums all;
  std::string classes;
  for (const auto& [path, lines] : LinesOf(coverages)) {
    CoveredSums sums;
    std::string body;
    for (const auto& [number, line] : lines) {
      sums.Add(line);
      all.Add(line);
      body += LineXml(number, line);
    }
    classes += fmt::format(
        "        <class name=\"{0}\" filename=\"{0}\" {1} complexity=\"0\">\n"
        "          <methods/>\n          <lines>\n{2}          </lines>\n        </class>\n",
        HtmlText(path), Rates(sums), body);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">\n"
      "<coverage {} lines-covered=\"{}\" lines-valid=\"{}\" branches-covered=\"{}\" "
      "branches-valid=\"{}\" complexity=\"0\" version=\"1\" timestamp=\"0\">\n"
      "  <sources>\n    <source>.</source>\n  </sources>\n  <packages>\n"
      "    <package name=\"lq\" {} complexity=\"0\">\n      <classes>\n{}      </classes>\n"
      "    </package>\n  </packages>\n</coverage>\n",
      Rates(all), all.lines_reached, all.lines, all.branches_reached, all.branches, Rates(all),
      classes);
}

}  // namespace lq::tool
