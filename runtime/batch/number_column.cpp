#include "runtime/batch/number_column.h"

#include <algorithm>

#include "runtime/value/number.h"

namespace lq::batch {
namespace {

// Whether the numbers of the column, times a power of ten, are those of the type.
bool CountAlike(const ArrowType& column, TypeKind kind) {
  switch (column.kind) {
    case ArrowKind::kInteger:
      return kind == TypeKind::kInteger || kind == TypeKind::kDecimal || kind == TypeKind::kMoney ||
             kind == TypeKind::kPercent;
    case ArrowKind::kDate:
      return kind == TypeKind::kDate && column.width == 4;
    case ArrowKind::kTimestamp:
      return kind == TypeKind::kInstant && column.places == kMillisecondPlaces;
    case ArrowKind::kNull:
    case ArrowKind::kBool:
    case ArrowKind::kFloat:
    case ArrowKind::kDecimal:
    case ArrowKind::kText:
    case ArrowKind::kTextView:
    case ArrowKind::kList:
    case ArrowKind::kStruct:
      break;
  }
  return false;
}

// By a divisor above zero.
std::int64_t DivideDown(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

std::int64_t DivideUp(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
}

template <typename T>
void TakeOf(const ArrayView& view, const NumberColumn& column, std::int64_t first,
            std::size_t count, const RowBits& valid, std::int64_t* numbers, RowBits& known,
            RowBits& doubtful) {
  for (std::size_t word = 0; word * 64 < count; ++word) {
    std::uint64_t fits = 0;
    const std::size_t end = std::min<std::size_t>(64, count - word * 64);
    for (std::size_t bit = 0; bit < end; ++bit) {
      const std::size_t row = word * 64 + bit;
      const auto number =
          static_cast<std::int64_t>(view.At<T>(first + static_cast<std::int64_t>(row)));
      const bool is_value = number >= column.low && number <= column.high;
      fits |= static_cast<std::uint64_t>(is_value) << bit;
      // What is no value may overflow, and is never looked at.
      numbers[row] = static_cast<std::int64_t>(static_cast<std::uint64_t>(number) *
                                               static_cast<std::uint64_t>(column.factor));
    }
    known[word] = valid[word] & fits;
    doubtful[word] = valid[word] & ~fits;
  }
}

}  // namespace

std::optional<NumberColumn> NumbersOf(const ArrayView& view, const Type& type) {
  const ArrowType& arrow = view.type();
  if (!CountAlike(arrow, type.kind))
    return std::nullopt;
  NumberColumn column;
  column.factor = arrow.kind == ArrowKind::kInteger ? PowerOfTen(type.places) : 1;
  column.low = DivideUp(type.low, column.factor);
  column.high = DivideDown(type.high, column.factor);
  // Those beyond 63 bits would count as negative.
  if (!arrow.is_signed && arrow.width == 8)
    column.low = std::max<std::int64_t>(column.low, 0);
  return column;
}

void TakeNumbers(const ArrayView& view, const NumberColumn& column, std::int64_t first,
                 std::size_t count, const RowBits& valid, std::int64_t* numbers, RowBits& known,
                 RowBits& doubtful) {
  const auto take = [&]<typename T>(T) {
    TakeOf<T>(view, column, first, count, valid, numbers, known, doubtful);
  };
  const bool is_signed = view.type().is_signed;
  switch (view.type().width) {
    case 1:
      return is_signed ? take(std::int8_t{}) : take(std::uint8_t{});
    case 2:
      return is_signed ? take(std::int16_t{}) : take(std::uint16_t{});
    case 4:
      return is_signed ? take(std::int32_t{}) : take(std::uint32_t{});
    default:
      return take(std::int64_t{});
  }
}

}  // namespace lq::batch
