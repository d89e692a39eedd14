#pragma once

#include "tools/lq/input_file.h"
#include "tools/lq/lead_feed.h"

namespace lq::tool {

// Cuts JSON values out of a file by brackets and quotes alone: whether a value is JSON at all is
// for its reader to say. What stands between the values is for the layout.
class JsonCutter : public LeadFeed {
 public:
  explicit JsonCutter(InputFile& file) : file_(file) {}
  void Next(LeadBatch& batch) override;

 protected:
  // Takes some of `bytes`, which begin outside of a text, and returns how many: none only when the
  // layout changed its state.
  virtual std::size_t TakePlain(std::string_view bytes, LeadBatch& batch) = 0;
  // The file ends.
  virtual void Finish(LeadBatch& batch) = 0;

  // Appends the byte, a quote or a bracket, and keeps count of what is open.
  void TakeMark(std::string_view byte, LeadBatch& batch);
  void EndValue(LeadBatch& batch);
  // Brackets and braces that are open within the value.
  std::size_t depth() const { return depth_; }

 private:
  enum class Text { kOutside, kInside, kEscape };

  std::size_t TakeText(std::string_view bytes, LeadBatch& batch);

  InputFile& file_;
  Text text_ = Text::kOutside;
  std::size_t depth_ = 0;
};

// White space of JSON.
bool IsJsonSpace(char byte);

}  // namespace lq::tool
