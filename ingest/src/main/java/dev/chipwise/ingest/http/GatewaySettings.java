package dev.chipwise.ingest.http;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;

/**
 * How a gateway is set up.
 *
 * @param requiresToken on the loopback address too, as behind a proxy; elsewhere it always does
 * @param certificate PEM file with the certificate and its chain, for TLS
 * @param key PEM file with its private key
 */
public record GatewaySettings(
        ListenAddress address,
        boolean requiresToken,
        Optional<Path> certificate,
        Optional<Path> key,
        Limits limits) {

    public GatewaySettings {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(
                    "--tls-cert and --tls-key go together; give both files, or neither");
        }
        requiresToken = requiresToken || !address.isLoopback();
    }

    boolean hasTls() {
        return certificate.isPresent();
    }

    /** What TLS shows and signs with. */
    KeyStore keys() {
        return PemKeys.load(certificate.orElseThrow(), key.orElseThrow());
    }
}
