#include "compiler/explain/known_text.h"

#include "runtime/value/values.h"

namespace lq {

std::string KnownText(const Type& type, const Possible& possible) {
  if (possible.missing()) {
    return "missing";
  }
  std::string text;
  AppendPossibleText(type, possible, text);
  const bool quoted = type.kind == TypeKind::kText && possible.single();
  return quoted ? "\"" + text + "\"" : text;
}

std::string NoteOf(const Possible& possible) {
  switch (possible.cause) {
    case Cause::kStale:
      return "what was known of it is stale";
    case Cause::kInvalid:
      return "what was sent for it is not valid";
    case Cause::kDisagreement:
      return "sources disagree";
    case Cause::kNone:
    case Cause::kMissing:
    case Cause::kBand:
    case Cause::kOneOf:
      return "";
  }
  return "";
}

}  // namespace lq
