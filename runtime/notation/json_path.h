#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Places in JSON, as sources write them: `properties.email.value`, `answers[0].text`,
// `field_data[name=email].values[0]`, `entry[].changes[].value`.
namespace lq {

struct JsonPathStep {
  enum class Kind {
    // The member `name` of an object.
    kMember,
    // The element `index` of a list.
    kIndex,
    // The first element whose member at `inner` is `value`.
    kWhere,
    // Every element.
    kEach,
  };
  Kind kind = Kind::kMember;
  std::string name;
  std::size_t index = 0;
  // Names, outermost first: `field.id` of `[field.id=email]`.
  std::vector<std::string> inner;
  std::string value;
};

using JsonPath = std::vector<JsonPathStep>;

// Names and values that hold one of `.[]='` stand in single quotes, where a quote is doubled.
// Nothing, and `problem` set ("ends within brackets"), when it is no path.
std::optional<JsonPath> ParseJsonPath(std::string_view text, std::string& problem);

bool HasEach(const JsonPath& path);

// A name or value as a path writes it, quoted where it must be.
void AppendPathName(std::string_view name, std::string& path);
// `.name`, without the dot at the beginning of a path.
void AppendPathMember(std::string_view name, std::string& path);

}  // namespace lq
