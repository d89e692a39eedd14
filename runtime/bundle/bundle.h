#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/plan/plan.h"

// Bundles (.lqb): a decision plan as bytes that are the same wherever and whenever they are
// written, and that a service reads without a compiler. docs/bundles.md describes the format.
namespace lq {

namespace bundle {

// The format that is written, and the newest one that is read.
inline constexpr std::uint32_t kFormatVersion = 1;

// Where something of the policy stands in its text.
struct SourcePlace {
  enum class Of : std::uint8_t {
    kRule,
    kRulesTableRow,
    kEvidence,
    kGuard,
    kScore,
    kTable,
    kTableRow,
    kLookup,
    kDerived,
  };
  Of of = Of::kRule;
  std::string name;
  // Of a row, from 1; else 0.
  std::uint32_t row = 0;
  // Within the package.
  std::string file;
  // From 1.
  std::uint32_t line = 0;
};

// Machine code that finds the plan's verdicts on some processors. Nothing here looks into it or
// runs it: whoever does trusts who wrote the bundle.
struct NativePart {
  // "x86-64-v3", or what one machine's processor is.
  std::string processor;
  // What the code was made from: it is right for no other kernel.
  std::string kernel;
  std::vector<std::uint8_t> image;
};

struct Problem {
  enum class Kind : std::uint8_t {
    kNone,
    // No bundle at all.
    kForeign,
    // A bundle of a newer lq: of a newer format, or with something that this reader does not know.
    kNewer,
    // Cut off, changed, or never well made.
    kDamaged,
  };
  Kind kind = Kind::kNone;
  // For a person, as the end of a sentence: "it is cut off: …".
  std::string text;
};

struct SectionInfo {
  std::uint32_t number = 0;
  // Empty for one that this reader does not know, and so passed over.
  std::string_view name;
  std::uint64_t size = 0;
};

// All that a bundle holds.
struct Bundle {
  std::uint32_t format = kFormatVersion;
  std::uint64_t checksum = 0;
  std::vector<SectionInfo> sections;
  std::shared_ptr<const plan::Plan> plan;
  std::vector<SourcePlace> places;
  std::vector<NativePart> native;
};

// Nothing, with the problem, when the bytes are no bundle that can be trusted to decide.
std::optional<Bundle> OpenBundle(std::string_view bytes, Problem& problem);

}  // namespace bundle

// The bytes of a bundle; of a plan that a compiler made.
std::string WriteBundle(const plan::Plan& plan, const std::vector<bundle::SourcePlace>& places = {},
                        const std::vector<bundle::NativePart>& native = {});

// The plan in a bundle, which does not need `bytes` any more. Null, with the problem, when they are
// no bundle that can be trusted to decide: any bytes whatever may be given.
std::shared_ptr<const plan::Plan> ReadBundle(std::string_view bytes, std::string& problem);

}  // namespace lq
