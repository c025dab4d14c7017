#pragma once
#include <malloc.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// Swift hides fork() because it is unsafe once threads run. The master forks its workers before it starts any.
static inline pid_t katydid_fork(void) { return fork(); }

/// Has the kernel send `signal` to this process when its parent dies. Swift can't call prctl(), which is variadic.
static inline int katydid_die_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal); }

/// Raises the limit of open files as far as the process may: to a million where it may raise the hard limit (root),
/// else to that.
static inline void katydid_raise_open_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  struct rlimit most = {1 << 20, 1 << 20};
  if (limit.rlim_max >= most.rlim_max) most.rlim_max = most.rlim_cur = limit.rlim_max;
  if (setrlimit(RLIMIT_NOFILE, &most) == 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

/// A descriptor that can be read once the process has ended.
static inline int katydid_pidfd_open(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

/// Has the C library's heap grow by so many bytes at once, of large pages where the kernel has them, and keep them.
/// What makes millions of small objects otherwise spends a tenth of its time on the kernel's giving out small pages.
static inline void katydid_use_large_pages(size_t size) {
  const size_t page = (size_t)2 << 20;
  // More is not taken.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, (int)size);
  // A piece of this size surely isn't there yet, and is no mapping of its own.
  void *piece = malloc(16 << 20);
  char *end = (char *)sbrk(0);
  if (piece == NULL || end == (char *)-1) return;
  char *start = (char *)(((size_t)piece + page - 1) / page * page);
  free(piece);
  if (start < end) madvise(start, (size_t)(end - start) / page * page, MADV_HUGEPAGE);
}
