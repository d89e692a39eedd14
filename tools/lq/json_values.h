#pragma once

#include "tools/lq/json_cutter.h"

namespace lq::tool {

// JSON values one after the other, each over as many lines as it likes.
class JsonValues : public JsonCutter {
 public:
  using JsonCutter::JsonCutter;

  LayoutProblem layout_problem() const override;

 private:
  std::size_t TakePlain(std::string_view bytes, LeadBatch& batch) override;
  void Finish(LeadBatch& batch) override;

  bool unclosed_ = false;
};

// The first line of `bytes` is a whole JSON object or list by its brackets: what follows is JSONL.
bool BeginsWithWholeLine(std::string_view line);

}  // namespace lq::tool
