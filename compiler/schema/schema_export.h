#pragma once

#include <string>

#include "compiler/ir/program.h"

namespace lq {

// The canonical lead of a program as JSON Schema 2020-12. What it accepts is what intake accepts,
// as far as JSON Schema can say it; docs/schema.md lists what it cannot. Numbers are written
// exactly.
std::string JsonSchemaText(const ir::Schema& schema);

// The same as a page for people, in Markdown.
std::string SchemaPage(const ir::Schema& schema);

}  // namespace lq
