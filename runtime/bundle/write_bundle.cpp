#include "runtime/bundle/bundle.h"
#include "runtime/bundle/plan_fields.h"
#include "runtime/bundle/writer.h"

namespace lq {

std::string WriteBundle(const plan::Plan& plan, const std::vector<bundle::SourcePlace>& places,
                        const std::vector<bundle::NativePart>& native) {
  bundle::Writer writer(plan.schema);
  bundle::PlanSections(writer, plan);
  if (!places.empty())
    writer.Section(bundle::SectionKind::kPlaces, places);
  if (!native.empty())
    writer.Section(bundle::SectionKind::kNative, native);
  writer.WriteTables();
  return writer.Finish();
}

}  // namespace lq
