#pragma once

#include <cstdlib>
#include <string>

#include "tests/support/source/example_source.h"

// The source of every type over payloads: JSON, with a path of every kind, and bodies of forms.
namespace lq::test {

inline Type TopicsType() {
  Type type;
  type.kind = TypeKind::kList;
  type.element = TypeKind::kText;
  type.max_items = 4;
  type.max_length = 20;
  return type;
}

inline JsonPath PathOf(const std::string& text) {
  std::string problem;
  std::optional<JsonPath> path = ParseJsonPath(text, problem);
  if (!path)
    std::abort();
  return *path;
}

inline Example EveryTypeAndLists() {
  Example example = EveryType();
  example.Add("topics", TopicsType(), {"topic"});
  return example;
}

// Each place is looked for in another way; `each`: the leads are the elements of a list in a list.
inline Example EveryPath(bool each) {
  Example example = EveryTypeAndLists();
  example.plan.format = plan::SourceFormat::kJson;
  example.plan.separator = '\0';
  const char* const kinds[] = {"{}",         "fields[name={}].values[0]", "a.'{}.x'",
                               "list[1].{}", "fields[f.id='{}'].v",       "topics"};
  std::size_t kind = 0;
  for (std::string& place : example.plan.places) {
    std::string text = kinds[kind++ % 6];
    const std::size_t hole = text.find("{}");
    if (hole != std::string::npos)
      text.replace(hole, 2, place);
    place = text;
    example.plan.paths.push_back(PathOf(text));
  }
  example.plan.ignored = {"fields[name=fax]", "page"};
  for (const std::string& ignored : example.plan.ignored)
    example.plan.ignored_paths.push_back(PathOf(ignored));
  if (each) {
    example.plan.each_text = "entry[].changes[]";
    example.plan.each = PathOf(example.plan.each_text);
  }
  return example;
}

inline Example EveryParameter() {
  Example example = EveryTypeAndLists();
  example.plan.format = plan::SourceFormat::kForm;
  example.plan.separator = '\0';
  example.plan.ignored = {"oid"};
  return example;
}

}  // namespace lq::test
