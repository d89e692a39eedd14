#include "stdlib/library/library.h"

#include <algorithm>
#include <array>

#include "stdlib/library/library_text.h"

namespace lq::stdlib {
namespace {

constexpr std::array<std::string_view, 4> kKinds = {"enum", "parameter", "pattern", "set"};

std::string_view NextLine(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::string_view Word(std::string_view line, std::size_t index) {
  for (; index > 0; --index) {
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
  }
  return line.substr(0, line.find(' '));
}

// What stands between the first two quotes.
std::string_view Quoted(std::string_view line) {
  const std::size_t begin = line.find('"') + 1;
  return line.substr(begin, line.find('"', begin) - begin);
}

// Reads a library line by line. Our own files have a form that the tests hold them to: a comment
// right above each declaration, a blank line or another comment behind it.
class Reader {
 public:
  explicit Reader(const LibraryText& file) {
    library_.name = file.name;
    library_.path = "<standard library>/" + std::string(file.name) + ".lq";
    library_.text = file.text;
  }

  Library Run() && {
    for (std::string_view rest = library_.text; !rest.empty();) {
      Take(NextLine(rest));
    }
    return std::move(library_);
  }

 private:
  void Take(std::string_view line) {
    constexpr std::string_view kSource = "# Source: ";
    const std::string_view word = Word(line, 0);
    if (line.starts_with(kSource)) {
      library_.source = line.substr(kSource.size());
    } else if (word == "#") {
      comment_ += (comment_.empty() ? "" : " ") + std::string(line.substr(2));
      in_declaration_ = false;
      return;
    } else if (std::find(kKinds.begin(), kKinds.end(), word) != kKinds.end()) {
      library_.names.push_back({word, Word(line, 1), std::move(comment_), line});
      in_declaration_ = true;
    } else if (word == "library") {
      library_.version = Word(line, 3);
    } else if (word == "purpose") {
      library_.purpose = Quoted(line);
    } else if (line.empty()) {
      in_declaration_ = false;
    } else if (in_declaration_) {
      std::string_view& whole = library_.names.back().declaration;
      whole = {whole.data(), static_cast<std::size_t>(line.data() + line.size() - whole.data())};
    }
    comment_.clear();
  }

  Library library_;
  std::string comment_;
  bool in_declaration_ = false;
};

std::vector<Library> ReadLibraries() {
  std::vector<Library> libraries;
  for (const LibraryText& file : AllLibraryTexts()) {
    libraries.push_back(Reader(file).Run());
  }
  return libraries;
}

template <typename Is>
const Library* FirstThat(Is is) {
  const std::span<const Library> all = AllLibraries();
  const auto found = std::find_if(all.begin(), all.end(), is);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Library> AllLibraries() {
  static const std::vector<Library> libraries = ReadLibraries();
  return libraries;
}

const Library* FindLibrary(std::string_view name) {
  return FirstThat([&](const Library& library) { return library.name == name; });
}

const Library* FindLibraryByPath(std::string_view path) {
  return FirstThat([&](const Library& library) { return library.path == path; });
}

}  // namespace lq::stdlib
