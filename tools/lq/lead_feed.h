#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lq::tool {

// Some leads as bytes, one after the other.
class LeadBatch {
 public:
  void Clear();
  // Of a text that grows too large only so much is kept that a reader sees it.
  void Append(std::string_view bytes);
  void AppendWhole(std::string_view bytes) { bytes_.append(bytes); }
  // What was appended since the last call is one lead.
  void EndLead() { ends_.push_back(bytes_.size()); }
  // Bytes of the lead that is being appended.
  std::size_t open_size() const { return bytes_.size() - (ends_.empty() ? 0 : ends_.back()); }

  std::size_t size() const { return ends_.size(); }
  std::string_view lead(std::size_t index) const;
  // Enough for one go.
  bool full() const { return ends_.size() >= kMostLeads || bytes_.size() >= kManyBytes; }

  // Number of the first lead within the file, from 1.
  std::uint64_t first_number = 1;

 private:
  static constexpr std::size_t kMostLeads = 512;
  static constexpr std::size_t kManyBytes = 1 << 18;
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

struct LayoutProblem {
  // "is not one JSON array: it is not closed"
  std::string what;
  std::string help;
};

// A file of leads, cut into leads. A text over 1 MiB is kept only so far that a reader sees it is
// too large.
class LeadFeed {
 public:
  virtual ~LeadFeed() = default;
  // The next leads; an empty batch at the end.
  virtual void Next(LeadBatch& batch) = 0;
  // What is wrong with the whole, beside its leads; empty when nothing is.
  virtual LayoutProblem layout_problem() const { return {}; }
};

// Bytes of one lead's text that are kept at most: one more than intake accepts.
inline constexpr std::size_t kMostLeadBytes = (std::size_t{1} << 20) + 1;

}  // namespace lq::tool
