"""JSON Web Tokens as PyJWT makes and checks them; OpenSSL has the keys."""
import binascii
import json as _json
from datetime import datetime as _datetime, timedelta as _timedelta, timezone as _timezone

from _refusals import refuser as _refuser
from jwt import algorithms, exceptions, utils
from jwt.algorithms import ALGORITHMS as _ALGORITHMS
from jwt.exceptions import (
    DecodeError, ExpiredSignatureError, ImmatureSignatureError, InvalidAlgorithmError, InvalidAudienceError,
    InvalidIssuedAtError, InvalidIssuerError, InvalidJTIError, InvalidKeyError, InvalidSignatureError,
    InvalidSubjectError, InvalidTokenError, MissingRequiredClaimError, PyJWKClientError, PyJWKError, PyJWKSetError,
    PyJWTError,
)
from jwt.utils import base64url_decode as _decode64, base64url_encode as _encode64

__version__ = "2.10.1"


def _seconds(moment):
    """Whole seconds since 1970; a time without a zone is UTC."""
    offset = moment.utcoffset() or _timedelta(0)
    return (moment.replace(tzinfo=None, microsecond=0) - offset - _datetime(1970, 1, 1)) // _timedelta(seconds=1)


def _algorithm(name):
    if name not in _ALGORITHMS:
        raise NotImplementedError("Algorithm not supported")
    return _ALGORITHMS[name]


def _text(value, encoder=None, sort_keys=False):
    return _json.dumps(value, separators=(",", ":"), cls=encoder, sort_keys=sort_keys).encode("utf-8")


class PyJWS:
    """Signed texts of any kind."""

    def encode(
        self, payload, key, algorithm="HS256", headers=None, json_encoder=None, is_payload_detached=False,
        sort_headers=False,
    ):
        if is_payload_detached:
            raise NotImplementedError("detached payloads are not supported by Katydid's jwt")
        name = algorithm if algorithm is not None else "none"
        if headers and headers.get("alg"):
            name = headers["alg"]
        header = {"typ": "JWT", "alg": name}
        if headers:
            if "kid" in headers and not isinstance(headers["kid"], str):
                raise InvalidTokenError("Key ID header parameter must be a string")
            header.update(headers)
        if not header["typ"]:
            del header["typ"]
        signed = _encode64(_text(header, json_encoder, sort_headers)) + b"." + _encode64(payload)
        signature = _algorithm(name).sign(signed, key)
        return (signed + b"." + _encode64(signature)).decode("utf-8")

    def decode_complete(self, jwt, key="", algorithms=None, options=None, detached_payload=None, **kwargs):
        options = {"verify_signature": True, **(options or {})}
        if options["verify_signature"] and not algorithms:
            raise DecodeError('It is required that you pass in a value for the "algorithms" argument when calling decode().')
        payload, signed, header, signature = self._load(jwt)
        if options["verify_signature"]:
            self._verify(signed, header, signature, key, algorithms)
        return {"payload": payload, "header": header, "signature": signature}

    def decode(self, jwt, key="", algorithms=None, options=None, **kwargs):
        return self.decode_complete(jwt, key, algorithms, options)["payload"]

    def get_unverified_header(self, jwt):
        header = self._load(jwt)[2]
        if "kid" in header and not isinstance(header["kid"], str):
            raise InvalidTokenError("Key ID header parameter must be a string")
        return header

    def _load(self, token):
        if isinstance(token, str):
            token = token.encode("utf-8")
        if not isinstance(token, bytes):
            raise DecodeError("Invalid token type. Token must be a %r" % (bytes,))
        try:
            signed, signature = token.rsplit(b".", 1)
            header, payload = signed.split(b".", 1)
        except ValueError as error:
            raise DecodeError("Not enough segments") from error
        try:
            header = _decode64(header)
        except (TypeError, binascii.Error) as error:
            raise DecodeError("Invalid header padding") from error
        try:
            header = _json.loads(header)
        except ValueError as error:
            raise DecodeError("Invalid header string: %s" % error) from error
        if not isinstance(header, dict):
            raise DecodeError("Invalid header string: must be a json object")
        try:
            payload = _decode64(payload)
        except (TypeError, binascii.Error) as error:
            raise DecodeError("Invalid payload padding") from error
        try:
            signature = _decode64(signature)
        except (TypeError, binascii.Error) as error:
            raise DecodeError("Invalid crypto padding") from error
        return payload, signed, header, signature

    def _verify(self, signed, header, signature, key, algorithms):
        if "alg" not in header:
            raise InvalidAlgorithmError("Algorithm not specified")
        name = header["alg"]
        if not name or algorithms is not None and name not in algorithms:
            raise InvalidAlgorithmError("The specified alg value is not allowed")
        try:
            algorithm = _algorithm(name)
        except NotImplementedError as error:
            raise InvalidAlgorithmError("Algorithm not supported") from error
        if not algorithm.verify(signed, key, signature):
            raise InvalidSignatureError("Signature verification failed")


