#include "runtime/bundle/bundle.h"
#include "runtime/bundle/plan_fields.h"
#include "runtime/bundle/writer.h"

namespace lq {

std::string WriteBundle(const plan::Plan& plan, const std::vector<bundle::SourcePlace>& places) {
  bundle::Writer writer(plan.schema);
  bundle::PlanSections(writer, plan);
  if (!places.empty())
    writer.Section(bundle::SectionKind::kPlaces, places);
  writer.WriteTables();
  return writer.Finish();
}

}  // namespace lq
