package dev.chipwise.deploy.chaos;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests where no container engine has the broker's image. Asking costs nothing, and an
 * ordinary build never begins to download; {@code make container-test} brings what is missing.
 */
final class NeedsImage implements ExecutionCondition {

    static final String OFFICIAL = "apache/kafka:" + AppInfoParser.getVersion();
    static final String NAME = System.getProperty("chipwise.kafka.image", OFFICIAL);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return isThere()
                ? ConditionEvaluationResult.enabled(NAME + " is there")
                : ConditionEvaluationResult.disabled(
                        "no container engine here has " + NAME + "; run: make container-test");
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("docker", "image", "inspect", NAME)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
