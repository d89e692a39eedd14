#include "compiler/ir/hash.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>

#include "compiler/ir/print.h"

namespace lq::ir {

std::string Hash(const Program& program) {
  const std::string text = Canonical(program);
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string hash = "sha256:";
  for (const std::uint8_t byte : digest)
    hash += fmt::format("{:02x}", byte);
  return hash;
}

}  // namespace lq::ir
