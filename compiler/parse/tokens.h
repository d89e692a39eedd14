#pragma once

#include <string_view>
#include <vector>

#include "antlr4-runtime.h"
#include "compiler/parse/reporter.h"

namespace lq::parse {

// A token by its bytes; a million of them must fit into a few megabytes.
class LexedToken final : public antlr4::Token {
 public:
  LexedToken(std::size_t type, Span span, std::size_t index, bool begins_line)
      : type_(static_cast<std::uint16_t>(type)),
        begins_line_(begins_line),
        index_(static_cast<std::uint32_t>(index)),
        span_(span) {}

  Span span() const { return span_; }
  // Nothing but white space stands before it on its line.
  bool begins_line() const { return begins_line_; }
  void set_type(std::size_t type) { type_ = static_cast<std::uint16_t>(type); }

  std::size_t getType() const override { return type_ == kEnd ? EOF : type_; }
  std::size_t getTokenIndex() const override { return index_; }
  std::size_t getStartIndex() const override { return span_.begin; }
  std::size_t getStopIndex() const override { return span_.end; }
  std::size_t getChannel() const override { return DEFAULT_CHANNEL; }
  // The parser asks for none of these; lines and texts are found through the span.
  std::size_t getLine() const override { return 0; }
  std::size_t getCharPositionInLine() const override { return 0; }
  std::string getText() const override { return {}; }
  std::string toString() const override { return {}; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  antlr4::CharStream* getInputStream() const override { return nullptr; }

 private:
  // The end of the file, whose type is as large as a size_t gets.
  static constexpr std::uint16_t kEnd = 0xFFFF;

  std::uint16_t type_;
  bool begins_line_;
  std::uint32_t index_;
  Span span_;
};

// All tokens of a file; the last is the end of the file.
using Tokens = std::vector<LexedToken>;

// Cuts a scanned text into tokens. Characters that LQ does not use are reported and left out.
Tokens Lex(std::string_view text, Reporter& reporter);

// What the parser reads from.
class TokenVector final : public antlr4::TokenStream {
 public:
  explicit TokenVector(Tokens& tokens) : tokens_(tokens), limit_(tokens.size() - 1) {}

  // From here on the parser sees the end of the file.
  void set_limit(std::size_t index) {
    limit_ = std::min(index, tokens_.size() - 1);
    hit_limit_ = false;
  }
  void clear_limit() { limit_ = tokens_.size() - 1; }
  // The parser looked beyond a limit that is not the end of the file.
  bool hit_limit() const { return hit_limit_; }

  void consume() override { at_ += at_ < limit_ ? 1 : 0; }
  std::size_t LA(ssize_t i) override;
  antlr4::Token* LT(ssize_t k) override;
  antlr4::Token* get(std::size_t index) const override { return &tokens_[index]; }
  std::size_t index() override { return at_; }
  void seek(std::size_t index) override { at_ = std::min(index, tokens_.size() - 1); }
  std::size_t size() override { return tokens_.size(); }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::string getSourceName() const override { return {}; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }

 private:
  Tokens& tokens_;
  std::size_t limit_;
  bool hit_limit_ = false;
  std::size_t at_ = 0;
};

// The token of a rule's tree: all of them come from Lex.
inline const LexedToken& Lexed(const antlr4::Token& token) {
  return static_cast<const LexedToken&>(token);
}

}  // namespace lq::parse
