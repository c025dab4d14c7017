"""Nothing needs patching: whatever waits here lets the others run."""


def patch_all(*args, **kwargs):
    return True


def _nothing(*args, **kwargs):
    pass


patch_builtins = patch_dns = patch_module = patch_os = patch_queue = patch_select = patch_signal = _nothing
patch_socket = patch_ssl = patch_subprocess = patch_sys = patch_thread = patch_time = patch_contextvars = _nothing


def is_module_patched(name):
    return True


def is_object_patched(module, name):
    return True
