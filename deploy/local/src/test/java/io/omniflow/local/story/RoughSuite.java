package io.omniflow.local.story;

import java.util.Map;

/** For stories that kill parts and see them come back. Each has a workspace of its own. */
final class RoughSuite extends SharedSuite {
    RoughSuite() {
        // Sooner than in production, where a worker's claim ends after two minutes; longer than any call lasts
        super(Map.of("OMNIFLOW_DELIVERIES_LEASE", "15s"));
    }
}
