#pragma once
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

/// Swift hides fork() because it is unsafe once threads run. The master forks its workers before it starts any.
static inline pid_t katydid_fork(void) { return fork(); }

/// Has the kernel send `signal` to this process when its parent dies. Swift can't call prctl(), which is variadic.
static inline int katydid_die_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal); }
