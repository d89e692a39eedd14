#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/engine/native_entries.h"

namespace lq {

// Machine code in memory that may be run and not written; given back when destroyed.
class NativeCode {
 public:
  // From an image. Null, with `problem`, when the image is damaged or of another version, or when
  // this host gives no memory to run code in. An image is trusted: whoever can write it can run
  // code. The checksum finds accidents, not attacks.
  static std::shared_ptr<const NativeCode> Load(std::string_view image, std::string& problem);

  NativeCode(const NativeCode&) = delete;
  NativeCode& operator=(const NativeCode&) = delete;
  ~NativeCode();

  const engine::NativeEntries& entries() const { return entries_; }

 private:
  NativeCode() = default;

  void* memory_ = nullptr;
  std::size_t size_ = 0;
  engine::NativeEntries entries_;
};

}  // namespace lq
