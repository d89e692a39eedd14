#include "stdlib/name/name_key.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace lq::stdlib {
namespace {

bool IsLetterOrDigit(utf8proc_int32_t point) {
  const utf8proc_category_t category = utf8proc_category(point);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

// Without case, accents and other marks, in compatibility form.
std::string Plain(std::string_view text) {
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return size < 0
             ? std::string()
             : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
}

}  // namespace

std::string NameKey(std::string_view text) {
  const std::string plain = Plain(text);
  std::string key;
  bool apart = false;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(plain.data());
  for (auto left = static_cast<utf8proc_ssize_t>(plain.size()); left > 0;) {
    utf8proc_int32_t point = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(at, left, &point);
    if (size <= 0) {
      return {};
    }
    if (!IsLetterOrDigit(point)) {
      apart = true;
    } else {
      key += apart && !key.empty() ? " " : "";
      key.append(reinterpret_cast<const char*>(at), static_cast<std::size_t>(size));
      apart = false;
    }
    at += size;
    left -= size;
  }
  return key;
}

}  // namespace lq::stdlib
