#include "stdlib/describe/describe.h"

#include <fmt/format.h>

#include <algorithm>

#include "stdlib/function.h"
#include "stdlib/library/library.h"

namespace lq::stdlib {
namespace {

// A declaration that is longer is counted, not shown.
constexpr std::size_t kLongestShown = 1500;

std::string OfFunction(const Function& function) {
  std::string text = fmt::format(
      "# {}\n\n{}\n\nA standard function: rules, scores, tables and derived values may call it",
      function.signature, function.summary);
  if (function.is_operator) {
    const std::size_t open = function.signature.find('(');
    const std::string_view argument =
        function.signature.substr(open + 1, function.signature.size() - open - 2);
    text += fmt::format(", or write `{} of {}`", function.name, argument);
  }
  return text + ".\n";
}

// A constant that may stand behind the name, for an example.
std::string_view ExampleOf(const Conversion& conversion) {
  return conversion.takes == TypeKind::kCountry ? " DE" : "";
}

std::string OfConversion(const Conversion& conversion) {
  return fmt::format(
      "# by {}\n\n{}\n\nA conversion: a source reads a place with it, `from \"…\" by {}{}`. A text "
      "that is not {} is an "
      "error of the lead, or missing where the field says `if invalid treat as missing`.\n",
      conversion.signature, conversion.summary, conversion.name, ExampleOf(conversion),
      conversion.wanted);
}

std::string FactsOf(const Library& library) {
  return library.source.empty() ? std::string() : fmt::format("Facts from {}\n\n", library.source);
}

// One row a name.
std::string TableOf(const Library& library) {
  std::string table = "| name | is a | |\n|---|---|---|\n";
  for (const LibraryName& name : library.names) {
    table += fmt::format("| `{}` | {} | {} |\n", name.name, name.kind, name.summary);
  }
  return table;
}

std::string OfLibrary(const Library& library) {
  return fmt::format(
      "# {}\n\n{}\n\nA standard library, version {}. A unit that says `uses library {}` may use "
      "its names.\n\n{}{}",
      library.name, library.purpose, library.version, library.name, FactsOf(library),
      TableOf(library));
}

std::string OfLibraryName(const Library& library, const LibraryName& name) {
  const bool shown = name.declaration.size() <= kLongestShown;
  const auto commas = std::count(name.declaration.begin(), name.declaration.end(), ',');
  const std::string_view article = name.kind == "enum" ? "An" : "A";
  return fmt::format(
      "# {}\n\n{}\n\n{} {} of the standard library `{}`: a unit that says `uses library {}` may "
      "use it.\n\n{}",
      name.name, name.summary, article, name.kind, library.name, library.name,
      shown                ? fmt::format("```lq\n{}\n```\n", name.declaration)
      : name.kind == "set" ? fmt::format("It has {} values.\n", commas + 1)
                           : std::string());
}

}  // namespace

std::optional<std::string> Describe(std::string_view name) {
  if (const Function* function = FindFunction(name)) {
    return OfFunction(*function);
  }
  if (const Conversion* conversion = FindConversion(name)) {
    return OfConversion(*conversion);
  }
  for (const Library& library : AllLibraries()) {
    if (library.name == name) {
      return OfLibrary(library);
    }
    for (const LibraryName& declared : library.names) {
      if (declared.name == name) {
        return OfLibraryName(library, declared);
      }
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> DescribedNames() {
  std::vector<std::string_view> names;
  for (const Function& function : AllFunctions()) {
    names.push_back(function.name);
  }
  for (const Conversion& conversion : AllConversions()) {
    names.push_back(conversion.name);
  }
  for (const Library& library : AllLibraries()) {
    names.push_back(library.name);
    for (const LibraryName& declared : library.names) {
      names.push_back(declared.name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string StandardReference() {
  std::string page =
      "# Standard functions and libraries\n\n"
      "<!-- Made by `lq explain standard`; a test compares. -->\n\n"
      "`lq explain NAME` prints what is said here of one name, and shows what a set or pattern "
      "holds.\n\n"
      "## Functions\n\n"
      "Rules, scores, tables and derived values call them, `length(name)`.\n\n"
      "| function | gives |\n|---|---|\n";
  for (const Function& function : AllFunctions()) {
    page += fmt::format("| `{}` | {} |\n", function.signature, function.summary);
  }
  page +=
      "\n## Conversions\n\n"
      "Sources read places with them, `field country from \"Country\" by country_name`. A text "
      "that they cannot read is an "
      "error of the lead, or missing where the field says `if invalid treat as missing`.\n\n"
      "| conversion | gives |\n|---|---|\n";
  for (const Conversion& conversion : AllConversions()) {
    page += fmt::format("| `by {}` | {} |\n", conversion.signature, conversion.summary);
  }
  page += "\n## Libraries\n\nA unit that says `uses library std_geo` may use its names.\n";
  for (const Library& library : AllLibraries()) {
    page += fmt::format("\n### {}\n\n{}\n\n{}{}", library.name, library.purpose, FactsOf(library),
                        TableOf(library));
  }
  return page;
}

}  // namespace lq::stdlib
