#include <algorithm>
#include <unordered_set>

#include "runtime/bundle/verify_steps.h"
#include "runtime/bundle/verify_values.h"

namespace lq::bundle {
namespace {

constexpr std::size_t kMostFields = 4096;
constexpr std::size_t kLongestPath = 1024;
// As deep as a lead's objects may nest.
constexpr std::size_t kMostSegments = 64;
// Objects on the way to fields: `company` of `company.size` and `company.country`.
constexpr std::size_t kMostObjects = 4096;
// Names and labels of the enums of all fields: each field's reader knows its own.
constexpr std::size_t kMostWords = std::size_t{1} << 17;
constexpr std::int64_t kMostDays = 4'000'000;

using Paths = std::unordered_set<std::string_view>;

bool IsPath(std::string_view path) {
  const auto dots = static_cast<std::size_t>(std::count(path.begin(), path.end(), '.'));
  return !path.empty() && path.size() <= kLongestPath && dots < kMostSegments &&
         path.front() != '.' && path.back() != '.' && path.find("..") == std::string_view::npos;
}

// A path that goes on from a field's path would lead into its value.
bool LeadsThroughField(const Paths& paths, std::string_view path, Paths& objects) {
  for (std::size_t at = path.find('.'); at != std::string_view::npos; at = path.find('.', at + 1)) {
    if (paths.contains(path.substr(0, at)))
      return true;
    objects.insert(path.substr(0, at));
  }
  return false;
}

std::size_t WordsOf(const Type& type) {
  std::size_t words = 0;
  if (type.enumeration != nullptr) {
    for (const Enum::Member& member : type.enumeration->members)
      words += 1 + member.labels.size();
  }
  return words;
}

bool VerifyField(const plan::SchemaField& field, const Paths& paths, Paths& objects,
                 Complaint& complaint) {
  const std::int64_t days = field.stale_after_days.value_or(0);
  return complaint.Expect(IsSound(field.type) && IsSoundForField(field.type),
                          "the type of the field `{}` is none", field.path) &&
         complaint.Expect(days >= 0 && days <= kMostDays, "the field `{}` is stale after {} days",
                          field.path, days) &&
         complaint.Expect(!LeadsThroughField(paths, field.path, objects),
                          "the field `{}` stands within another field", field.path) &&
         complaint.Expect(objects.size() <= kMostObjects,
                          "its fields stand in more than {} objects", kMostObjects);
}

}  // namespace

bool VerifySchema(const plan::Plan& plan, Complaint& complaint) {
  const std::vector<plan::SchemaField>& fields = plan.schema.fields;
  if (!complaint.Expect(fields.size() <= kMostFields, "its schema has {} fields", fields.size()))
    return false;
  Paths paths;
  for (const plan::SchemaField& field : fields) {
    const bool fresh = paths.insert(field.path).second;
    if (!complaint.Expect(fresh, "the path of a field is there twice") ||
        !complaint.Expect(IsPath(field.path), "the path of a field is none"))
      return false;
  }
  Paths objects;
  std::size_t words = 0;
  for (const plan::SchemaField& field : fields) {
    words += WordsOf(field.type);
    if (!VerifyField(field, paths, objects, complaint) ||
        !complaint.Expect(words <= kMostWords, "its fields have too many words"))
      return false;
  }
  return true;
}

}  // namespace lq::bundle
