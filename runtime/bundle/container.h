#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/bundle/bundle.h"

namespace lq::bundle {

// A part of the file, its bytes 8-byte aligned.
struct Section {
  std::uint32_t number = 0;
  // A reader that does not know it cannot use the file.
  bool needed = false;
  std::string_view bytes;
};

// What stands around the sections: the header with its checksum, and the table of sections.
struct Container {
  std::uint64_t checksum = 0;
  // By number.
  std::vector<Section> sections;

  // Null when there is none.
  const Section* Find(std::uint32_t number) const;
};

// `sections` are ordered by number.
std::string PackSections(const std::vector<Section>& sections);

// False, with the problem, when the bytes are no whole bundle of a known format. The sections point
// into `bytes`.
bool UnpackSections(std::string_view bytes, Container& container, Problem& problem);

// Gives bytes the checksum that belongs to them: for tests that change bundles.
void Seal(std::string& bytes);

}  // namespace lq::bundle
