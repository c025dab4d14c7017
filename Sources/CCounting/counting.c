#include "counting.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

/// How many threads beside the first may run Swift code.
static atomic_int others;
/// Whether the threads made by this one have been announced.
static _Thread_local int announced;

static int is_plain(void) { return atomic_load_explicit(&others, memory_order_relaxed) == 0; }

void counting_thread_begins(void) { atomic_fetch_add(&others, 1); }
void counting_thread_ended(void) { atomic_fetch_sub(&others, 1); }
void counting_begin_announced(void) { announced += 1; }
void counting_end_announced(void) { announced -= 1; }

// Weak, as only the program is linked with `--wrap`.
extern int __real_pthread_create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *) __attribute__((weak));

int __wrap_pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
  if (!announced) counting_thread_begins();
  return __real_pthread_create(thread, attributes, run, argument);
}

/// Stands in for a function of Swift's runtime that has a plain variant.
#define COUNTED(result, name, parameters, arguments)                                               \
  extern result __real_swift_##name parameters __attribute__((weak));                              \
  extern result swift_nonatomic_##name parameters;                                                 \
  result __wrap_swift_##name parameters {                                                          \
    return is_plain() ? swift_nonatomic_##name arguments : __real_swift_##name arguments;          \
  }

COUNTED(void *, retain, (void *object), (object))
COUNTED(void *, retain_n, (void *object, uint32_t count), (object, count))
COUNTED(void, release, (void *object), (object))
COUNTED(void, release_n, (void *object, uint32_t count), (object, count))
COUNTED(void *, bridgeObjectRetain, (void *object), (object))
COUNTED(void *, bridgeObjectRetain_n, (void *object, int count), (object, count))
COUNTED(void, bridgeObjectRelease, (void *object), (object))
COUNTED(void, bridgeObjectRelease_n, (void *object, int count), (object, count))

// A forked process has the thread that forked it alone.
static void forked(void) { atomic_store(&others, 0); }

__attribute__((constructor)) static void prepare(void) { pthread_atfork(0, 0, forked); }
