#include "runtime/source/json_places.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

JsonPath PathOf(std::string_view text) {
  std::string problem;
  const std::optional<JsonPath> path = ParseJsonPath(text, problem);
  EXPECT_TRUE(path) << text << " " << problem;
  return path.value_or(JsonPath{});
}

std::string Shown(const PlaceValue& value) {
  switch (value.kind) {
    case PlaceValue::Kind::kNothing:
      return "nothing";
    case PlaceValue::Kind::kText:
      return "text " + std::string(value.text);
    case PlaceValue::Kind::kNumber:
      return "number " + std::string(value.text);
    case PlaceValue::Kind::kYesNo:
      return std::string(value.text);
    case PlaceValue::Kind::kObject:
      return "object";
    case PlaceValue::Kind::kList:
      break;
  }
  std::string out = "list";
  for (const PlaceValue& item : value.items)
    out += " (" + Shown(item) + ")";
  return out;
}

// A document and what a source knows of it.
class JsonPlacesTest : public testing::Test {
 protected:
  void Read(std::string_view json) {
    ASSERT_TRUE(document_.Read(json)) << document_.problem();
    places_.Begin();
  }
  std::string Find(std::string_view path) {
    paths_.push_back(PathOf(path));
    return Shown(places_.Find(JsonDocument::kRoot, paths_.back()));
  }
  // `path times, …`
  std::string Unmapped() {
    UnmappedNames unmapped;
    places_.CountUnmapped(JsonDocument::kRoot, unmapped);
    std::string out;
    for (const auto& [name, times] : unmapped.names())
      out += (out.empty() ? "" : ", ") + name + " " + std::to_string(times);
    return out;
  }
  // `path path …`, or the problem.
  std::string Each(std::string_view path) {
    std::vector<JsonPlaces::Element> elements;
    std::string problem;
    if (!places_.FindEach(PathOf(path), elements, problem))
      return "! " + problem;
    std::string out;
    for (const JsonPlaces::Element& element : elements)
      out += (out.empty() ? "" : " ") + element.path;
    return out;
  }

  JsonDocument document_;
  JsonPlaces places_{document_};
  // Places remember the steps of the paths that they were asked for.
  std::deque<JsonPath> paths_;
};

TEST_F(JsonPlacesTest, Values) {
  Read(R"({"a":"x","b":{"c":[1,"t\u00fc",true,null,[2],{"d":3}]},"":"e","n":null,"a.b":-1.50})");
  const std::pair<const char*, const char*> cases[] = {
      {"a", "text x"},
      {"b", "object"},
      {"b.c", "list (number 1) (text tü) (true) (nothing) (list) (object)"},
      {"b.c[0]", "number 1"},
      {"b.c[1]", "text tü"},
      {"b.c[2]", "true"},
      {"b.c[3]", "nothing"},
      {"b.c[4][0]", "number 2"},
      {"b.c[5].d", "number 3"},
      {"b.c[6]", "nothing"},
      {"b.c[99999]", "nothing"},
      {"''", "text e"},
      {"n", "nothing"},
      {"n.x", "nothing"},
      {"'a.b'", "number -1.50"},
      {"a.b", "nothing"},
      {"a[0]", "nothing"},
      {"b[0]", "nothing"},
      {"missing", "nothing"},
  };
  for (const auto& [path, shown] : cases)
    EXPECT_EQ(Find(path), shown) << path;
}

TEST_F(JsonPlacesTest, ElementsByAMember) {
  Read(R"({"list":[{"k":"a","v":1},{"k":"b","v":2},{"k":"b","v":3},{"f":{"id":7},"v":4},
           {"k":true,"v":5},{"k":["b"],"v":6},"k",{"k":null}]})");
  EXPECT_EQ(Find("list[k=a].v"), "number 1");
  // Of several the first.
  EXPECT_EQ(Find("list[k=b].v"), "number 2");
  EXPECT_EQ(Find("list[f.id=7].v"), "number 4");
  EXPECT_EQ(Find("list[k=true].v"), "number 5");
  EXPECT_EQ(Find("list[k=null].v"), "nothing");
  EXPECT_EQ(Find("list[k=c].v"), "nothing");
}

TEST_F(JsonPlacesTest, WhatIsUnmapped) {
  Read(R"({"a":1,"b":{"c":2,"d":3,"empty":{},"null":null,"blank":""},"list":[{"x":1},{"y":[]}],
           "a.b":0})");
  Find("a");
  Find("b.c");
  EXPECT_EQ(Unmapped(), "'a.b' 1, b.d 1, list 1");
  Find("list[1].z");
  EXPECT_EQ(Unmapped(), "'a.b' 1, b.d 1, list[0] 1");
  Find("list");
  Find("b");
  EXPECT_EQ(Unmapped(), "'a.b' 1");
  places_.Begin();
  EXPECT_EQ(Unmapped(), "(the whole payload) 1");
}

// What stands beside a value in an element that was chosen belongs to it.
TEST_F(JsonPlacesTest, ElementsThatWereChosenAreKnown) {
  Read(R"({"list":[{"k":"a","v":1,"more":2},{"k":"b","v":3}]})");
  Find("list[k=a].v");
  EXPECT_EQ(Unmapped(), "list[k=b] 1");
  Find("list[k=b].v");
  EXPECT_EQ(Unmapped(), "");
}

TEST_F(JsonPlacesTest, Each) {
  Read(R"({"entry":[{"changes":[1,2]},{"changes":[]},{"changes":[3]}],"o":{"a b":[4]},"t":"x"})");
  EXPECT_EQ(Each("entry[]"), "entry[0] entry[1] entry[2]");
  EXPECT_EQ(Each("entry[].changes[]"),
            "entry[0].changes[0] entry[0].changes[1] entry[2].changes[0]");
  EXPECT_EQ(Each("entry[2].changes[]"), "entry[2].changes[0]");
  EXPECT_EQ(Each("o.a b[]"), "o.a b[0]");
  EXPECT_EQ(Each("entry[9].changes[]"), "");
  EXPECT_EQ(Each("entry[].other[]"), "! `entry[0]` has no `other`");
  EXPECT_EQ(Each("nowhere[]"), "! the payload has no `nowhere`");
  EXPECT_EQ(Each("t[]"), "! `t` is a text, not a list");
  EXPECT_EQ(Each("[]"), "! the payload is an object, not a list");
}

}  // namespace
}  // namespace lq
