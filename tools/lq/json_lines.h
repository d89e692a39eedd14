#pragma once

#include "tools/lq/input_file.h"
#include "tools/lq/lead_feed.h"

namespace lq::tool {

// One lead a line; blank lines are no leads.
class JsonLines : public LeadFeed {
 public:
  explicit JsonLines(InputFile& file) : file_(file) {}
  void Next(LeadBatch& batch) override;

 private:
  // Appends the first line of `bytes` to the batch; returns what is left behind it.
  std::string_view TakeLine(std::string_view bytes, LeadBatch& batch);
  void EndLine(LeadBatch& batch);

  InputFile& file_;
  // The line that is being read has something in it.
  bool inked_ = false;
};

}  // namespace lq::tool
