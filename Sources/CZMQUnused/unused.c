// What Debian's libzmq.a refers to for ways to connect that are never asked for here: PGM and NORM (multicast) and GSSAPI
// (Kerberos). Their libraries would be loaded with the program, or can't be linked statically; so each function is one that
// ends the process, but for the two that are called with the first context and the last.
#include <stdlib.h>

#define UNUSED(name) _Noreturn void name(void) { abort(); }
#define UNUSED_VALUE(name) const void *const name = 0;

UNUSED(NormCreateInstance) UNUSED(NormCreateSession) UNUSED(NormDestroyInstance) UNUSED(NormDestroySession)
UNUSED(NormGetDescriptor) UNUSED(NormGetNextEvent) UNUSED(NormGetRandomSessionId) UNUSED(NormIsUnicastAddress)
UNUSED(NormNodeDelete) UNUSED(NormObjectGetType) UNUSED(NormObjectGetUserData) UNUSED(NormObjectSetUserData)
UNUSED(NormSetCongestionControl) UNUSED(NormSetDefaultSyncPolicy) UNUSED(NormSetDefaultUnicastNack)
UNUSED(NormSetLoopback) UNUSED(NormSetMulticastInterface) UNUSED(NormSetRxPortReuse) UNUSED(NormSetTTL)
UNUSED(NormStartReceiver) UNUSED(NormStartSender) UNUSED(NormStopInstance) UNUSED(NormStopReceiver)
UNUSED(NormStopSender) UNUSED(NormStreamFlush) UNUSED(NormStreamOpen) UNUSED(NormStreamRead)
UNUSED(NormStreamSeekMsgStart) UNUSED(NormStreamWrite) UNUSED(gss_accept_sec_context) UNUSED(gss_acquire_cred)
UNUSED(gss_delete_sec_context) UNUSED(gss_display_name) UNUSED(gss_import_name) UNUSED(gss_init_sec_context)
UNUSED(gss_release_buffer) UNUSED(gss_release_cred) UNUSED(gss_release_name) UNUSED(gss_unwrap) UNUSED(gss_wrap)
UNUSED(pgm_bind3) UNUSED(pgm_close) UNUSED(pgm_connect) UNUSED(pgm_error_free) UNUSED(pgm_free)
UNUSED(pgm_freeaddrinfo) UNUSED(pgm_getaddrinfo) UNUSED(pgm_getsockopt) UNUSED(pgm_gsi_create_from_data)
UNUSED(pgm_recvmsgv) UNUSED(pgm_send) UNUSED(pgm_setsockopt) UNUSED(pgm_socket)

UNUSED_VALUE(GSS_C_NT_HOSTBASED_SERVICE) UNUSED_VALUE(GSS_C_NT_USER_NAME) UNUSED_VALUE(NORM_INSTANCE_INVALID)
UNUSED_VALUE(NORM_NODE_ANY) UNUSED_VALUE(NORM_OBJECT_INVALID) UNUSED_VALUE(NORM_SESSION_INVALID)

int pgm_init(void *error) { return 1; }

int pgm_shutdown(void) { return 1; }
