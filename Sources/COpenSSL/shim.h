#pragma once
// For `katydid_sha256`, which is deprecated for what it spares.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <openssl/sha.h>

/// The SHA-256 of some bytes, without setting the whole library up as `EVP_Digest` does: configuration, names, error
/// texts, providers. A run that speaks no TLS starts a millisecond earlier.
static inline void katydid_sha256(const void *bytes, size_t count, unsigned char *digest) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes, count);
  SHA256_Final(digest, &context);
}
