#include "tools/lq/object_file.h"

#include <elf.h>

#include <array>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace lq::tool {
namespace {

constexpr std::size_t kAlign = 16;
// Numbers of the sections; the first is none.
enum : std::uint16_t { kData = 1, kSymbols, kNames, kSectionNames, kNoStack, kSections };

template <typename T>
void Append(const T& object, std::string& out) {
  const std::size_t at = out.size();
  out.resize(at + sizeof object);
  std::memcpy(out.data() + at, &object, sizeof object);
}

void Align(std::string& out) { out.resize((out.size() + kAlign - 1) / kAlign * kAlign, '\0'); }

// Where a text begins in a table of texts that each end with a zero.
std::uint32_t Add(std::string_view text, std::string& table) {
  const auto at = static_cast<std::uint32_t>(table.size());
  table.append(text) += '\0';
  return at;
}

Elf64_Shdr HeaderOf(std::uint32_t type, std::uint64_t flags, std::uint64_t align) {
  Elf64_Shdr header{};
  header.sh_type = type;
  header.sh_flags = flags;
  header.sh_addralign = align;
  return header;
}

// The file's bytes section by section, and the table that tells where they are.
class Sections {
 public:
  Sections() : out_(sizeof(Elf64_Ehdr), '\0'), names_(1, '\0') {}

  void Put(std::uint16_t number, std::string_view name, Elf64_Shdr header, std::string_view bytes) {
    Align(out_);
    header.sh_name = Add(name, names_);
    header.sh_offset = out_.size();
    header.sh_size = bytes.size();
    headers_[number] = header;
    out_ += bytes;
  }

  std::string Finish() {
    const std::string_view name = ".shstrtab";
    const std::string all = names_ + std::string(name) + '\0';
    Put(kSectionNames, name, HeaderOf(SHT_STRTAB, 0, 1), all);
    Align(out_);
    Elf64_Ehdr head{};
    std::memcpy(head.e_ident, ELFMAG, SELFMAG);
    head.e_ident[EI_CLASS] = ELFCLASS64;
    head.e_ident[EI_DATA] = ELFDATA2LSB;
    head.e_ident[EI_VERSION] = EV_CURRENT;
    head.e_type = ET_REL;
    head.e_machine = EM_X86_64;
    head.e_version = EV_CURRENT;
    head.e_ehsize = sizeof head;
    head.e_shentsize = sizeof(Elf64_Shdr);
    head.e_shoff = out_.size();
    head.e_shnum = kSections;
    head.e_shstrndx = kSectionNames;
    std::memcpy(out_.data(), &head, sizeof head);
    for (const Elf64_Shdr& one : headers_) {
      Append(one, out_);
    }
    return out_;
  }

 private:
  std::string out_;
  std::string names_;
  std::array<Elf64_Shdr, kSections> headers_{};
};

Elf64_Sym Symbol(std::uint32_t name, std::uint64_t begin, std::uint64_t size) {
  Elf64_Sym symbol{};
  symbol.st_name = name;
  symbol.st_info = ELF64_ST_INFO(STB_GLOBAL, STT_OBJECT);
  symbol.st_shndx = kData;
  symbol.st_value = begin;
  symbol.st_size = size;
  return symbol;
}

}  // namespace

std::string ObjectFile(std::string_view policy, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  std::string data(bytes);
  Align(data);
  const std::uint64_t size_at = data.size();
  Append(size, data);
  std::string names(1, '\0');
  std::string symbols;
  Append(Elf64_Sym{}, symbols);
  Append(Symbol(Add(fmt::format("lq_bundle_{}", policy), names), 0, size), symbols);
  Append(Symbol(Add(fmt::format("lq_bundle_{}_size", policy), names), size_at, sizeof size),
         symbols);
  Elf64_Shdr table = HeaderOf(SHT_SYMTAB, 0, alignof(Elf64_Sym));
  table.sh_link = kNames;
  // The first symbol that is not this file's alone.
  table.sh_info = 1;
  table.sh_entsize = sizeof(Elf64_Sym);
  Sections sections;
  sections.Put(kData, ".rodata", HeaderOf(SHT_PROGBITS, SHF_ALLOC, kAlign), data);
  sections.Put(kSymbols, ".symtab", table, symbols);
  sections.Put(kNames, ".strtab", HeaderOf(SHT_STRTAB, 0, 1), names);
  // Nothing here needs a stack that runs code.
  sections.Put(kNoStack, ".note.GNU-stack", HeaderOf(SHT_PROGBITS, 0, 1), "");
  return sections.Finish();
}

}  // namespace lq::tool
