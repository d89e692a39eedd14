// How long it takes to read a bundle: from its bytes in memory, and from its file by mapping.
//
//   bundle_bench FILE.lqb [flags of Google Benchmark]

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "runtime/bundle/bundle.h"

namespace {

std::string path;

// A file's bytes, mapped.
class Mapped {
 public:
  Mapped() {
    const int file = open(path.c_str(), O_RDONLY);
    struct stat status{};
    if (file < 0 || fstat(file, &status) != 0)
      std::abort();
    size_ = static_cast<std::size_t>(status.st_size);
    data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    close(file);
    if (data_ == MAP_FAILED)
      std::abort();
  }
  ~Mapped() { munmap(data_, size_); }
  Mapped(const Mapped&) = delete;
  Mapped& operator=(const Mapped&) = delete;
  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

void Read(std::string_view bytes) {
  std::string problem;
  if (lq::ReadBundle(bytes, problem) == nullptr) {
    fmt::print(stderr, "{}\n", problem);
    std::exit(2);
  }
}

void ReadFromMemory(benchmark::State& state) {
  const Mapped file;
  const std::string bytes(file.bytes());
  for (auto _ : state)
    Read(bytes);
}
BENCHMARK(ReadFromMemory)->Unit(benchmark::kMicrosecond);

void MapAndRead(benchmark::State& state) {
  for (auto _ : state)
    Read(Mapped().bytes());
}
BENCHMARK(MapAndRead)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    fmt::print(stderr, "usage: bundle_bench FILE.lqb\n");
    return 2;
  }
  path = argv[1];
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
