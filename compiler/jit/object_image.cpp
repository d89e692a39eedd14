#include "compiler/jit/object_image.h"

#include <cstring>
#include <map>

#include <llvm/BinaryFormat/ELF.h>
#include <llvm/Object/ELFObjectFile.h>
#include <llvm/Object/ObjectFile.h>

#include "runtime/native/native_image.h"

namespace lq::jit {
namespace {

using llvm::object::ObjectFile;
using llvm::object::RelocationRef;
using llvm::object::SectionRef;
using llvm::object::SymbolRef;

// An object file that was just made has no mistakes.
using llvm::cantFail;

class ImageMaker {
 public:
  explicit ImageMaker(const ObjectFile& object) : object_(object) {}

  std::string Run(std::string& problem) {
    PlaceSections();
    for (const SectionRef& section : object_.sections()) {
      const auto target = cantFail(section.getRelocatedSection());
      if (target == object_.section_end() || !Placed(*target))
        continue;
      for (const RelocationRef& relocation : section.relocations()) {
        if (!Apply(relocation, begins_[target->getIndex()])) {
          problem = "the code points outside of itself";
          return {};
        }
      }
    }
    NativeImageHeader header;
    header.judge = AddressOf("judge");
    header.sweep = AddressOf("sweep");
    header.judge_columns = AddressOf("judge_columns");
    return MakeNativeImage(header, code_);
  }

 private:
  bool Placed(const SectionRef& section) const { return begins_.count(section.getIndex()) != 0; }

  // Code and constant data, one behind the other.
  void PlaceSections() {
    for (const SectionRef& section : object_.sections()) {
      const bool wanted = section.isText() || cantFail(section.getName()).starts_with(".rodata");
      if (!wanted || section.getSize() == 0)
        continue;
      code_.resize((code_.size() + kAlign - 1) / kAlign * kAlign, '\0');
      begins_[section.getIndex()] = code_.size();
      code_ += cantFail(section.getContents()).str();
    }
  }

  // Distances of 32 bits are all that code for any address has within itself.
  bool Apply(const RelocationRef& relocation, std::uint64_t section) {
    const std::uint64_t type = relocation.getType();
    const auto symbol = relocation.getSymbol();
    if ((type != llvm::ELF::R_X86_64_PC32 && type != llvm::ELF::R_X86_64_PLT32) ||
        symbol == object_.symbol_end())
      return false;
    const auto home = cantFail(symbol->getSection());
    if (home == object_.section_end() || !Placed(*home))
      return false;
    const std::int64_t addend = cantFail(llvm::object::ELFRelocationRef(relocation).getAddend());
    const std::uint64_t place = section + relocation.getOffset();
    const std::uint64_t aim = begins_[home->getIndex()] + cantFail(symbol->getValue());
    const auto distance =
        static_cast<std::int32_t>(aim - place) + static_cast<std::int32_t>(addend);
    std::memcpy(&code_[place], &distance, sizeof distance);
    return true;
  }

  std::uint32_t AddressOf(llvm::StringRef name) {
    for (const SymbolRef& symbol : object_.symbols()) {
      if (cantFail(symbol.getName()) != name)
        continue;
      const auto home = cantFail(symbol.getSection());
      return static_cast<std::uint32_t>(begins_[home->getIndex()] + cantFail(symbol.getValue()));
    }
    return NativeImageHeader::kNone;
  }

  static constexpr std::size_t kAlign = 64;

  const ObjectFile& object_;
  // By section.
  std::map<std::uint64_t, std::uint64_t> begins_;
  std::string code_;
};

}  // namespace

std::string MakeImage(llvm::MemoryBufferRef buffer, std::string& problem) {
  auto object = ObjectFile::createELFObjectFile(buffer);
  if (!object) {
    problem = llvm::toString(object.takeError());
    return {};
  }
  return ImageMaker(**object).Run(problem);
}

}  // namespace lq::jit
