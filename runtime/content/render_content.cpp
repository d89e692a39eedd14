#include "runtime/content/render_content.h"

#include "runtime/value/values.h"

namespace lq {

void AppendPlaceholder(const PlaceholderValue& placeholder, bool has_fallback,
                       std::string_view fallback, std::string& out) {
  const bool nothing_known =
      placeholder.value.form == Possible::Form::kAll && !IsNumeric(placeholder.type->kind);
  if (has_fallback && (placeholder.value.missing() || nothing_known)) {
    out += fallback;
  } else {
    AppendPossibleText(*placeholder.type, placeholder.value, out);
  }
}

}  // namespace lq
