#include "runtime/native/processor.h"

#ifdef __x86_64__
#include <cpuid.h>
#endif

#include <array>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace lq {

#ifdef __x86_64__

namespace {

struct Leaf {
  std::uint32_t eax = 0;
  std::uint32_t ebx = 0;
  std::uint32_t ecx = 0;
  std::uint32_t edx = 0;
};

// Zeros for a leaf that the processor does not have.
Leaf Ask(std::uint32_t leaf, std::uint32_t subleaf = 0) {
  Leaf answer;
  if (__get_cpuid_count(leaf, subleaf, &answer.eax, &answer.ebx, &answer.ecx, &answer.edx) == 0)
    return {};
  return answer;
}

// Which registers the operating system keeps.
std::uint64_t KeptRegisters() {
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (std::uint64_t{high} << 32) | low;
}

}  // namespace

std::string ProcessorName() {
  constexpr std::uint32_t kFirst = 0x80000002;
  constexpr std::uint32_t kLast = 0x80000004;
  std::string name;
  for (std::uint32_t number = kFirst; number <= kLast; ++number) {
    const Leaf leaf = Ask(number);
    std::array<char, sizeof leaf> letters{};
    std::memcpy(letters.data(), &leaf, sizeof leaf);
    name.append(letters.data(), letters.size());
  }
  name.resize(std::strlen(name.c_str()));
  const std::size_t begin = name.find_first_not_of(' ');
  const std::size_t end = name.find_last_not_of(' ');
  return begin == std::string::npos ? "unknown" : name.substr(begin, end - begin + 1);
}

std::string ProcessorKey() {
  // OSXSAVE is set by the operating system, and allows the question for what it keeps.
  constexpr std::uint32_t kOsxsave = std::uint32_t{1} << 27;
  const Leaf maker = Ask(0);
  Leaf model = Ask(1);
  // Other bits there are the number of the core that answers.
  model.ebx = 0;
  const Leaf features = Ask(7, 0);
  const Leaf more = Ask(7, 1);
  const Leaf kept_how = Ask(0xD, 1);
  const Leaf locker = Ask(0x19);
  const Leaf vectors = Ask(0x24);
  const Leaf extended = Ask(0x80000001);
  const std::uint64_t kept = (model.ecx & kOsxsave) != 0 ? KeptRegisters() : 0;
  const std::array answers = {maker, model, features, more, kept_how, locker, vectors, extended};
  const XXH64_hash_t hash = XXH3_64bits_withSeed(answers.data(), sizeof answers, kept);
  return fmt::format("{} {:016x}", ProcessorName(), hash);
}

bool RunsLevel(std::string_view level) {
  return (level == "x86-64-v2" && __builtin_cpu_supports("x86-64-v2")) ||
         (level == "x86-64-v3" && __builtin_cpu_supports("x86-64-v3")) ||
         (level == "x86-64-v4" && __builtin_cpu_supports("x86-64-v4"));
}

#else

std::string ProcessorName() { return "unknown"; }
std::string ProcessorKey() { return "unknown"; }
bool RunsLevel(std::string_view) { return false; }

#endif

}  // namespace lq
