#include "runtime/native/native_code.h"

#include <sys/mman.h>

#include <cstring>

#include "runtime/native/native_image.h"

namespace lq {
namespace {

// Empty when the header and what follows it are sound.
std::string ProblemOf(const NativeImageHeader& header, std::string_view code) {
  if (header.magic != NativeImageHeader::kMagic)
    return "it is no native code";
  if (header.version != NativeImageHeader::kVersion)
    return "it was made for another version of lq";
  if (header.size != code.size() || header.checksum != ImageChecksum(code))
    return "it is damaged";
  const bool columns_fit =
      header.judge_columns == NativeImageHeader::kNone || header.judge_columns < code.size();
  if (header.judge >= code.size() || header.sweep >= code.size() || !columns_fit)
    return "it is damaged";
  return {};
}

template <typename Function>
void Point(Function& function, void* memory, std::uint32_t offset) {
  void* const address = static_cast<char*>(memory) + offset;
  std::memcpy(&function, &address, sizeof address);
}

}  // namespace

std::shared_ptr<const NativeCode> NativeCode::Load(std::string_view image, std::string& problem) {
  NativeImageHeader header;
  if (image.size() < sizeof header) {
    problem = "it is cut off";
    return nullptr;
  }
  std::memcpy(&header, image.data(), sizeof header);
  const std::string_view code = image.substr(sizeof header);
  problem = ProblemOf(header, code);
  if (!problem.empty())
    return nullptr;
  std::shared_ptr<NativeCode> native(new NativeCode);
  void* const memory =
      mmap(nullptr, code.size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) {
    problem = "there is no memory for it";
    return nullptr;
  }
  native->memory_ = memory;
  native->size_ = code.size();
  std::memcpy(memory, code.data(), code.size());
  if (mprotect(memory, code.size(), PROT_READ | PROT_EXEC) != 0) {
    problem = "this host does not run code made at run time";
    return nullptr;
  }
  Point(native->entries_.judge, memory, header.judge);
  Point(native->entries_.sweep, memory, header.sweep);
  if (header.judge_columns != NativeImageHeader::kNone)
    Point(native->entries_.judge_columns, memory, header.judge_columns);
  return native;
}

NativeCode::~NativeCode() {
  if (memory_ != nullptr)
    munmap(memory_, size_);
}

}  // namespace lq
