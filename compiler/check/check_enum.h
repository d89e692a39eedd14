#pragma once

#include <optional>

#include "compiler/check/context.h"

namespace lq::check {

// The type of an enum's declaration; null when it has no name.
EnumEntry* CheckEnum(Context& context, const syntax::EnumDeclaration& declaration);

// The index of the value `name`, if there is one. Reports nothing.
std::optional<std::uint32_t> FindEnumValue(const Context& context, const Enum& type,
                                           std::string_view name);
// The same; an unknown one is reported with the nearest. `what`: whose value it
// should be, for the message ("`role`"); may be empty.
std::optional<std::uint32_t> ResolveEnumValue(Context& context, const Enum& type,
                                              const syntax::Name& name, std::string_view what);

}  // namespace lq::check
