#pragma once

#include <elf.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace lq::tool {

// The bytes of an object, behind others.
template <typename T>
void AppendBytes(const T& object, std::string& out) {
  static_assert(std::is_trivially_copyable_v<T>);
  const std::size_t at = out.size();
  out.resize(at + sizeof object);
  std::memcpy(out.data() + at, &object, sizeof object);
}

// An ELF file for x86-64 while it is written: sections one behind the other, then the table that
// tells where they are.
class ElfFile {
 public:
  struct Section {
    std::uint16_t number = 0;
    std::uint64_t offset = 0;
    // Of a shared object that is loaded at 0.
    std::uint64_t address = 0;
    std::uint64_t size = 0;
  };

  // ET_REL or ET_DYN.
  explicit ElfFile(std::uint16_t type);

  // `header` says everything but name, place and size.
  Section Put(std::string_view name, Elf64_Shdr header, std::string_view bytes);
  // The last section that a loader sees of a shared object, and the only one that it may write to:
  // on a page of its own.
  void PutDynamic(Elf64_Shdr header, std::string_view bytes);
  std::string Finish();

 private:
  Elf64_Ehdr head_{};
  std::string out_;
  std::vector<Elf64_Phdr> segments_;
  std::vector<Elf64_Shdr> sections_;
  // Each ends with a zero; the first is empty.
  std::string names_;
};

}  // namespace lq::tool
