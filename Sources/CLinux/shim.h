#pragma once
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
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
