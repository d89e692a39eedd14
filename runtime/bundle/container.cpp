#include "runtime/bundle/container.h"

#include <algorithm>

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "runtime/bundle/little_endian.h"

namespace lq::bundle {
namespace {

// As of PNG files: no text, and a copy that changed ends of lines is seen at once.
constexpr std::string_view kMagic = "\x89LQB\r\n\x1A\n";
constexpr std::size_t kAlign = 8;

// The header: magic, format version, count of sections, checksum, size of the file.
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kCountAt = 12;
constexpr std::size_t kChecksumAt = 16;
constexpr std::size_t kSizeAt = 24;
constexpr std::size_t kHeaderSize = 32;
// A row of the table: number, flags, offset, size.
constexpr std::size_t kRowSize = 24;
constexpr std::uint32_t kNeeded = 1;
// More than there will ever be.
constexpr std::uint32_t kMostSections = 256;
// So that a bundle's things can be counted in 32 bits.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

std::size_t Aligned(std::size_t size) { return (size + kAlign - 1) / kAlign * kAlign; }

// XXH3 over all of the file but the checksum's own eight bytes.
std::uint64_t ChecksumOf(std::string_view bytes) {
  const std::uint64_t before = XXH3_64bits(bytes.data(), kChecksumAt);
  return XXH3_64bits_withSeed(bytes.data() + kSizeAt, bytes.size() - kSizeAt, before);
}

bool Damaged(Problem& problem, std::string text) {
  problem = {Problem::Kind::kDamaged, std::move(text)};
  return false;
}

bool CheckHeader(std::string_view bytes, Problem& problem) {
  if (bytes.empty()) {
    problem = {Problem::Kind::kForeign, "it is empty"};
    return false;
  }
  const std::string_view begin = bytes.substr(0, kMagic.size());
  if (begin != kMagic.substr(0, begin.size())) {
    problem = {Problem::Kind::kForeign, "it does not begin as bundles do"};
    return false;
  }
  if (bytes.size() > kMostBytes)
    return Damaged(problem, "it is larger than 1 GiB");
  if (bytes.size() < kHeaderSize)
    return Damaged(problem, fmt::format("it is cut off after {} bytes", bytes.size()));
  const auto version = LoadLittle<std::uint32_t>(&bytes[kVersionAt]);
  if (version > kFormatVersion) {
    problem = {Problem::Kind::kNewer,
               fmt::format("it is of format {}, and this reader knows formats up to {}", version,
                           kFormatVersion)};
    return false;
  }
  const auto size = LoadLittle<std::uint64_t>(&bytes[kSizeAt]);
  if (bytes.size() < size) {
    return Damaged(problem,
                   fmt::format("it is cut off: {} of {} bytes are there", bytes.size(), size));
  }
  if (version == 0 || bytes.size() != size ||
      LoadLittle<std::uint64_t>(&bytes[kChecksumAt]) != ChecksumOf(bytes)) {
    return Damaged(problem, "its bytes are not those that were written: the checksum differs");
  }
  return true;
}

// Sections follow each other in the order of their numbers, with zeros up to the next multiple of
// eight.
bool ReadRow(std::string_view bytes, std::size_t at, std::size_t& end, Container& container) {
  const auto number = LoadLittle<std::uint32_t>(&bytes[at]);
  const auto flags = LoadLittle<std::uint32_t>(&bytes[at + 4]);
  const auto offset = LoadLittle<std::uint64_t>(&bytes[at + 8]);
  const auto size = LoadLittle<std::uint64_t>(&bytes[at + 16]);
  const bool first = container.sections.empty();
  if (flags > kNeeded || (!first && container.sections.back().number >= number))
    return false;
  if (offset != end || size > bytes.size() - offset || Aligned(size) > bytes.size() - offset)
    return false;
  end = offset + Aligned(size);
  const std::string_view padding = bytes.substr(offset + size, end - offset - size);
  container.sections.push_back({number, flags == kNeeded, bytes.substr(offset, size)});
  return padding.find_first_not_of('\0') == std::string_view::npos;
}

}  // namespace

const Section* Container::Find(std::uint32_t number) const {
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const Section& section) { return section.number == number; });
  return found == sections.end() ? nullptr : &*found;
}

std::string PackSections(const std::vector<Section>& sections) {
  std::string bytes(kHeaderSize + sections.size() * kRowSize, '\0');
  kMagic.copy(bytes.data(), kMagic.size());
  StoreLittle(kFormatVersion, &bytes[kVersionAt]);
  StoreLittle(static_cast<std::uint32_t>(sections.size()), &bytes[kCountAt]);
  std::size_t row = kHeaderSize;
  for (const Section& section : sections) {
    StoreLittle(section.number, &bytes[row]);
    StoreLittle<std::uint32_t>(section.needed ? kNeeded : 0, &bytes[row + 4]);
    StoreLittle<std::uint64_t>(bytes.size(), &bytes[row + 8]);
    StoreLittle<std::uint64_t>(section.bytes.size(), &bytes[row + 16]);
    bytes += section.bytes;
    bytes.resize(Aligned(bytes.size()), '\0');
    row += kRowSize;
  }
  StoreLittle<std::uint64_t>(bytes.size(), &bytes[kSizeAt]);
  Seal(bytes);
  return bytes;
}

void Seal(std::string& bytes) {
  if (bytes.size() >= kHeaderSize)
    StoreLittle(ChecksumOf(bytes), &bytes[kChecksumAt]);
}

bool UnpackSections(std::string_view bytes, Container& container, Problem& problem) {
  if (!CheckHeader(bytes, problem))
    return false;
  container.checksum = LoadLittle<std::uint64_t>(&bytes[kChecksumAt]);
  const auto count = LoadLittle<std::uint32_t>(&bytes[kCountAt]);
  if (count > kMostSections || kHeaderSize + count * kRowSize > bytes.size())
    return Damaged(problem, fmt::format("it says that it has {} sections", count));
  std::size_t end = kHeaderSize + count * kRowSize;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!ReadRow(bytes, kHeaderSize + i * kRowSize, end, container))
      return Damaged(problem, fmt::format("row {} of its table of sections is wrong", i + 1));
  }
  return end == bytes.size() || Damaged(problem, "bytes stand behind its last section");
}

}  // namespace lq::bundle
