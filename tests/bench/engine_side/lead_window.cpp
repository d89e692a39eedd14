#include "tests/bench/engine_side/lead_window.h"

#include <cstdlib>

#include <fmt/format.h>

namespace lq::bench {
namespace {

constexpr std::size_t kPadding = 64;

}  // namespace

LeadWindow::LeadWindow(MeasuredEngine& engine, std::vector<std::string> pool, std::size_t size)
    : engine_(engine), pool_(std::move(pool)), parsed_(size), texts_(size) {
  Fill(0);
}

void LeadWindow::Fill(std::size_t number) {
  first_ = number % count() * size();
  buffer_.clear();
  for (std::size_t i = 0; i < size(); ++i)
    buffer_ += pool_[first_ + i] + "\n";
  buffer_.append(kPadding, ' ');
  const plan::RowLayout& layout = engine_.engine().layout();
  rows_.resize(size() * layout.words());
  std::size_t start = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const std::size_t length = pool_[first_ + i].size();
    texts_[i] = std::string_view(buffer_).substr(start, length);
    start += length + 1;
    if (!engine_.Read(texts_[i], parsed_[i]) ||
        !layout.Fill(parsed_[i].fields, &rows_[i * layout.words()])) {
      fmt::print(stderr, "a generated lead was rejected, or is no row: {}\n", texts_[i]);
      std::exit(1);
    }
  }
}

}  // namespace lq::bench
