#include <algorithm>

#include <fmt/format.h>

#include "runtime/bundle/bundle.h"
#include "runtime/bundle/container.h"
#include "runtime/bundle/plan_fields.h"
#include "runtime/bundle/reader.h"
#include "runtime/bundle/verify.h"

namespace lq {
namespace bundle {
namespace {

// Sections that this reader does not know are passed over, unless they are needed.
bool ListSections(const Container& container, Bundle& bundle, Problem& problem) {
  for (const Section& section : container.sections) {
    const auto row = std::find_if(kSections.begin(), kSections.end(), [&](const SectionRow& r) {
      return static_cast<std::uint32_t>(r.kind) == section.number;
    });
    const bool known = row != kSections.end();
    if (!known && section.needed) {
      problem = {
          Problem::Kind::kNewer,
          fmt::format("it needs a section {} that this reader does not know", section.number)};
      return false;
    }
    bundle.sections.push_back(
        {section.number, known ? row->name : std::string_view(), section.bytes.size()});
  }
  return true;
}

}  // namespace

std::optional<Bundle> OpenBundle(std::string_view bytes, Problem& problem) {
  problem = {};
  Container container;
  Bundle bundle;
  if (!UnpackSections(bytes, container, problem) || !ListSections(container, bundle, problem))
    return std::nullopt;
  bundle.checksum = container.checksum;
  auto plan = std::make_shared<plan::Plan>();
  plan->arena = std::make_shared<Arena>();
  Reader reader(container, plan->schema, *plan->arena);
  reader.ReadTables();
  PlanSections(reader, *plan);
  if (container.Find(static_cast<std::uint32_t>(SectionKind::kPlaces)) != nullptr)
    reader.Section(SectionKind::kPlaces, bundle.places);
  if (container.Find(static_cast<std::uint32_t>(SectionKind::kNative)) != nullptr)
    reader.Section(SectionKind::kNative, bundle.native);
  problem = reader.problem();
  if (problem.text.empty()) {
    problem.text = Verify(*plan);
    problem.kind = problem.text.empty() ? Problem::Kind::kNone : Problem::Kind::kDamaged;
  }
  if (problem.kind == Problem::Kind::kDamaged)
    problem.text = "it was not well made: " + problem.text;
  if (problem.kind != Problem::Kind::kNone)
    return std::nullopt;
  bundle.plan = std::move(plan);
  return bundle;
}

}  // namespace bundle

std::shared_ptr<const plan::Plan> ReadBundle(std::string_view bytes, std::string& problem) {
  bundle::Problem found;
  std::optional<bundle::Bundle> bundle = bundle::OpenBundle(bytes, found);
  problem = std::move(found.text);
  return bundle ? std::move(bundle->plan) : nullptr;
}

}  // namespace lq
