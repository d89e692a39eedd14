#include "compiler/base/source.h"

#include <algorithm>

namespace lq {
namespace {

std::vector<std::uint32_t> FindLineStarts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

bool BeginsCodePoint(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

FileId SourceMap::Add(std::string path, std::string text) {
  std::vector<std::uint32_t> starts = FindLineStarts(text);
  files_.push_back({std::move(path), std::move(text), std::move(starts)});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceMap::Text(Span span) const {
  std::string_view text = files_[span.file].text;
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

LineColumn SourceMap::Locate(FileId file, std::uint32_t offset) const {
  const SourceFile& source = files_[file];
  const auto at = std::min<std::size_t>(offset, source.text.size());
  const auto next = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), at);
  const std::size_t start = *(next - 1);
  const auto before = std::string_view(source.text).substr(start, at - start);
  const auto points = std::count_if(before.begin(), before.end(), BeginsCodePoint);
  return {static_cast<std::uint32_t>(next - source.line_starts.begin()),
          static_cast<std::uint32_t>(points + 1)};
}

std::string_view SourceMap::Line(FileId file, std::uint32_t line) const {
  const SourceFile& source = files_[file];
  if (line == 0 || line > source.line_starts.size())
    return {};
  const std::size_t begin = source.line_starts[line - 1];
  const std::size_t end =
      line < source.line_starts.size() ? source.line_starts[line] - 1 : source.text.size();
  std::string_view text = std::string_view(source.text).substr(begin, end - begin);
  if (text.ends_with('\r'))
    text.remove_suffix(1);
  return text;
}

}  // namespace lq
