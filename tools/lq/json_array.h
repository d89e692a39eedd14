#pragma once

#include <string>

#include "tools/lq/json_cutter.h"

namespace lq::tool {

// The elements of one JSON array.
class JsonArray : public JsonCutter {
 public:
  using JsonCutter::JsonCutter;
  LayoutProblem layout_problem() const override;

 private:
  enum class State { kBefore, kFirst, kElement, kBehind };

  std::size_t TakePlain(std::string_view bytes, LeadBatch& batch) override;
  std::size_t TakeInElement(std::string_view bytes, LeadBatch& batch);
  void Finish(LeadBatch& batch) override;

  State state_ = State::kBefore;
  std::string problem_;
};

}  // namespace lq::tool
