#include "tests/native/forbid_code.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace lq::test {

// A filter of system calls: mprotect with PROT_EXEC fails. Libraries are still loaded, since they
// are mapped executable at once.
bool ForbidCode() {
  constexpr auto kLoad = static_cast<unsigned short>(BPF_LD | BPF_W | BPF_ABS);
  constexpr auto kIfEqual = static_cast<unsigned short>(BPF_JMP | BPF_JEQ | BPF_K);
  constexpr auto kIfAny = static_cast<unsigned short>(BPF_JMP | BPF_JSET | BPF_K);
  constexpr auto kReturn = static_cast<unsigned short>(BPF_RET | BPF_K);
  constexpr unsigned kProtection = offsetof(seccomp_data, args) + 2 * sizeof(__u64);
  std::array<sock_filter, 6> filter = {{
      {kLoad, 0, 0, offsetof(seccomp_data, nr)},
      {kIfEqual, 0, 3, SYS_mprotect},
      {kLoad, 0, 0, kProtection},
      {kIfAny, 0, 1, PROT_EXEC},
      {kReturn, 0, 0, SECCOMP_RET_ERRNO | EACCES},
      {kReturn, 0, 0, SECCOMP_RET_ALLOW},
  }};
  const sock_fprog program = {static_cast<unsigned short>(filter.size()), filter.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

}  // namespace lq::test
