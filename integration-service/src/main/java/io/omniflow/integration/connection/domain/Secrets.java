package io.omniflow.integration.connection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything secret of a connection, in the clear; kept only as long as a call needs it. */
public record Secrets(
        Map<String, Secret> credentials, @Nullable Secret webhookSecret) {
    public static final String WEBHOOK_SECRET = "webhookSecret";

    public Secrets {
        credentials = Map.copyOf(credentials);
    }

    /** What may be told of them: which are set. */
    public List<String> names() {
        SortedMap<String, Secret> sorted = new TreeMap<>(credentials);
        List<String> names = new ArrayList<>(sorted.keySet());
        if (webhookSecret != null) {
            names.add(WEBHOOK_SECRET);
        }
        return List.copyOf(names);
    }
}
