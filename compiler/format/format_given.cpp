#include "compiler/format/constructs.h"

namespace lq::format {

void FormatGiven(Sheet& sheet, const syntax::Given& given, Flow flow) {
  sheet.Items(sheet.PieceOf(given.span), flow);
}

}  // namespace lq::format
