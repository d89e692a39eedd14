#include "stdlib/library/library.h"

#include <gtest/gtest.h>

#include <set>

namespace lq::stdlib {
namespace {

TEST(Library, EverythingSaysWhatItIs) {
  ASSERT_EQ(AllLibraries().size(), 4U);
  std::set<std::string_view> names;
  for (const Library& library : AllLibraries()) {
    EXPECT_TRUE(library.name.starts_with("std_")) << library.name;
    EXPECT_FALSE(library.purpose.empty()) << library.name;
    EXPECT_EQ(library.version, "1") << library.name;
    EXPECT_FALSE(library.names.empty()) << library.name;
    for (const LibraryName& name : library.names) {
      EXPECT_FALSE(name.summary.empty()) << library.name << " " << name.name;
      EXPECT_TRUE(name.summary.ends_with('.')) << name.summary;
      EXPECT_TRUE(name.declaration.starts_with(name.kind)) << name.name;
      EXPECT_TRUE(names.insert(name.name).second) << name.name << " is in two libraries";
    }
  }
}

TEST(Library, IsFoundByNameAndPath) {
  const Library* geo = FindLibrary("std_geo");
  ASSERT_NE(geo, nullptr);
  EXPECT_EQ(geo->path, "<standard library>/std_geo.lq");
  EXPECT_EQ(FindLibraryByPath(geo->path), geo);
  EXPECT_EQ(FindLibrary("std_none"), nullptr);
  EXPECT_EQ(FindLibraryByPath("std_geo.lq"), nullptr);
}

TEST(Library, DeclarationsEndWithTheirLastLine) {
  const Library* geo = FindLibrary("std_geo");
  EXPECT_EQ(geo->names.front().name, "dach");
  EXPECT_EQ(geo->names.front().kind, "set");
  EXPECT_EQ(geo->names.front().declaration, "set dach is [DE, AT, CH]");
  EXPECT_EQ(geo->names.front().summary, "Germany, Austria and Switzerland.");
  EXPECT_TRUE(geo->names.back().declaration.ends_with("]"));
  EXPECT_TRUE(geo->source.starts_with("npm package cldr-core")) << geo->source;
}

}  // namespace
}  // namespace lq::stdlib
