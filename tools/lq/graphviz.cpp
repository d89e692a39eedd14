#include "tools/lq/graphviz.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <thread>

#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// The exit status of a shell for a command that is not there; our child uses it too.
constexpr int kNotThere = 127;

struct Pipe {
  std::array<int, 2> ends = {-1, -1};
  bool Open() { return pipe(ends.data()) == 0; }
  void Close(std::size_t end) {
    if (ends[end] >= 0) {
      close(ends[end]);
    }
    ends[end] = -1;
  }
  ~Pipe() {
    Close(0);
    Close(1);
  }
};

[[noreturn]] void RunDot(Pipe& in, Pipe& out) {
  dup2(in.ends[0], STDIN_FILENO);
  dup2(out.ends[1], STDOUT_FILENO);
  for (const std::size_t end : {0, 1}) {
    in.Close(end);
    out.Close(end);
  }
  execlp("dot", "dot", "-Tsvg", nullptr);
  _exit(kNotThere);
}

void WriteAll(int file, const std::string& text) {
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t now = write(file, text.data() + written, text.size() - written);
    if (now < 0 && errno != EINTR) {
      return;
    }
    written += now > 0 ? static_cast<std::size_t>(now) : 0;
  }
}

std::string ReadAll(int file) {
  std::string text;
  std::array<char, 65536> buffer{};
  while (true) {
    const ssize_t now = read(file, buffer.data(), buffer.size());
    if (now == 0 || (now < 0 && errno != EINTR)) {
      return text;
    }
    text.append(buffer.data(), now > 0 ? static_cast<std::size_t>(now) : 0);
  }
}

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kNotThere - 1;
}

bool ReportNoPicture(const char* message) {
  Report(DiagnosticKind::kNoPicture, message,
         "install Graphviz (Debian's package `graphviz`), or take `--format dot` and draw it "
         "elsewhere");
  return false;
}

}  // namespace

bool DrawSvg(const std::string& dot, std::string& svg) {
  Pipe in;
  Pipe out;
  const bool piped = in.Open() && out.Open();
  const pid_t child = piped ? fork() : -1;
  if (child < 0) {
    return ReportNoPicture("the picture cannot be drawn: no further process can be started");
  }
  if (child == 0) {
    RunDot(in, out);
  }
  in.Close(0);
  out.Close(1);
  // `dot` reads everything before it draws, but need not.
  std::thread writer([&] {
    WriteAll(in.ends[1], dot);
    in.Close(1);
  });
  svg = ReadAll(out.ends[0]);
  writer.join();
  const int status = WaitFor(child);
  if (status == kNotThere) {
    return ReportNoPicture("the picture cannot be drawn: there is no program `dot`");
  }
  return status == 0 || ReportNoPicture("the picture cannot be drawn: `dot` failed");
}

}  // namespace lq::tool
