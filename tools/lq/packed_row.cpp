#include "tools/lq/packed_row.h"

#include <cstring>

namespace lq::tool {
namespace {

// What stands before the sizes of the cells and their bytes.
struct PackedHead {
  std::uint64_t line = 0;
  std::uint64_t last_line = 0;
  std::uint64_t offset = 0;
  std::uint64_t width = 0;
  std::uint64_t cells = 0;
  CsvProblem problem = CsvProblem::kNone;
};

template <typename T>
void AppendRaw(const T& value, std::string& bytes) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

template <typename T>
T TakeRaw(std::string_view& bytes) {
  T value;
  std::memcpy(&value, bytes.data(), sizeof(value));
  bytes.remove_prefix(sizeof(value));
  return value;
}

}  // namespace

void PackRow(const CsvRow& row, std::string& bytes) {
  AppendRaw(
      PackedHead{row.line, row.last_line, row.offset, row.width, row.cells.size(), row.problem},
      bytes);
  for (const std::string_view cell : row.cells) {
    AppendRaw(static_cast<std::uint32_t>(cell.size()), bytes);
    bytes.append(cell);
  }
}

CsvRow UnpackRow(std::string_view bytes, std::vector<std::string_view>& cells) {
  const auto head = TakeRaw<PackedHead>(bytes);
  cells.clear();
  for (std::uint64_t i = 0; i < head.cells; ++i) {
    const auto size = TakeRaw<std::uint32_t>(bytes);
    cells.push_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  CsvRow row;
  row.line = head.line;
  row.last_line = head.last_line;
  row.offset = head.offset;
  row.width = head.width;
  row.problem = head.problem;
  row.cells = cells;
  return row;
}

}  // namespace lq::tool
