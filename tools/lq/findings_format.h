#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/diag/diagnostic.h"

namespace lq::tool {

// How findings are printed: one of kFindingFormats.
class FindingsFormat {
 public:
  virtual ~FindingsFormat() = default;
  // What one compilation had to say; never empty.
  virtual void Take(const Diagnostics& diagnostics, const SourceMap& sources) = 0;
  // The whole document.
  virtual std::string Print() const = 0;
};

// human, json, sarif, github, gitlab; the first is for people.
const std::vector<std::string>& FindingFormats();
std::unique_ptr<FindingsFormat> MakeFindingsFormat(const std::string& format, bool color);

// SARIF 2.1.0 (OASIS), with what is known of each code and the fixes.
std::unique_ptr<FindingsFormat> MakeSarifFormat();
// The report of GitLab's Code Quality.
std::unique_ptr<FindingsFormat> MakeGitlabFormat();
// Workflow commands, which GitHub shows beside the lines.
std::unique_ptr<FindingsFormat> MakeGithubFormat();

// The message with its notes and the help, a sentence a line.
std::string WholeMessage(const Diagnostic& diagnostic);
// A path as a reference in a document: relative, or `file:` when it begins at the root.
std::string UriOf(const std::string& path);

}  // namespace lq::tool
