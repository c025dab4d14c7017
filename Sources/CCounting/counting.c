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
#define REAL(result, name, ...) extern result __real_##name(__VA_ARGS__) __attribute__((weak));

REAL(int, pthread_create, pthread_t *, const pthread_attr_t *, void *(*)(void *), void *)
REAL(void *, swift_retain, void *)
REAL(void *, swift_retain_n, void *, uint32_t)
REAL(void, swift_release, void *)
REAL(void, swift_release_n, void *, uint32_t)
REAL(void *, swift_bridgeObjectRetain, void *)
REAL(void *, swift_bridgeObjectRetain_n, void *, int)
REAL(void, swift_bridgeObjectRelease, void *)
REAL(void, swift_bridgeObjectRelease_n, void *, int)

extern void *swift_nonatomic_retain(void *);
extern void *swift_nonatomic_retain_n(void *, uint32_t);
extern void swift_nonatomic_release(void *);
extern void swift_nonatomic_release_n(void *, uint32_t);
extern void *swift_nonatomic_bridgeObjectRetain(void *);
extern void *swift_nonatomic_bridgeObjectRetain_n(void *, int);
extern void swift_nonatomic_bridgeObjectRelease(void *);
extern void swift_nonatomic_bridgeObjectRelease_n(void *, int);

int __wrap_pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
  if (!announced) counting_thread_begins();
  return __real_pthread_create(thread, attributes, run, argument);
}

void *__wrap_swift_retain(void *object) {
  return is_plain() ? swift_nonatomic_retain(object) : __real_swift_retain(object);
}

void *__wrap_swift_retain_n(void *object, uint32_t count) {
  return is_plain() ? swift_nonatomic_retain_n(object, count) : __real_swift_retain_n(object, count);
}

void __wrap_swift_release(void *object) {
  if (is_plain()) swift_nonatomic_release(object);
  else __real_swift_release(object);
}

void __wrap_swift_release_n(void *object, uint32_t count) {
  if (is_plain()) swift_nonatomic_release_n(object, count);
  else __real_swift_release_n(object, count);
}

void *__wrap_swift_bridgeObjectRetain(void *object) {
  return is_plain() ? swift_nonatomic_bridgeObjectRetain(object) : __real_swift_bridgeObjectRetain(object);
}

void *__wrap_swift_bridgeObjectRetain_n(void *object, int count) {
  return is_plain() ? swift_nonatomic_bridgeObjectRetain_n(object, count)
                    : __real_swift_bridgeObjectRetain_n(object, count);
}

void __wrap_swift_bridgeObjectRelease(void *object) {
  if (is_plain()) swift_nonatomic_bridgeObjectRelease(object);
  else __real_swift_bridgeObjectRelease(object);
}

void __wrap_swift_bridgeObjectRelease_n(void *object, int count) {
  if (is_plain()) swift_nonatomic_bridgeObjectRelease_n(object, count);
  else __real_swift_bridgeObjectRelease_n(object, count);
}

// A forked process has the thread that forked it alone.
static void forked(void) { atomic_store(&others, 0); }

__attribute__((constructor)) static void prepare(void) { pthread_atfork(0, 0, forked); }
