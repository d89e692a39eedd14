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
  enum class State { kBefore, kFirst, kElement, kBehindElement, kBehindComma, kBehind };

  std::size_t TakePlain(std::string_view bytes, LeadBatch& batch) override;
  std::size_t TakeInElement(std::string_view bytes, LeadBatch& batch);
  std::size_t BeginElement(char byte);
  std::size_t TakeSeparator(char byte);
  void EndElement(LeadBatch& batch);
  void Finish(LeadBatch& batch) override;
  // The first problem is kept.
  void Note(std::string problem);

  State state_ = State::kBefore;
  std::uint64_t elements_ = 0;
  std::string problem_;
};

}  // namespace lq::tool
