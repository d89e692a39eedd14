#include <unordered_set>

#include "runtime/bundle/verify_steps.h"
#include "runtime/bundle/verify_values.h"

namespace lq::bundle {
namespace {

constexpr std::size_t kMostFields = 4096;
constexpr std::size_t kLongestPath = 1024;
constexpr std::int64_t kMostDays = 4'000'000;

using Paths = std::unordered_set<std::string_view>;

// A path that goes on from a field's path would lead into its value.
bool LeadsThroughField(const Paths& paths, std::string_view path) {
  for (std::size_t at = path.find('.'); at != std::string_view::npos; at = path.find('.', at + 1)) {
    if (paths.contains(path.substr(0, at)))
      return true;
  }
  return false;
}

bool VerifyField(const plan::SchemaField& field, const Paths& paths, Complaint& complaint) {
  const std::int64_t days = field.stale_after_days.value_or(0);
  return complaint.Expect(IsSound(field.type) && IsSoundForField(field.type),
                          "the type of the field `{}` is none", field.path) &&
         complaint.Expect(days >= 0 && days <= kMostDays, "the field `{}` is stale after {} days",
                          field.path, days) &&
         complaint.Expect(!LeadsThroughField(paths, field.path),
                          "the field `{}` stands within another field", field.path);
}

}  // namespace

bool VerifySchema(const plan::Plan& plan, Complaint& complaint) {
  const std::vector<plan::SchemaField>& fields = plan.schema.fields;
  if (!complaint.Expect(fields.size() <= kMostFields, "its schema has {} fields", fields.size()))
    return false;
  Paths paths;
  for (const plan::SchemaField& field : fields) {
    const bool fresh = paths.insert(field.path).second;
    if (!complaint.Expect(fresh && field.path.size() <= kLongestPath,
                          "the path of a field is there twice, or too long"))
      return false;
  }
  for (const plan::SchemaField& field : fields) {
    if (!VerifyField(field, paths, complaint))
      return false;
  }
  return true;
}

}  // namespace lq::bundle
