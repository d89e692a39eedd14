#include "tests/support/bundle/mutate_bundle.h"

#include <algorithm>
#include <array>

#include "runtime/bundle/container.h"
#include "runtime/bundle/little_endian.h"

namespace lq::test {
namespace {

using bundle::LoadLittle;
using bundle::StoreLittle;
using Random = std::mt19937_64;

// As container.cpp lays the file out.
constexpr std::size_t kTable = 32;
constexpr std::size_t kRow = 24;
constexpr std::size_t kCount = 12;
constexpr std::size_t kSize = 24;

std::size_t Below(Random& random, std::size_t count) { return random() % count; }

std::size_t Place(const std::string& bytes, Random& random) { return Below(random, bytes.size()); }

void TurnBit(std::string& bytes, Random& random) {
  bytes[Place(bytes, random)] ^= static_cast<char>(1 << Below(random, 8));
}

void PutIn(std::string& bytes, Random& random) {
  bytes.insert(Place(bytes, random), 1 + Below(random, 16), static_cast<char>(Below(random, 256)));
}

void TakeOut(std::string& bytes, Random& random) {
  bytes.erase(Place(bytes, random), 1 + Below(random, 16));
}

void CutOff(std::string& bytes, Random& random) { bytes.resize(Place(bytes, random)); }

// With a number that something may stumble over, or one near what is there, or one from elsewhere.
void OverwriteNumber(std::string& bytes, Random& random) {
  constexpr std::array<std::uint32_t, 10> kNumbers = {
      0, 1, 2, 64, 4096, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 0x01010101};
  if (bytes.size() < sizeof(std::uint32_t))
    return;
  const auto at = [&] { return &bytes[Below(random, bytes.size() - 3)]; };
  char* const place = at();
  const auto old = LoadLittle<std::uint32_t>(place);
  const auto step = static_cast<std::uint32_t>(Below(random, 3)) + 1;
  switch (Below(random, 4)) {
    case 0:
      return StoreLittle(kNumbers[Below(random, kNumbers.size())], place);
    case 1:
      return StoreLittle(LoadLittle<std::uint32_t>(at()), place);
    case 2:
      return StoreLittle(old + step, place);
    default:
      return StoreLittle(old - step, place);
  }
}

// Of two rows of the table of sections, the places and sizes.
void ExchangeSections(std::string& bytes, Random& random) {
  const std::size_t count = bytes.size() < kTable ? 0 : LoadLittle<std::uint32_t>(&bytes[kCount]);
  if (count < 2 || count > 64 || bytes.size() < kTable + count * kRow)
    return;
  const auto row = [&] {
    return bytes.begin() + static_cast<std::ptrdiff_t>(kTable + Below(random, count) * kRow + 8);
  };
  const auto a = row();
  std::swap_ranges(a, a + 16, row());
}

}  // namespace

std::string Mutate(std::string bytes, Random& random) {
  constexpr std::array kWays = {TurnBit,         TurnBit,         PutIn,
                                TakeOut,         CutOff,          OverwriteNumber,
                                OverwriteNumber, OverwriteNumber, ExchangeSections};
  for (std::uint64_t i = 1 + Below(random, 4); i > 0 && !bytes.empty(); --i)
    kWays[Below(random, kWays.size())](bytes, random);
  if (Below(random, 2) == 0 && bytes.size() >= kTable) {
    StoreLittle<std::uint64_t>(bytes.size(), &bytes[kSize]);
    bundle::Seal(bytes);
  }
  return bytes;
}

}  // namespace lq::test
