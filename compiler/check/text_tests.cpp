#include "compiler/check/text_tests.h"

#include <algorithm>

#include "compiler/ir/pattern_sample.h"
#include "runtime/value/address.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

// How many pieces are combined with each other: the work grows with the square.
constexpr std::size_t kMaxPieces = 48;

std::string OtherCase(std::string text) {
  for (char& c : text) {
    const bool lower = c >= 'a' && c <= 'z';
    const bool upper = c >= 'A' && c <= 'Z';
    if (lower || upper)
      c = static_cast<char>(c ^ 0x20);
  }
  return text;
}

// Texts around which a text that passes the test can be made.
std::vector<std::string> PiecesOf(const TextTest& test) {
  if (test.op == ir::TestOp::kMatches)
    return ir::PatternSamples(test.regex);
  std::vector<std::string> pieces = test.texts;
  if (test.ignoring_case) {
    for (const std::string& text : test.texts)
      pieces.push_back(OtherCase(text));
  }
  return pieces;
}

// How a piece becomes a text of the type, when it is none yet.
std::vector<std::string> Shapes(TypeKind kind, const std::string& piece) {
  if (kind == TypeKind::kEmail) {
    return {piece,        "a" + piece,   piece + "@a.example",      piece + "a@a.example",
            "a@" + piece, "a@a" + piece, "a@" + piece + ".example", "a@a." + piece};
  }
  if (kind == TypeKind::kDomain) {
    return {piece, "a" + piece, "a." + piece, piece + ".example", piece + "a.example"};
  }
  if (kind == TypeKind::kPhone) {
    return {piece, "+" + piece, "+1234" + piece, piece + "1234567", "+" + piece + "1234567"};
  }
  return {piece};
}

bool IsTextOf(const Type& type, const std::string& text) {
  if (text.empty() || (type.max_length != 0 && CountCodePoints(text) > type.max_length))
    return false;
  Arena arena;
  if (type.kind == TypeKind::kEmail)
    return NormalizeEmail(text, arena) == text;
  if (type.kind == TypeKind::kDomain)
    return NormalizeDomain(text, arena) == text;
  if (type.kind == TypeKind::kPhone)
    return NormalizePhone(text, arena) == text;
  return NormalizeNfc(text, arena) == text;
}

// Texts that nobody tests for.
std::vector<std::string> PlainPieces(TypeKind kind) {
  std::vector<std::string> pieces;
  const bool phone = kind == TypeKind::kPhone;
  for (char c = phone ? '1' : 'a'; c <= (phone ? '9' : 'z'); ++c) {
    pieces.push_back(phone ? std::string("+") + c + std::string(8, c) : std::string(1, c));
  }
  if (phone)
    return pieces;
  for (char c = '0'; c <= '9'; ++c)
    pieces.push_back(std::string(1, c));
  return pieces;
}

// The texts one after the other, with what the first ends and the second begins with once.
std::string Merged(const std::string& first, const std::string& second) {
  std::size_t shared = std::min(first.size(), second.size());
  while (!first.ends_with(second.substr(0, shared)))
    --shared;
  return first + second.substr(shared);
}

class WitnessMaker {
 public:
  explicit WitnessMaker(const Type& type) : type_(type) {}

  void Add(const std::string& piece) {
    for (std::string& text : Shapes(type_.kind, piece)) {
      if (IsTextOf(type_, text))
        texts_.push_back(std::move(text));
    }
  }

  std::vector<std::string> Take() {
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
    return std::move(texts_);
  }

 private:
  const Type& type_;
  std::vector<std::string> texts_;
};

}  // namespace

TextTest MakePatternTest(std::string regex, bool ignoring_case) {
  RE2::Options options(RE2::Quiet);
  options.set_case_sensitive(!ignoring_case);
  TextTest test{ir::TestOp::kMatches, ignoring_case, {}, std::move(regex), nullptr};
  test.pattern = std::make_shared<const RE2>(test.regex, options);
  return test;
}

bool Passes(const TextTest& test, std::string_view text) {
  if (test.op == ir::TestOp::kMatches)
    return RE2::FullMatch(text, *test.pattern);
  const std::string folded = test.ignoring_case ? FoldCase(text) : std::string(text);
  const auto passes = [&](const std::string& constant) {
    if (test.op == ir::TestOp::kContains)
      return folded.find(constant) != std::string::npos;
    if (test.op == ir::TestOp::kStartsWith)
      return folded.starts_with(constant);
    if (test.op == ir::TestOp::kEndsWith)
      return folded.ends_with(constant);
    return folded == constant;
  };
  return std::any_of(test.texts.begin(), test.texts.end(), passes);
}

std::vector<std::string> WitnessTexts(const Type& type, const std::vector<TextTest>& tests) {
  WitnessMaker maker(type);
  std::vector<std::string> pieces;
  for (const TextTest& test : tests) {
    for (std::string& piece : PiecesOf(test)) {
      maker.Add(piece);
      if (!test.exact())
        pieces.push_back(std::move(piece));
    }
  }
  if (pieces.size() > kMaxPieces)
    pieces.resize(kMaxPieces);
  for (const std::string& first : pieces) {
    for (const std::string& second : pieces) {
      maker.Add(first + second);
      maker.Add(Merged(first, second));
    }
  }
  for (const std::string& piece : PlainPieces(type.kind))
    maker.Add(piece);
  return maker.Take();
}

}  // namespace lq::check
