package io.omniflow.integration.hook;

import java.util.Set;

/** The event types an endpoint can follow. */
@FunctionalInterface
public interface FollowedTypes {
    Set<String> all();
}
