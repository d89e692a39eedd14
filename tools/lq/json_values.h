#pragma once

#include "tools/lq/input_file.h"
#include "tools/lq/lead_feed.h"

namespace lq::tool {

// JSON values one after the other, each over as many lines as it likes. Cuts by brackets and quotes
// alone: whether a value is JSON at all is for its reader to say.
class JsonValues : public LeadFeed {
 public:
  explicit JsonValues(InputFile& file) : file_(file) {}
  void Next(LeadBatch& batch) override;

 private:
  enum class State { kOutside, kValue, kText, kEscape };

  // Takes some of `bytes`, at least one, and returns how many.
  std::size_t Take(std::string_view bytes, LeadBatch& batch);
  std::size_t TakeOutside(std::string_view bytes);
  std::size_t TakeInValue(std::string_view bytes, LeadBatch& batch);
  std::size_t TakeInText(std::string_view bytes, LeadBatch& batch);
  void EndValue(LeadBatch& batch);

  InputFile& file_;
  State state_ = State::kOutside;
  // Brackets and braces that are open within the value.
  std::size_t depth_ = 0;
};

// The first line of `bytes` is a whole JSON object or list by its brackets: what follows is JSONL.
bool BeginsWithWholeLine(std::string_view line);

}  // namespace lq::tool
