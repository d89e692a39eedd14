#include "tools/lq/elf_file.h"

#include <algorithm>
#include <utility>

namespace lq::tool {
namespace {

constexpr std::uint64_t kPage = 4096;
// Of a shared object: what is read, what is written to, `.dynamic`, the stack.
constexpr std::size_t kSegments = 4;

void Align(std::uint64_t align, std::string& out) {
  out.resize((out.size() + align - 1) / align * align, '\0');
}

Elf64_Phdr Segment(std::uint32_t type, std::uint32_t flags, std::uint64_t align,
                   const ElfFile::Section& section) {
  Elf64_Phdr segment{};
  segment.p_type = type;
  segment.p_flags = flags;
  segment.p_align = align;
  segment.p_offset = section.offset;
  segment.p_vaddr = section.address;
  segment.p_paddr = section.address;
  segment.p_filesz = section.size;
  segment.p_memsz = section.size;
  return segment;
}

}  // namespace

ElfFile::ElfFile(std::uint16_t type)
    : out_(sizeof(Elf64_Ehdr), '\0'), sections_(1), names_(1, '\0') {
  std::memcpy(head_.e_ident, ELFMAG, SELFMAG);
  head_.e_ident[EI_CLASS] = ELFCLASS64;
  head_.e_ident[EI_DATA] = ELFDATA2LSB;
  head_.e_ident[EI_VERSION] = EV_CURRENT;
  head_.e_type = type;
  head_.e_machine = EM_X86_64;
  head_.e_version = EV_CURRENT;
  head_.e_ehsize = sizeof head_;
  head_.e_shentsize = sizeof(Elf64_Shdr);
  if (type == ET_DYN) {
    head_.e_phoff = out_.size();
    head_.e_phentsize = sizeof(Elf64_Phdr);
    head_.e_phnum = kSegments;
    out_.resize(out_.size() + kSegments * sizeof(Elf64_Phdr));
  }
}

ElfFile::Section ElfFile::Put(std::string_view name, Elf64_Shdr header, std::string_view bytes) {
  Align(header.sh_addralign, out_);
  const bool is_loaded = head_.e_type == ET_DYN && (header.sh_flags & SHF_ALLOC) != 0;
  const std::uint64_t page = (header.sh_flags & SHF_WRITE) != 0 ? kPage : 0;
  header.sh_name = static_cast<std::uint32_t>(names_.size());
  header.sh_offset = out_.size();
  header.sh_addr = is_loaded ? out_.size() + page : 0;
  header.sh_size = bytes.size();
  names_.append(name) += '\0';
  out_ += bytes;
  sections_.push_back(header);
  return {static_cast<std::uint16_t>(sections_.size() - 1), header.sh_offset, header.sh_addr,
          header.sh_size};
}

void ElfFile::PutDynamic(Elf64_Shdr header, std::string_view bytes) {
  Section front;
  front.size = out_.size();
  const Section dynamic = Put(".dynamic", header, bytes);
  segments_ = {Segment(PT_LOAD, PF_R, kPage, front), Segment(PT_LOAD, PF_R | PF_W, kPage, dynamic),
               Segment(PT_DYNAMIC, PF_R | PF_W, header.sh_addralign, dynamic),
               // Nothing here needs a stack that runs code.
               Segment(PT_GNU_STACK, PF_R | PF_W, 1, {})};
}

std::string ElfFile::Finish() {
  constexpr std::string_view kName = ".shstrtab";
  Elf64_Shdr header{};
  header.sh_type = SHT_STRTAB;
  header.sh_addralign = 1;
  head_.e_shstrndx = Put(kName, header, names_ + std::string(kName) + '\0').number;
  Align(alignof(Elf64_Shdr), out_);
  head_.e_shoff = out_.size();
  head_.e_shnum = static_cast<std::uint16_t>(sections_.size());
  for (const Elf64_Shdr& section : sections_) {
    AppendBytes(section, out_);
  }
  std::string front;
  AppendBytes(head_, front);
  for (const Elf64_Phdr& segment : segments_) {
    AppendBytes(segment, front);
  }
  std::copy(front.begin(), front.end(), out_.begin());
  return std::move(out_);
}

}  // namespace lq::tool
