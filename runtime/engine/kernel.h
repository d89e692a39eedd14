#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lq::engine {

// What an engine does for an ordinary lead, as plain data: bit rows by field, and tables from their
// bits to a verdict. Tier 0 runs them as they are; native code is made from them. At most 64 bits:
// of rules first, then of evidence, then of guards.

struct RowTables {
  // Rows of a field, a row a code, the last for no value: first those of the conditions that hold,
  // then those of the conditions that are open. In `pool`.
  struct Entries {
    std::size_t first = 0;
    std::uint32_t count = 0;
  };
  // A byte of a lead's row is the code.
  struct Byte {
    // Of the schema.
    std::uint32_t field = 0;
    // In a lead's row.
    std::uint32_t offset = 0;
    Entries entries;
  };
  // Two bytes of a lead's row are the place of the code in `codes`.
  struct Short {
    std::uint32_t field = 0;
    std::uint32_t offset = 0;
    // How many values the field's type has.
    std::uint32_t values = 0;
    std::size_t codes = 0;
    Entries entries;
  };
  // Four or eight bytes of a lead's row: the code is how many starts are at most the number there.
  // Unused starts are the greatest number.
  static constexpr std::size_t kSteps = 4;
  struct Stepped {
    std::uint32_t field = 0;
    std::uint32_t offset = 0;
    // What stands there for no value.
    std::int64_t none = 0;
    std::array<std::int64_t, kSteps> starts{};
    Entries entries;
  };

  std::vector<Byte> bytes;
  std::vector<Short> shorts;
  std::vector<Stepped> words;
  std::vector<Stepped> wides;
  std::vector<std::uint64_t> pool;
  std::vector<std::uint16_t> codes;
};

struct WinnerTables {
  // All there is to say when a rule's bit is the first that holds.
  struct Winner {
    std::uint32_t outcome = 0;
    // Thousandths of a point.
    std::int32_t strength = 0;
    // Per mille.
    std::int32_t needs = 0;
    // Its outcome's evidence, and where that begins.
    std::uint64_t evidence = 0;
    std::uint32_t shift = 0;
    // Of the confidence without any evidence in `confidences`; others follow by the evidence's
    // bits.
    std::uint32_t first = 0;
    // Guards that may hold it back.
    std::uint64_t guards = 0;
  };

  struct Outcome {
    // Bits of its rules, and of the rules of stronger outcomes.
    std::uint64_t rules = 0;
    std::uint64_t stronger = 0;
    // Bits of guards that may speak when it is proposed.
    std::uint64_t guards = 0;
    // Its evidence: its bits, where they begin, those that raise the sum where they hold, and the
    // others.
    std::uint64_t evidence = 0;
    std::uint32_t shift = 0;
    std::uint64_t raising = 0;
    std::uint64_t lowering = 0;
    // Per mille.
    std::int32_t needs = 0;
  };

  // As the plan has them.
  std::vector<Outcome> outcomes;
  std::uint64_t rules = 0;
  // Bits of rules of which it is assumed that they hold, or do not, where their condition is open.
  std::uint64_t assume_yes = 0;
  std::uint64_t assume_no = 0;
  // Bits that no table knows: of rules and evidence with residual literals; of rules that others
  // override, and of rows of tables where the first hit counts.
  std::uint64_t residual = 0;
  std::uint64_t entangled = 0;
  // By bit of a rule; at 64: `otherwise`.
  std::array<Winner, 65> winners{};
  // Per mille.
  std::vector<std::int16_t> confidences;

  // Every bit that is looked at.
  std::uint64_t Used() const {
    std::uint64_t used = rules;
    for (const Winner& winner : winners)
      used |= winner.evidence | winner.guards;
    return used;
  }
};

// Of a lead's bits, as narrow as they may be: 2, 4 or 8. `used`: every bit there is.
constexpr unsigned FiredBytes(std::uint64_t used) {
  return used >> 16 == 0 ? 2 : used >> 32 == 0 ? 4 : 8;
}

struct Kernel {
  const RowTables& rows;
  const WinnerTables& winners;
  // Bits that the toggles' defaults leave.
  std::uint64_t start = 0;
  // A bit a field that is looked at, as a row's bits for no value.
  const std::vector<std::uint64_t>& looked_at;
};

}  // namespace lq::engine
