#pragma once

#include "tools/lq/input_file.h"
#include "tools/lq/lead_feed.h"

namespace lq::tool {

// The elements of one JSON array. Cuts by brackets, commas and quotes alone: whether an element is
// JSON at all is for its reader to say.
class JsonArray : public LeadFeed {
 public:
  explicit JsonArray(InputFile& file) : file_(file) {}
  void Next(LeadBatch& batch) override;
  LayoutProblem layout_problem() const override;

 private:
  enum class State { kBefore, kFirst, kElement, kText, kEscape, kBehind };

  // Each takes some of `bytes`, at least one, and returns how many.
  std::size_t Take(std::string_view bytes, LeadBatch& batch);
  std::size_t TakeInElement(std::string_view bytes, LeadBatch& batch);
  std::size_t TakeInText(std::string_view bytes, LeadBatch& batch);
  void EndElement(LeadBatch& batch);
  void FinishInput(LeadBatch& batch);

  InputFile& file_;
  State state_ = State::kBefore;
  // Brackets and braces that are open within the element.
  std::size_t depth_ = 0;
  std::string problem_;
};

}  // namespace lq::tool
