#pragma once

#include <optional>
#include <string>

#include "compiler/diag/diagnostic.h"

namespace lq {

// What formatting made of one file's text.
struct Formatting {
  SourceMap sources;
  // What the parser reported, of any severity.
  Diagnostics diagnostics;
  // The canonical text; none when there was an error.
  std::optional<std::string> text;
};

// Canonical layout: operators of other languages become LQ's words, comments stay, and the unit
// means the same. `path` is for messages. Formatting what came out changes nothing.
Formatting FormatFile(const std::string& path, std::string text);

}  // namespace lq
