package dev.chipwise.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A certificate and its private key, read from PEM files as ACME clients and OpenSSL write them.
 */
final class PemKeys {

    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    private PemKeys() {}

    /**
     * Both in one store, protected by nothing, since it never leaves memory.
     *
     * @throws IllegalArgumentException when a file is not what it should be
     */
    static KeyStore load(Path certificate, Path key) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("gateway", privateKey(key), new char[0], chain(certificate));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "cannot use " + certificate + " with " + key + ": " + e.getMessage(), e);
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (var bytes = new ByteArrayInputStream(Files.readAllBytes(file))) {
            var chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(bytes)
                            .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new IllegalArgumentException(
                        "--tls-cert " + file + " has no certificate in PEM");
            }
            return chain;
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        var found = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (found.find()) {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
            for (var algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(spec);
                } catch (GeneralSecurityException other) {
                    continue; // It is of another algorithm.
                }
            }
        }
        throw new IllegalArgumentException(
                "--tls-key "
                        + file
                        + " has no unencrypted PKCS #8 private key; convert it with 'openssl pkcs8"
                        + " -topk8 -nocrypt -in KEY -out NEW'");
    }
}
