#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/diagnostic.h"

namespace lq::tool {

// How messages look: set once, by each verb's `--color`.
enum class ColorMode { kAuto, kAlways, kNever };
void SetColor(ColorMode mode);
// Colour on standard error, on standard output: on a terminal unless NO_COLOR is set, or as
// SetColor says.
bool ColorOnMessages();
bool ColorOnOutput();

// Writes to standard error; what cannot be written there is lost.
void Say(std::string_view text);

// A message that has no place in a source text, in the layout of all others:
//
//   error LQ0951: `leads.jsonl` cannot be read: no such file
//      = help: check the path
//      = more: lq explain LQ0951
//
// `help` may be empty. Each of `details` is a line of its own below the message.
void Report(DiagnosticKind kind, std::string_view message, std::string_view help,
            const std::vector<std::string>& details = {});

}  // namespace lq::tool
