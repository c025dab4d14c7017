// The C symbols of Boost.Context (libboost-context-dev); its headers declare them for C++ only.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef void *fcontext_t;

typedef struct {
  fcontext_t fctx;
  void *data;
} transfer_t;

transfer_t jump_fcontext(fcontext_t const to, void *vp);
fcontext_t make_fcontext(void *sp, size_t size, void (*fn)(transfer_t));

/// Has the processor fetch memory that will be read soon. Swift has no word for it.
static inline void katydid_prefetch(const void *address) { __builtin_prefetch(address); }

/// Has a word stand in a register or on the stack up to here, where a scan of the stacks finds it. In Swift alone the
/// compiler sees that nothing is done with it: an empty function that isn't inlined is called without its argument.
static inline void katydid_keep_alive(uint64_t word) { __asm__ volatile("" : : "r"(word) : "memory"); }

#include <pthread.h>

// glibc declares it for _GNU_SOURCE only, which Swift's Glibc module doesn't set.
int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
