#include "compiler/parse/byte_stream.h"

namespace lq::parse {
namespace {

std::size_t LengthByLead(unsigned char lead) {
  if (lead < 0x80)
    return 1;
  if (lead < 0xE0)
    return 2;
  return lead < 0xF0 ? 3 : 4;
}

}  // namespace

void ByteStream::consume() {
  at_ += at_ < text_.size() ? LengthByLead(static_cast<unsigned char>(text_[at_])) : 1;
}

std::size_t ByteStream::LA(ssize_t i) {
  if (i == 1)
    return PointAt(at_);
  std::size_t at = at_;
  if (i < 0) {
    for (; i < 0; ++i) {
      if (at == 0)
        return EOF;
      do {
        --at;
      } while (at > 0 && at < text_.size() &&
               (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
    }
    return PointAt(at);
  }
  for (; i > 1 && at < text_.size(); --i)
    at += LengthByLead(static_cast<unsigned char>(text_[at]));
  return PointAt(at + static_cast<std::size_t>(i - 1));
}

std::size_t ByteStream::PointAt(std::size_t at) const {
  if (at == text_.size())
    return '\n';
  if (at > text_.size())
    return EOF;
  const auto lead = static_cast<unsigned char>(text_[at]);
  if (lead < 0x80)
    return lead;
  const std::size_t length = LengthByLead(lead);
  std::size_t point = lead & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) {
    point = point << 6U | (static_cast<unsigned char>(text_[at + k]) & 0x3FU);
  }
  return point;
}

std::string ByteStream::getText(const antlr4::misc::Interval& interval) {
  const auto begin = static_cast<std::size_t>(std::max<ssize_t>(0, interval.a));
  if (begin >= text_.size() || interval.b < interval.a)
    return {};
  return std::string(text_.substr(begin, static_cast<std::size_t>(interval.b - interval.a + 1)));
}

}  // namespace lq::parse