class PyJWT:
    """Tokens whose payload is a set of claims."""

    def __init__(self, options=None):
        self.options = {
            "verify_signature": True, "verify_exp": True, "verify_nbf": True, "verify_iat": True, "verify_aud": True,
            "verify_iss": True, "verify_sub": True, "verify_jti": True, "require": [],
        }
        self.options.update(options or {})
        self._signer = PyJWS()

    def encode(self, payload, key, algorithm="HS256", headers=None, json_encoder=None, sort_headers=True):
        if not isinstance(payload, dict):
            raise TypeError("Expecting a dict object, as JWT only supports JSON objects as payloads.")
        payload = dict(payload)
        for claim in ("exp", "iat", "nbf"):
            if isinstance(payload.get(claim), _datetime):
                payload[claim] = _seconds(payload[claim])
        if "iss" in payload and not isinstance(payload["iss"], str):
            raise TypeError("Issuer (iss) must be a string.")
        return self._signer.encode(_text(payload, json_encoder), key, algorithm, headers, json_encoder, False, sort_headers)

    def decode_complete(
        self, jwt, key="", algorithms=None, options=None, verify=None, detached_payload=None, audience=None,
        subject=None, issuer=None, leeway=0, **kwargs,
    ):
        options = dict(options or {})
        options.setdefault("verify_signature", True)
        if not options["verify_signature"]:
            for name in ("exp", "nbf", "iat", "aud", "iss", "sub", "jti"):
                options.setdefault("verify_" + name, False)
        decoded = self._signer.decode_complete(jwt, key, algorithms, options)
        try:
            claims = _json.loads(decoded["payload"])
        except ValueError as error:
            raise DecodeError("Invalid payload string: %s" % error) from error
        if not isinstance(claims, dict):
            raise DecodeError("Invalid payload string: must be a json object")
        self._validate(claims, {**self.options, **options}, audience, issuer, leeway, subject)
        decoded["payload"] = claims
        return decoded

    def decode(self, jwt, key="", algorithms=None, options=None, **kwargs):
        return self.decode_complete(jwt, key, algorithms, options, **kwargs)["payload"]

    def _validate(self, claims, options, audience, issuer, leeway, subject):
        if isinstance(leeway, _timedelta):
            leeway = leeway.total_seconds()
        if audience is not None and (isinstance(audience, bytes) or not hasattr(audience, "__iter__")):
            raise TypeError("audience must be a string, iterable or None")
        for claim in options["require"]:
            if claims.get(claim) is None:
                raise MissingRequiredClaimError(claim)
        now = _datetime.now(tz=_timezone.utc).timestamp()

        def number(claim, error):
            try:
                return int(claims[claim])
            except ValueError:
                raise error from None

        if "iat" in claims and options["verify_iat"]:
            issued = number("iat", InvalidIssuedAtError("Issued At claim (iat) must be an integer."))
            if issued > now + leeway:
                raise ImmatureSignatureError("The token is not yet valid (iat)")
        if "nbf" in claims and options["verify_nbf"]:
            if number("nbf", DecodeError("Not Before claim (nbf) must be an integer.")) > now + leeway:
                raise ImmatureSignatureError("The token is not yet valid (nbf)")
        if "exp" in claims and options["verify_exp"]:
            if number("exp", DecodeError("Expiration Time claim (exp) must be an integer.")) <= now - leeway:
                raise ExpiredSignatureError("Signature has expired")
        if options["verify_iss"]:
            self._validate_issuer(claims, issuer)
        if options["verify_aud"]:
            self._validate_audience(claims, audience)
        if options["verify_sub"] and "sub" in claims:
            if not isinstance(claims["sub"], str):
                raise InvalidSubjectError("Subject must be a string")
            if subject is not None and claims["sub"] != subject:
                raise InvalidSubjectError("Invalid subject")
        if options["verify_jti"] and "jti" in claims and not isinstance(claims["jti"], str):
            raise InvalidJTIError("JWT ID must be a string")

    def _validate_issuer(self, claims, issuer):
        if issuer is None:
            return
        if "iss" not in claims:
            raise MissingRequiredClaimError("iss")
        if not isinstance(claims["iss"], str):
            raise InvalidIssuerError("Payload Issuer (iss) must be a string")
        if not isinstance(issuer, str) and not hasattr(issuer, "__contains__"):
            raise InvalidIssuerError('Issuer param must be "str" or "Container[str]"')
        if claims["iss"] != issuer if isinstance(issuer, str) else claims["iss"] not in issuer:
            raise InvalidIssuerError("Invalid issuer")

    def _validate_audience(self, claims, audience):
        if audience is None:
            if claims.get("aud"):
                raise InvalidAudienceError("Invalid audience")
            return
        if not claims.get("aud"):
            raise MissingRequiredClaimError("aud")
        claimed = claims["aud"]
        if isinstance(claimed, str):
            claimed = [claimed]
        if not isinstance(claimed, list) or any(not isinstance(item, str) for item in claimed):
            raise InvalidAudienceError("Invalid claim format in token")
        if isinstance(audience, str):
            audience = [audience]
        if all(item not in claimed for item in audience):
            raise InvalidAudienceError("Audience doesn't match")


_signer = PyJWS()
_tokens = PyJWT()
encode = _tokens.encode
decode = _tokens.decode
decode_complete = _tokens.decode_complete
get_unverified_header = _signer.get_unverified_header

__getattr__ = _refuser(__name__, "there are encode, decode, get_unverified_header, and the exceptions")
