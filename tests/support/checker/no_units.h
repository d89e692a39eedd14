#pragma once

#include "compiler/check/check.h"

namespace lq::test {

// A package without any unit or file.
class NoUnits final : public UnitLoader {
 public:
  const syntax::Unit* Find(syntax::UnitKind, std::string_view) override { return nullptr; }
  std::vector<std::string_view> Names(syntax::UnitKind) override { return {}; }
  std::string Unreadable() override { return {}; }
  std::optional<FileId> OpenBeside(FileId, std::string_view, std::string&) override { return {}; }
};

}  // namespace lq::test
