#include "stdlib/name/name.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "runtime/value/iso.h"
#include "stdlib/name/name_key.h"

namespace lq::stdlib {
namespace {

// What something is called, as NameKey gives it, and its code.
struct Name {
  std::string_view key;
  std::string_view code;
};

constexpr Name kCountryNames[] = {
#include "stdlib/name/country_names.inc"
};

constexpr Name kLanguageNames[] = {
#include "stdlib/name/language_names.inc"
};

// Empty when nothing is called so.
std::string_view CodeOf(std::span<const Name> names, std::string_view text) {
  const std::string key = NameKey(text);
  const auto found =
      std::lower_bound(names.begin(), names.end(), key,
                       [](const Name& name, std::string_view k) { return name.key < k; });
  return found != names.end() && found->key == key ? found->code : std::string_view();
}

std::optional<Value> Found(std::optional<std::uint16_t> index) {
  return index ? std::optional(Value::Number(*index)) : std::nullopt;
}

char Capital(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

char Small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::optional<Value> ConvertCountryName(std::string_view text, const Value&, Arena&) {
  if (text.size() == 2) {
    const char code[] = {Capital(text[0]), Capital(text[1])};
    if (const auto index = FindCountry({code, 2})) {
      return Found(index);
    }
  }
  return Found(FindCountry(CodeOf(kCountryNames, text)));
}

constexpr Conversion kCountryName = {
    .name = "country_name",
    .signature = "country_name",
    .summary =
        "The country that a text names: \"Germany\", \"Deutschland\", \"Korea, Republic of\", "
        "\"usa\", "
        "\"DEU\", \"de\". Names in the country's own language and in Danish, Dutch, English, "
        "Finnish, "
        "French, German, Italian, Norwegian, Polish, Portuguese, Spanish and Swedish; case, "
        "accents and "
        "punctuation do not matter.",
    .gives = TypeKind::kCountry,
    .takes = std::nullopt,
    .wanted = "the name of a country",
    .convert = ConvertCountryName,
};

// "en", "en-US" and "en_us" are English.
std::optional<std::uint16_t> LanguageOfTag(std::string_view text) {
  const bool tag = text.size() == 2 || (text.size() > 2 && (text[2] == '-' || text[2] == '_'));
  if (!tag) {
    return std::nullopt;
  }
  const char code[] = {Small(text[0]), Small(text[1])};
  return FindLanguage({code, 2});
}

std::optional<Value> ConvertLanguageName(std::string_view text, const Value&, Arena&) {
  if (const auto index = LanguageOfTag(text)) {
    return Found(index);
  }
  return Found(FindLanguage(CodeOf(kLanguageNames, text)));
}

constexpr Conversion kLanguageName = {
    .name = "language_name",
    .signature = "language_name",
    .summary =
        "The language that a text names: \"German\", \"Deutsch\", \"VIETNAMESE\", \"deu\", \"de\", "
        "\"de-AT\". "
        "Names in the language itself and in those of `country_name`; case, accents and "
        "punctuation "
        "do not matter.",
    .gives = TypeKind::kLanguage,
    .takes = std::nullopt,
    .wanted = "the name of a language",
    .convert = ConvertLanguageName,
};

constexpr Conversion kConversions[] = {kCountryName, kLanguageName};

}  // namespace

std::span<const Conversion> NameConversions() { return kConversions; }

}  // namespace lq::stdlib
