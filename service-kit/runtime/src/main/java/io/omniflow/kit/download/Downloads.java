package io.omniflow.kit.download;

import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestMulti;

/** Files that are sent while they are made; one that cannot be finished ends in a broken connection, not in an end. */
public final class Downloads {
    private Downloads() {}

    /** In UTF-8, one item at a time: the next is asked for when this one is on its way. */
    public static Multi<byte[]> of(Multi<String> file, String name) {
        return RestMulti.fromMultiData(file.map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .withDemand(1)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
