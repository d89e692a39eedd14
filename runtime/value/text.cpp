#include "runtime/value/text.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <span>

#include <utf8proc.h>

#include "runtime/value/ascii.h"
#include "runtime/value/utf8.h"

namespace lq {
namespace {

std::uint8_t ByteAt(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

// Length of the longest front of `text` that is ASCII, counted in blocks of eight bytes.
std::size_t AsciiBlocks(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080) != 0) {
      break;
    }
  }
  return at;
}

// Size of the well-formed code point at `at` (Unicode, table 3-7), or 0.
std::size_t WellFormedSize(std::string_view text, std::size_t at) {
  const std::uint8_t first = ByteAt(text, at);
  if (first < 0x80) {
    return 1;
  }
  if (first < 0xC2 || first > 0xF4) {
    return 0;
  }
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() - at < size) {
    return 0;
  }
  // The second byte's range excludes overlong forms, surrogates and what is above U+10FFFF.
  const std::uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const std::uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (ByteAt(text, at + 1) < low || ByteAt(text, at + 1) > high) {
    return 0;
  }
  for (std::size_t i = 2; i < size; ++i) {
    if (utf8::IsFirstByte(text[at + i])) {
      return 0;
    }
  }
  return size;
}

struct CodePoints {
  char32_t first;
  char32_t last;
};

// Beside what is below U+0300, common ranges of which every code point is in form C and has class
// 0, so that they never combine with one another.
constexpr CodePoints kInert[] = {
    {0x0388, 0x03FF},                      // Greek
    {0x0400, 0x0482},                      // Cyrillic
    {0x048A, 0x052F},   {0x05D0, 0x05EA},  // Hebrew letters
    {0x0620, 0x064A},                      // Arabic letters
    {0x1E00, 0x1EFF},                      // Latin, Vietnamese
    {0x2010, 0x2027},                      // Dashes and quotation marks
    {0x3041, 0x3096},                      // Hiragana
    {0x309B, 0x30FF},                      // Katakana
    {0x4E00, 0x9FFF},                      // Han
    {0xAC00, 0xD7A3},                      // Hangul syllables
    {0x1F300, 0x1FAFF},                    // Emoji
};

bool IsInert(char32_t c) {
  if (c < 0x300) {
    return true;
  }
  return std::any_of(std::begin(kInert), std::end(kInert),
                     [c](const CodePoints& range) { return c >= range.first && c <= range.last; });
}

// Whether a text is in form C for a reason that is quickly seen; plain ASCII and Latin at once.
bool IsPlainlyNfc(std::string_view text) {
  text.remove_prefix(AsciiBlocks(text));
  // U+0300 begins with the byte CC; what is below, with lesser ones.
  const auto plain = [](char c) { return static_cast<std::uint8_t>(c) < 0xCC; };
  if (std::all_of(text.begin(), text.end(), plain)) {
    return true;
  }
  while (!text.empty()) {
    if (!IsInert(utf8::Take(text))) {
      return false;
    }
  }
  return true;
}

// 0: the code point begins a new run of combining marks.
int CombiningClass(utf8proc_int32_t c) { return utf8proc_get_property(c)->combining_class; }

// Canonical ordering: each run of combining marks sorted by class, stably. Not utf8proc's own: that
// takes quadratic time on the long runs of a hostile text.
void OrderMarks(std::span<utf8proc_int32_t> points) {
  const auto is_mark = [](utf8proc_int32_t c) { return CombiningClass(c) != 0; };
  const auto by_class = [](utf8proc_int32_t a, utf8proc_int32_t b) {
    return CombiningClass(a) < CombiningClass(b);
  };
  for (auto at = points.begin(); at != points.end();) {
    const auto first = std::find_if(at, points.end(), is_mark);
    at = std::find_if_not(first, points.end(), is_mark);
    if (!std::is_sorted(first, at, by_class)) {
      std::stable_sort(first, at, by_class);
    }
  }
}

// A canonical decomposition has at most four code points.
constexpr std::size_t kLongestDecomposition = 4;
constexpr auto kFormC = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);

std::span<utf8proc_int32_t> Decompose(std::string_view text, Arena& arena) {
  const std::size_t room = CountCodePoints(text) * kLongestDecomposition;
  const auto points = arena.MakeArray<utf8proc_int32_t>(room);
  std::size_t count = 0;
  while (!text.empty()) {
    int boundary = 0;
    const auto written = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(utf8::Take(text)), points.data() + count,
        static_cast<utf8proc_ssize_t>(room - count), kFormC, &boundary);
    count += static_cast<std::size_t>(written);
  }
  return points.first(count);
}

char32_t Lower(char32_t c) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

char32_t Upper(char32_t c) {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
}

