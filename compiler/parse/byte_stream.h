#pragma once

#include <string_view>

#include "antlr4-runtime.h"

namespace lq::parse {

// UTF-8 text for the lexer, indexed by byte, so that a token's place is its span. The text must be
// valid UTF-8 and outlive the stream. A line end is added at the end.
class ByteStream final : public antlr4::CharStream {
 public:
  explicit ByteStream(std::string_view text) : text_(text) {}

  void consume() override;
  std::size_t LA(ssize_t i) override;
  std::size_t index() override { return at_; }
  void seek(std::size_t index) override { at_ = index; }
  std::size_t size() override { return text_.size() + 1; }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::string getSourceName() const override { return {}; }
  std::string getText(const antlr4::misc::Interval& interval) override;
  std::string toString() const override { return std::string(text_); }

 private:
  std::size_t PointAt(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace lq::parse
