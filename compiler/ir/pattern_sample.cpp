#include "compiler/ir/pattern_sample.h"

#include <algorithm>

namespace lq::ir {
namespace {

constexpr std::size_t kMaxSamples = 8;
constexpr int kMaxDepth = 50;
constexpr std::size_t kMaxLength = 200;

using Samples = std::vector<std::string>;

void AddUpTo(Samples& samples, const Samples& more) {
  for (const std::string& sample : more) {
    if (samples.size() < kMaxSamples)
      samples.push_back(sample);
  }
}

// Each of `heads` before the tails in turn, so that every tail is seen before combinations repeat.
Samples Joined(const Samples& heads, const Samples& tails) {
  if (heads.empty() || tails.empty())
    return {};
  Samples joined;
  const std::size_t count = std::min(kMaxSamples, std::max(heads.size(), tails.size()));
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = heads[i % heads.size()] + tails[i % tails.size()];
    if (text.size() <= kMaxLength)
      joined.push_back(std::move(text));
  }
  return joined;
}

class Sampler {
 public:
  explicit Sampler(std::string_view regex) : regex_(regex) {}

  Samples Alternatives(int depth) {
    Samples samples;
    do {
      AddUpTo(samples, Sequence(depth));
    } while (Take('|'));
    return samples;
  }

 private:
  bool AtEnd() const { return at_ >= regex_.size(); }
  bool Sees(char c) const { return !AtEnd() && regex_[at_] == c; }
  bool Take(char c) {
    if (!Sees(c))
      return false;
    ++at_;
    return true;
  }

  Samples Sequence(int depth) {
    Samples samples{""};
    while (!AtEnd() && !Sees('|') && !Sees(')')) {
      samples = Joined(samples, Repeated(Atom(depth)));
    }
    return samples;
  }

  Samples Repeated(Samples atom) {
    if (Take('*') || Take('?')) {
      Take('?');
      atom.insert(atom.begin(), "");
      return atom;
    }
    if (Take('+'))
      Take('?');
    if (!Sees('{'))
      return atom;
    const std::size_t times = Count();
    Samples samples{""};
    for (std::size_t i = 0; i < std::min(times, kMaxLength); ++i)
      samples = Joined(samples, atom);
    return samples;
  }

  // `{3}`, `{3,}`, `{3,5}`: the least count; a brace that counts nothing is a character.
  std::size_t Count() {
    std::size_t times = 0;
    ++at_;
    while (!AtEnd() && regex_[at_] >= '0' && regex_[at_] <= '9' && times < kMaxLength) {
      times = times * 10 + static_cast<std::size_t>(regex_[at_++] - '0');
    }
    while (!AtEnd() && !Take('}'))
      ++at_;
    return times;
  }

  Samples Atom(int depth) {
    const char c = regex_[at_++];
    if (c == '(')
      return Group(depth);
    if (c == '[')
      return Class();
    if (c == '\\')
      return Escape();
    if (c == '.')
      return {"x", "0"};
    if (c == '^' || c == '$')
      return {""};
    std::string text(1, c);
    while (!AtEnd() && (static_cast<unsigned char>(regex_[at_]) & 0xC0) == 0x80)
      text += regex_[at_++];
    return {text};
  }

  Samples Group(int depth) {
    if (depth == kMaxDepth) {
      at_ = regex_.size();
      return {};
    }
    if (Take('?')) {
      while (!AtEnd() && !Sees(':') && !Sees('>') && !Sees(')'))
        ++at_;
      if (!Sees(')'))
        ++at_;
    }
    Samples samples = AtEnd() ? Samples{""} : Alternatives(depth + 1);
    Take(')');
    return samples;
  }

  // The first character of the class; of a negated one a character that classes seldom name.
  Samples Class() {
    const bool negated = Take('^');
    const std::size_t begin = std::min(at_, regex_.size());
    do {
      SkipClassItem();
    } while (!AtEnd() && !Sees(']'));
    const std::string_view inside = regex_.substr(begin, std::min(at_, regex_.size()) - begin);
    at_ = std::min(at_ + 1, regex_.size());
    if (negated)
      return {"x", "0", " "};
    if (inside.starts_with("\\"))
      return EscapeSamples(inside.size() > 1 ? inside[1] : 'x');
    if (inside.starts_with("[:"))
      return {"a", "0"};
    std::size_t size = 1;
    while (size < inside.size() && (static_cast<unsigned char>(inside[size]) & 0xC0) == 0x80)
      ++size;
    return {std::string(inside.substr(0, size))};
  }

  // `a`, `\d`, `[:alpha:]`
  void SkipClassItem() {
    const std::size_t named =
        !AtEnd() && regex_.substr(at_, 2) == "[:" ? regex_.find(":]", at_) : regex_.npos;
    if (named != regex_.npos) {
      at_ = named + 2;
    } else {
      at_ += Sees('\\') ? 2 : 1;
    }
  }

  Samples Escape() { return AtEnd() ? Samples{""} : EscapeSamples(regex_[at_++]); }

  static Samples EscapeSamples(char c) {
    switch (c) {
      case 'd':
        return {"0"};
      case 'w':
        return {"a", "0"};
      case 's':
        return {" "};
      case 'D':
      case 'S':
        return {"x"};
      case 'W':
        return {"-"};
      case 'b':
      case 'B':
      case 'A':
      case 'z':
        return {""};
      case 'n':
        return {"\n"};
      case 't':
        return {"\t"};
      default:
        return {std::string(1, c)};
    }
  }

  std::string_view regex_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> PatternSamples(std::string_view regex) {
  return Sampler(regex).Alternatives(0);
}

}  // namespace lq::ir
