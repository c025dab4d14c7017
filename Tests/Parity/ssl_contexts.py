# no-csv
import ssl


def show(name, make):
    try:
        print(name, make())
    except Exception as error:
        print(name, type(error).__name__, error.args[-1])


def settings(context):
    return (
        context.verify_mode.name, context.check_hostname, context.maximum_version.name, context.protocol.name,
    )


def changed(**values):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for name, value in values.items():
        setattr(context, name, value)
    return settings(context)


show("default", lambda: settings(ssl.create_default_context()))
show("unverified", lambda: settings(ssl._create_unverified_context()))
show("client", lambda: settings(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)))
show("none", lambda: changed(check_hostname=False, verify_mode=ssl.CERT_NONE))
show("none too early", lambda: changed(verify_mode=ssl.CERT_NONE))
show("newest", lambda: changed(minimum_version=ssl.TLSVersion.TLSv1_3, maximum_version=ssl.TLSVersion.TLSv1_3))
show("wrong mode", lambda: changed(verify_mode=99))
show("wrong version", lambda: changed(minimum_version=99))
show("no certificate", lambda: ssl.create_default_context().load_cert_chain("nowhere.pem"))
show("no authorities", lambda: ssl.create_default_context(cafile="nowhere.pem"))
show("nothing", lambda: ssl.create_default_context().load_verify_locations())
show("no ciphers", lambda: ssl.create_default_context().set_ciphers(""))
show("ciphers", lambda: ssl.create_default_context().set_ciphers("DEFAULT@SECLEVEL=1"))
show("purpose", lambda: (ssl.Purpose.SERVER_AUTH.name, ssl.CERT_REQUIRED.name))
raise SystemExit(4)
