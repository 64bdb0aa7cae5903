package io.omniflow.kit.inbox;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who this process is among the replicas of its service. */
@ConfigMapping(prefix = "omniflow.replica")
public interface ReplicaConfig {
    /**
     * A name that no other replica alive has and that stays the same when the process is started again, such as a container's
     * host name. Two alive under one name lock each other out of Kafka. Without one a replica is a new member at every start.
     */
    Optional<String> name();
}
