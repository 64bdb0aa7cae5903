package io.omniflow.local.story;

import java.util.Map;

/** For stories that break nothing. */
public final class OneSuite extends SharedSuite {
    OneSuite() {
        super(Map.of(), "--demo");
    }
}
