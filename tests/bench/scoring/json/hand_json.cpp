#include "tests/bench/scoring/json/hand_json.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include <simdjson.h>

#include "runtime/value/iso.h"

// Compiled once by each compiler; LQ_HAND_JSON is the name of the function that makes it.
namespace lq::bench {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::array<const char*, kFields> kNames = {
    "email",         "email_kind", "country",  "role",   "industry",   "employees",
    "annual_budget", "asked_demo", "opted_in", "intent", "engagement", "visits"};

// Of every byte: may stand in a local part; in a domain.
struct ByteTable {
  std::array<bool, 256> local{};
  std::array<bool, 256> domain{};
  ByteTable() {
    for (std::size_t byte = 0x21; byte < 0x7F; ++byte) {
      const char c = static_cast<char>(byte);
      local[byte] = std::string_view("@\"(),:;<>[]\\").find(c) == std::string_view::npos;
      domain[byte] =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
  }
};
const ByteTable kBytes;

bool IsLocalPart(std::string_view text) {
  if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.')
    return false;
  char before = 0;
  for (const char c : text) {
    if (!kBytes.local[static_cast<std::uint8_t>(c)] || (c == '.' && before == '.'))
      return false;
    before = c;
  }
  return true;
}

bool IsDomain(std::string_view text) {
  if (text.size() > 253)
    return false;
  std::size_t labels = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '.') {
      if (!kBytes.domain[static_cast<std::uint8_t>(text[i])])
        return false;
      continue;
    }
    if (i == start || i - start > 63 || text[start] == '-' || text[i - 1] == '-')
      return false;
    ++labels;
    start = i + 1;
  }
  return labels >= 2;
}

bool IsEmail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && IsLocalPart(text.substr(0, at)) &&
         IsDomain(text.substr(at + 1));
}

// "5999.99" to cents.
bool ReadCents(std::string_view token, std::int64_t& cents) {
  std::int64_t number = 0;
  std::size_t i = 0;
  for (; i < token.size() && token[i] >= '0' && token[i] <= '9'; ++i) {
    number = number * 10 + (token[i] - '0');
    if (number > 10'000'000)
      return false;
  }
  if (i == 0)
    return false;
  int places = 0;
  if (i < token.size() && token[i] == '.') {
    for (++i; i < token.size() && token[i] >= '0' && token[i] <= '9' && places < 2; ++i, ++places)
      number = number * 10 + (token[i] - '0');
    if (places == 0)
      return false;
  }
  for (; places < 2; ++places)
    number *= 10;
  cents = number;
  while (i < token.size() && (token[i] == ' ' || token[i] == '\n' || token[i] == '\t'))
    ++i;
  return i == token.size() && cents <= 10'000'000'00;
}

template <std::size_t N>
bool ReadName(ondemand::value& value, const std::array<std::string_view, N>& names,
              std::uint8_t& place) {
  std::string_view text;
  if (value.get_string().get(text))
    return false;
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == text) {
      place = static_cast<std::uint8_t>(i);
      return true;
    }
  }
  return false;
}

template <typename Integer>
bool ReadInteger(ondemand::value& value, std::int64_t low, std::int64_t high, Integer& number) {
  std::int64_t read = 0;
  if (value.get_int64().get(read) || read < low || read > high)
    return false;
  number = static_cast<Integer>(read);
  return true;
}

bool ReadBool(ondemand::value& value, bool& yes) { return !value.get_bool().get(yes); }

class Reader final : public HandJson {
 public:
  Reader() {
    country_of_.fill(kNoCountry);
    for (std::size_t i = 0; i < CountryCount(); ++i)
      country_of_[Letters(CountryCode(i))] = static_cast<std::uint16_t>(i);
  }

  bool Read(std::string_view text, ScoringLead& lead) override {
    ondemand::document document;
    ondemand::object object;
    const simdjson::padded_string_view padded(text.data(), text.size(), text.size() + kPadding);
    if (parser_.iterate(padded).get(document) || document.get_object().get(object))
      return false;
    unsigned seen = 0;
    std::size_t expected = 0;
    unknown_.clear();
    for (auto field : object) {
      ondemand::field pair;
      if (std::move(field).get(pair))
        return false;
      std::string_view key;
      const std::size_t place = PlaceOf(pair, expected, key);
      if (place == kFields) {
        if (!NoteUnknown(key))
          return false;
        continue;
      }
      if ((seen >> place & 1U) != 0 || !ReadField(place, pair.value(), lead))
        return false;
      seen |= 1U << place;
      expected = place + 1;
    }
    // Out of bounds: nothing stands behind the object.
    return seen == (1U << kFields) - 1 &&
           document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  }

