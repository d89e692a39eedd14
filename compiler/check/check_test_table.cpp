#include "compiler/check/check_test_table.h"

#include "compiler/check/test_rows.h"

namespace lq::check {

void CheckTestTable(Context& context, const syntax::TestTableDeclaration& table,
                    std::vector<ir::Test>& tests) {
  ir::Test head;
  head.from = ir::Test::From::kTableRow;
  head.title = table.title.text;
  head.only = table.only;
  TestRows rows(context, std::move(head), table.given, "the table", table.title.span);
  rows.CheckColumns(table.columns);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    rows.Check(table.columns, table.rows[i], i + 1, tests);
}

}  // namespace lq::check
