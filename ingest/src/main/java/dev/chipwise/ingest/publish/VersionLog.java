package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.ModelVersion;
import java.util.List;

/** Every registration of a model version that was ever published, in order per model. */
public interface VersionLog {

    /**
     * Everything registered until now.
     *
     * @throws Undelivered when the broker does not answer
     */
    List<ModelVersion> read();
}
