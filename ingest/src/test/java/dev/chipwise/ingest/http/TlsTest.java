package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.publish.InMemoryPublisher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS from two PEM files. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void speaksTlsWithTheCertificateOfTheFiles(String algorithm) throws Exception {
        var store = madeWithKeytool(algorithm);
        var cert = pem("cert.pem", "CERTIFICATE", store.getCertificate("k").getEncoded());
        var key =
                pem(
                        "key.pem",
                        "PRIVATE KEY",
                        store.getKey("k", PASSWORD.toCharArray()).getEncoded());
        try (var gateway = start(cert, key)) {
            assertThat(gateway.url()).startsWith("https://");
            var uri = URI.create("https://localhost:" + gateway.port() + "/livez");

            var answer =
                    HttpClient.newBuilder()
                            .sslContext(trusting(store))
                            .build()
                            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("ok\n");
        }
    }

    @Test
    void aFileThatIsNoKeySaysHowToMakeOne() throws Exception {
        var store = madeWithKeytool("EC");
        var cert = pem("cert.pem", "CERTIFICATE", store.getCertificate("k").getEncoded());
        var key = pem("key.pem", "EC PRIVATE KEY", new byte[10]);

        assertThatThrownBy(() -> start(cert, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining("openssl pkcs8");
    }

    @Test
    void oneFileAloneIsWrongSetup() {
        assertThatThrownBy(() -> settings(Optional.of(Path.of("cert.pem")), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("go together");
    }

    private static Gateway start(Path certificate, Path key) {
        return Gateway.start(
                settings(Optional.of(certificate), Optional.of(key)),
                new TokenFile(Path.of("no-tokens")),
                InMemoryPublisher.keeping(Rig.RULES),
                Rig.CATALOG,
                GatewayListener.NONE);
    }

    private static GatewaySettings settings(Optional<Path> certificate, Optional<Path> key) {
        return new GatewaySettings(
                ListenAddress.parse("0"), false, certificate, key, Limits.DEFAULT);
    }

    private KeyStore madeWithKeytool(String algorithm) throws Exception {
        var file = directory.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command =
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD);
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(made.getInputStream().readAllBytes())).doesNotContain("rror:");
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private Path pem(String name, String what, byte[] content) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                directory.resolve(name),
                "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static SSLContext trusting(KeyStore store)
            throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("k", store.getCertificate("k"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
