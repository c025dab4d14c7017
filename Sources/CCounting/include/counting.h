#ifndef COUNTING_H
#define COUNTING_H

/// Swift counts references with locked instructions, which cost four times what plain ones do, and a virtual machine more
/// than that; a third of a request's user time went into them. As long as one thread alone runs Swift code they are for
/// nothing, and that is so in workers, scripts, the linter and the prompt. So the program's calls to count come here
/// (`--wrap` in Package.swift), and are counted plainly until a second thread is made.
///
/// Every `pthread_create` counts as such a thread, for ever, but for those below.

/// Says that the calling thread is about to make a thread that will run Swift code, and ends with
/// `counting_thread_ended`.
void counting_thread_begins(void);

/// Says that a thread announced by `counting_thread_begins` has touched its last Swift object, or couldn't be made.
void counting_thread_ended(void);

/// Says that the threads which the calling thread makes from here to `counting_end_announced` have been announced, or run no
/// Swift code at all, as those of ZeroMQ.
void counting_begin_announced(void);

/// Ends what `counting_begin_announced` began.
void counting_end_announced(void);

#endif
