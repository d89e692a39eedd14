#include "tools/lq/object_file.h"

#include <cstdint>

#include <fmt/format.h>

#include "tools/lq/elf_file.h"

namespace lq::tool {
namespace {

using Section = ElfFile::Section;

constexpr std::size_t kAlign = 16;

Elf64_Shdr HeaderOf(std::uint32_t type, std::uint64_t flags, std::uint64_t align) {
  Elf64_Shdr header{};
  header.sh_type = type;
  header.sh_flags = flags;
  header.sh_addralign = align;
  return header;
}

// Of a table of `T`, which refers to another section.
template <typename T>
Elf64_Shdr TableHeader(std::uint32_t type, std::uint64_t flags, const Section& link) {
  Elf64_Shdr header = HeaderOf(type, flags, alignof(T));
  header.sh_entsize = sizeof(T);
  header.sh_link = link.number;
  return header;
}

// Where a text begins in a table of texts that each end with a zero.
std::uint32_t AddName(std::string_view text, std::string& table) {
  const auto at = static_cast<std::uint32_t>(table.size());
  table.append(text) += '\0';
  return at;
}

// A bundle and its size as they stand in both kinds of file.
struct BundleData {
  BundleData(std::string_view policy, std::string_view bundle) : size(bundle.size()), both(bundle) {
    both.resize((both.size() + kAlign - 1) / kAlign * kAlign, '\0');
    AppendBytes(size, both);
    bytes_name = AddName(fmt::format("lq_bundle_{}", policy), names);
    size_name = AddName(fmt::format("lq_bundle_{}_size", policy), names);
  }

  std::uint64_t size;
  std::string both;
  std::string names = std::string(1, '\0');
  std::uint32_t bytes_name = 0;
  std::uint32_t size_name = 0;
};

Section PutData(const BundleData& bundle, ElfFile& file) {
  return file.Put(".rodata", HeaderOf(SHT_PROGBITS, SHF_ALLOC, kAlign), bundle.both);
}

Elf64_Sym Symbol(std::uint32_t name, const Section& data, std::uint64_t begin, std::uint64_t size) {
  Elf64_Sym symbol{};
  symbol.st_name = name;
  symbol.st_info = ELF64_ST_INFO(STB_GLOBAL, STT_OBJECT);
  symbol.st_shndx = data.number;
  symbol.st_value = data.address + begin;
  symbol.st_size = size;
  return symbol;
}

Section PutSymbols(std::string_view name, Elf64_Shdr header, const BundleData& bundle,
                   const Section& data, ElfFile& file) {
  // The first symbol that is not this file's alone.
  header.sh_info = 1;
  constexpr std::uint64_t kSize = sizeof bundle.size;
  std::string symbols;
  AppendBytes(Elf64_Sym{}, symbols);
  AppendBytes(Symbol(bundle.bytes_name, data, 0, bundle.size), symbols);
  AppendBytes(Symbol(bundle.size_name, data, data.size - kSize, kSize), symbols);
  return file.Put(name, header, symbols);
}

// Both symbols in one chain, so that no name needs a hash: one bucket, three symbols; the bucket's
// first symbol; which one follows each.
std::string OneBucket() {
  std::string table;
  for (const std::uint32_t number : {1, 3, 1, 0, 2, 0}) {
    AppendBytes(number, table);
  }
  return table;
}

// What tells a loader where all that is.
std::string Dynamic(std::uint32_t soname, const Section& names, const Section& symbols,
                    const Section& hash) {
  std::string entries;
  const auto add = [&entries](Elf64_Sxword tag, Elf64_Xword value) {
    AppendBytes(Elf64_Dyn{tag, {value}}, entries);
  };
  add(DT_SONAME, soname);
  add(DT_HASH, hash.address);
  add(DT_STRTAB, names.address);
  add(DT_SYMTAB, symbols.address);
  add(DT_STRSZ, names.size);
  add(DT_SYMENT, sizeof(Elf64_Sym));
  add(DT_NULL, 0);
  return entries;
}

}  // namespace

std::string ObjectFile(std::string_view policy, std::string_view bytes) {
  const BundleData bundle(policy, bytes);
  ElfFile file(ET_REL);
  const Section data = PutData(bundle, file);
  const Section names = file.Put(".strtab", HeaderOf(SHT_STRTAB, 0, 1), bundle.names);
  PutSymbols(".symtab", TableHeader<Elf64_Sym>(SHT_SYMTAB, 0, names), bundle, data, file);
  // Nothing here needs a stack that runs code.
  file.Put(".note.GNU-stack", HeaderOf(SHT_PROGBITS, 0, 1), "");
  return file.Finish();
}

std::string SharedObject(std::string_view policy, std::string_view soname, std::string_view bytes) {
  BundleData bundle(policy, bytes);
  const std::uint32_t soname_at = AddName(soname, bundle.names);
  ElfFile file(ET_DYN);
  const Section data = PutData(bundle, file);
  const Section names = file.Put(".dynstr", HeaderOf(SHT_STRTAB, SHF_ALLOC, 1), bundle.names);
  const Section symbols = PutSymbols(
      ".dynsym", TableHeader<Elf64_Sym>(SHT_DYNSYM, SHF_ALLOC, names), bundle, data, file);
  const Section hash =
      file.Put(".hash", TableHeader<Elf64_Word>(SHT_HASH, SHF_ALLOC, symbols), OneBucket());
  // Older loaders write into it.
  file.PutDynamic(TableHeader<Elf64_Dyn>(SHT_DYNAMIC, SHF_ALLOC | SHF_WRITE, names),
                  Dynamic(soname_at, names, symbols, hash));
  return file.Finish();
}

}  // namespace lq::tool
