// compile FOLDER OUT: makes the bundle of the policy that lies in FOLDER, then
// shows that mistakes are told.

#include <lq/compiler.h>
#include <lq/policy.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

std::string Read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool Expect(bool holds, const char* what) {
  if (!holds)
    std::cerr << "does not hold: " << what << '\n';
  return holds;
}

bool TellsMistakes() {
  using lq::embed::Compile;
  const lq::embed::Compiled wrong =
      Compile({{"a.lq", "edition 2026\npolicy a version 1\n"}}, "a.lq");
  const lq::embed::Compiled none = Compile({}, "a.lq");
  const lq::embed::Compiled other =
      Compile({{"l.lq", "edition 2026\nlibrary l version 1\nset s is [DE]\n"}}, "l.lq");
  return Expect(wrong.bundle.empty() && !wrong.messages.empty(), "no bundle after an error") &&
         Expect(wrong.messages.front().path == "a.lq" && wrong.messages.front().is_error,
                "place") &&
         Expect(wrong.report.find(wrong.messages.front().code) != std::string::npos, "report") &&
         Expect(none.messages.size() == 1 && none.bundle.empty(), "no file") &&
         Expect(other.messages.size() == 1 && other.bundle.empty(), "no policy");
}

// Values nested far deeper than anybody would.
bool TellsWhatNoBundleHolds() {
  std::string policy =
      "edition 2026\npolicy p version 1\nuses schema s\n\noutcomes strongest first\n  call,\n  "
      "wait\n"
      "  otherwise wait weakly because LATE\n  undecided becomes ask_lead\n  doubtful  becomes "
      "look_at_it\n\n";
  std::string value = "seats";
  for (int i = 0; i < 10; ++i) {
    const std::string name{'d', static_cast<char>('0' + i)};
    policy += "derived " + name + " is ";
    for (int level = 0; level < 55; ++level)
      policy += "1 plus (";
    policy += value + std::string(55, ')') + "\n";
    value = name;
  }
  policy += "\nrule many\n  choose call strongly\n  when   d9 at least 900\n  reason MANY\n";
  const std::string schema =
      "edition 2026\nschema s version 1\nfield seats is integer from 1 to 1000 required\n";
  const lq::embed::Compiled deep = lq::embed::Compile({{"p.lq", policy}, {"s.lq", schema}}, "p.lq");
  return Expect(deep.bundle.empty() && !deep.messages.empty() && deep.messages.back().is_error,
                "an error instead of a bundle that nobody takes") &&
         Expect(deep.report.find(" deep, and 500 is the most") != std::string::npos,
                "how deep it is");
}

}  // namespace

int main(int, char** words) {
  std::vector<lq::embed::File> files;
  std::string policy;
  for (const auto& entry : std::filesystem::directory_iterator(words[1])) {
    const std::string name = entry.path().filename().string();
    files.push_back({name, Read(entry.path())});
    if (name.ends_with(".lq") && files.back().text.find("\npolicy ") != std::string::npos)
      policy = name;
  }
  const lq::embed::Compiled compiled = lq::embed::Compile(files, policy);
  std::cerr << compiled.report;
  lq::embed::Error error;
  if (!lq::embed::Policy::Open(compiled.bundle, error)) {
    std::cerr << error.message() << '\n';
    return 1;
  }
  std::ofstream(words[2], std::ios::binary) << compiled.bundle;
  return TellsMistakes() && TellsWhatNoBundleHolds() ? 0 : 1;
}