 private:
  static constexpr std::uint16_t kNoCountry = 0xFFFF;

  static std::size_t Letters(std::string_view code) {
    return static_cast<std::size_t>(code[0] - 'A') * 26 + static_cast<std::size_t>(code[1] - 'A');
  }

  // Keys mostly come in the schema's order. Of others, `key` is the text, without data when it is
  // broken.
  static std::size_t PlaceOf(ondemand::field& pair, std::size_t expected, std::string_view& key) {
    if (expected < kFields && pair.key().unsafe_is_equal(kNames[expected]))
      return expected;
    if (pair.unescaped_key().get(key))
      return kFields;
    for (std::size_t place = 0; place < kFields; ++place) {
      if (key == kNames[place])
        return place;
    }
    return kFields;
  }

  // False when the key was there already, or is broken.
  bool NoteUnknown(std::string_view key) {
    if (key.data() == nullptr || std::find(unknown_.begin(), unknown_.end(), key) != unknown_.end())
      return false;
    unknown_.emplace_back(key);
    return true;
  }

  bool ReadCountry(ondemand::value& value, std::uint16_t& country) const {
    std::string_view code;
    if (value.get_string().get(code) || code.size() != 2 || code[0] < 'A' || code[0] > 'Z' ||
        code[1] < 'A' || code[1] > 'Z')
      return false;
    country = country_of_[Letters(code)];
    return country != kNoCountry;
  }

  template <typename Kind, std::size_t N>
  static bool ReadKind(ondemand::value& value, const std::array<std::string_view, N>& names,
                       Kind& kind) {
    std::uint8_t place = 0;
    const bool read = ReadName(value, names, place);
    kind = static_cast<Kind>(place);
    return read;
  }

  bool ReadField(std::size_t place, ondemand::value& value, ScoringLead& lead) {
    using Names3 = std::array<std::string_view, 3>;
    using Names4 = std::array<std::string_view, 4>;
    using Names8 = std::array<std::string_view, 8>;
    static constexpr Names3 kKinds = {"company", "free_mail", "disposable"};
    static constexpr Names4 kRoles = {"student", "user", "influencer", "decision_maker"};
    static constexpr Names8 kIndustryNames = {"software",      "manufacturing", "finance",
                                              "health",        "retail",        "education",
                                              "public_sector", "other"};
    switch (static_cast<Field>(place)) {
      case kEmail: {
        std::string_view email;
        return !value.get_string().get(email) && IsEmail(email);
      }
      case kEmailKind:
        return ReadKind(value, kKinds, lead.email_kind);
      case kCountry:
        return ReadCountry(value, lead.country);
      case kRole:
        return ReadKind(value, kRoles, lead.role);
      case kIndustry:
        return ReadKind(value, kIndustryNames, lead.industry);
      case kEmployees:
        return ReadInteger(value, 1, 5'000'000, lead.employees);
      case kAnnualBudget:
        return ReadCents(value.raw_json_token(), lead.annual_budget);
      case kAskedDemo:
        return ReadBool(value, lead.asked_demo);
      case kOptedIn:
        return ReadBool(value, lead.opted_in);
      case kIntent:
        return ReadInteger(value, 0, 100, lead.intent);
      case kEngagement:
        return ReadInteger(value, 0, 100, lead.engagement);
      case kVisits:
        return ReadInteger(value, 0, 10'000, lead.visits);
      case kFields:
        return true;
    }
    return true;
  }

  ondemand::parser parser_;
  std::array<std::uint16_t, 26 * 26> country_of_;
  // Keys of the lead that are no field.
  std::vector<std::string> unknown_;
};

}  // namespace

std::unique_ptr<HandJson> LQ_HAND_JSON() { return std::make_unique<Reader>(); }

}  // namespace lq::bench
