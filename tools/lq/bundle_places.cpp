#include "tools/lq/bundle_places.h"

#include <filesystem>

#include "tools/lq/disk_files.h"

namespace lq::tool {
namespace {

namespace fs = std::filesystem;
using Of = bundle::SourcePlace::Of;

class PlaceList {
 public:
  PlaceList(const SourceMap& sources, const std::string& path) : sources_(sources) {
    std::error_code error;
    folder_ = fs::absolute(PackageFolder(path), error).lexically_normal();
    if (!folder_.has_filename()) {
      folder_ = folder_.parent_path();
    }
  }

  void Add(Of of, const std::string& name, std::uint32_t row, Span span) {
    places_.push_back(
        {of, name, row, FileName(span.file), sources_.Locate(span.file, span.begin).line});
  }

  std::vector<bundle::SourcePlace> Take() { return std::move(places_); }

 private:
  // Within the package; of a library from elsewhere only its own name.
  std::string FileName(FileId file) const {
    std::error_code error;
    const fs::path path = fs::absolute(sources_.file(file).path, error).lexically_normal();
    const fs::path within = path.lexically_relative(folder_);
    const bool outside = within.empty() || *within.begin() == "..";
    return (outside ? path.filename() : within).generic_string();
  }

  const SourceMap& sources_;
  fs::path folder_;
  std::vector<bundle::SourcePlace> places_;
};

}  // namespace

std::vector<bundle::SourcePlace> PlacesOf(const Compilation& compilation, const std::string& path) {
  const ir::Program& program = *compilation.program;
  PlaceList places(compilation.sources, path);
  for (const ir::Rule& rule : program.rules) {
    places.Add(rule.row == 0 ? Of::kRule : Of::kRulesTableRow, rule.name, rule.row, rule.span);
  }
  for (const ir::Evidence& evidence : program.evidence) {
    places.Add(Of::kEvidence, evidence.name, 0, evidence.span);
  }
  for (const ir::Guard& guard : program.guards) {
    places.Add(Of::kGuard, guard.name, 0, guard.span);
  }
  for (const ir::Score& score : program.scores) {
    places.Add(Of::kScore, score.name, 0, score.span);
  }
  for (const ir::Table& table : program.tables) {
    places.Add(Of::kTable, table.name, 0, table.span);
    for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
      places.Add(Of::kTableRow, table.name, row + 1, table.rows[row].span);
    }
  }
  for (const ir::Lookup& lookup : program.lookups) {
    places.Add(Of::kLookup, lookup.name, 0, lookup.span);
  }
  for (const ir::Derived& derived : program.derived) {
    places.Add(Of::kDerived, derived.name, 0, derived.span);
  }
  return places.Take();
}

}  // namespace lq::tool