// CaseFolding.txt, statuses C and S: the lower case of the upper case; but Cherokee folds to its
// upper case, and the Turkic letters U+0130 and U+0131 fold to nothing else.
char32_t Fold(char32_t c) {
  if (c == 0x130 || c == 0x131 || (c >= 0x13A0 && c <= 0x13F5)) {
    return c;
  }
  if (c >= 0x13F8 && c <= 0x13FD) {
    return c - 8;
  }
  if (c >= 0xAB70 && c <= 0xABBF) {
    return c - 0xAB70 + 0x13A0;
  }
  return Lower(Upper(c));
}

bool IsAscii(char c) { return static_cast<std::uint8_t>(c) < 0x80; }

// Replaces code point by code point; a text of small ASCII letters stays itself. Writes at most one
// and a half times as many bytes (U+023A grows from two to three).
template <typename MapCodePoint>
std::string_view MapCase(std::string_view text, Arena& arena, MapCodePoint map) {
  const auto stays = [](char c) { return IsAscii(c) && !IsAsciiUpper(c); };
  if (std::all_of(text.begin(), text.end(), stays)) {
    return text;
  }
  const std::span<char> buffer = arena.MakeArray<char>(text.size() + text.size() / 2 + 1);
  char* end = buffer.data();
  while (!text.empty()) {
    const char c = text.front();
    if (IsAscii(c)) {
      *end++ = AsciiLower(c);
      text.remove_prefix(1);
    } else {
      end = utf8::Write(map(utf8::Take(text)), end);
    }
  }
  return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

// A byte of ASCII that is no white space.
bool IsInk(char c) { return c > ' ' && IsAscii(c); }

// The place where the code point before `end` begins.
std::size_t PreviousCodePoint(std::string_view text, std::size_t end) {
  do {
    --end;
  } while (!utf8::IsFirstByte(text[end]));
  return end;
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += AsciiBlocks(text.substr(at));
    for (std::size_t i = 0; i < 8 && at < text.size(); ++i) {
      const std::size_t size = WellFormedSize(text, at);
      if (size == 0) {
        return false;
      }
      at += size;
    }
  }
  return true;
}

bool IsPlainAscii(std::string_view text) {
  const auto is_plain = [](char c) { return c != '\0' && IsAscii(c); };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    // Bit 7 of a byte that is NUL or not ASCII, if there is any such byte.
    if ((((eight - 0x0101010101010101) | eight) & 0x8080808080808080) != 0)
      return false;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_plain);
}

std::size_t CountCodePoints(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), utf8::IsFirstByte));
}

std::string_view NormalizeNfc(std::string_view text, Arena& arena) {
  if (IsPlainlyNfc(text)) {
    return text;
  }
  const std::span<utf8proc_int32_t> points = Decompose(text, arena);
  OrderMarks(points);
  const auto count =
      utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()), kFormC);
  const std::span<char> buffer = arena.MakeArray<char>(static_cast<std::size_t>(count) * 4);
  char* end = buffer.data();
  for (const auto c : points.first(static_cast<std::size_t>(count))) {
    end = utf8::Write(static_cast<char32_t>(c), end);
  }
  const std::string_view normal{buffer.data(), static_cast<std::size_t>(end - buffer.data())};
  return normal == text ? text : normal;
}

std::string_view FoldCase(std::string_view text, Arena& arena) {
  return MapCase(text, arena, Fold);
}

std::string FoldCase(std::string_view text) {
  Arena arena;
  return std::string(FoldCase(text, arena));
}

std::string_view LowerCase(std::string_view text, Arena& arena) {
  return MapCase(text, arena, Lower);
}

std::string_view Trim(std::string_view text) {
  if (!text.empty() && IsInk(text.front()) && IsInk(text.back()))
    return text;
  while (!text.empty()) {
    std::string_view rest = text;
    if (!utf8::IsWhiteSpace(utf8::Take(rest))) {
      break;
    }
    text = rest;
  }
  while (!text.empty()) {
    const std::size_t last = PreviousCodePoint(text, text.size());
    std::string_view point = text.substr(last);
    if (!utf8::IsWhiteSpace(utf8::Take(point))) {
      break;
    }
    text = text.substr(0, last);
  }
  return text;
}

std::size_t CountWords(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  while (!text.empty()) {
    const bool space = utf8::IsWhiteSpace(utf8::Take(text));
    if (!space && !in_word) {
      ++words;
    }
    in_word = !space;
  }
  return words;
}

std::string_view Prefix(std::string_view text, std::size_t n) {
  std::string_view rest = text;
  for (; n > 0 && !rest.empty(); --n) {
    utf8::Take(rest);
  }
  return text.substr(0, text.size() - rest.size());
}

std::string_view Suffix(std::string_view text, std::size_t n) {
  std::size_t begin = text.size();
  for (; n > 0 && begin > 0; --n) {
    begin = PreviousCodePoint(text, begin);
  }
  return text.substr(begin);
}

}  // namespace lq
