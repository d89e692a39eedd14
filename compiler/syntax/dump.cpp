#include "compiler/syntax/dump.h"

#include "compiler/syntax/dump_writer.h"
#include "compiler/syntax/nodes.h"

namespace lq::syntax {

std::string Dump(const Unit& unit) {
  DumpWriter writer;
  writer.Line(UnitKindWord(unit.kind)).Add(unit.name);
  if (unit.version.has_value())
    writer.Add("version").Add(unit.version->text);
  writer.Under([&] {
    if (!unit.edition.text.empty())
      writer.Line("edition").Add(unit.edition.text);
    for (const Statement& statement : unit.statements) {
      writer.Line(NodeWord(statement));
      std::visit([&](const auto& node) { DumpNode(writer, node); }, statement);
    }
  });
  return writer.Take();
}

}  // namespace lq::syntax
