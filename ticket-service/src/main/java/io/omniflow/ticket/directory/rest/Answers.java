package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers that contacts, agents and teams share: lists are in the order of their ids. */
final class Answers {
    private Answers() {}

    static Response of(Object view, long version) {
        return Response.ok(view).header(HttpHeaders.ETAG, ETags.of(version)).build();
    }

    static Response created(UUID id, Object view, long version, UriInfo asked) {
        return Response.created(
                        asked.getAbsolutePathBuilder().path(id.toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(version))
                .entity(view)
                .build();
    }

    /** @param found one more than the page may hold when there is a next one */
    static <T> Response page(List<T> found, int most, Function<T, UUID> id, Function<T, ?> view, UriInfo asked) {
        Page<T> page =
                Page.cut(found, most, last -> Cursors.encode(id.apply(last).toString()));
        return Pages.response(page.map(view), asked);
    }

    static @Nullable UUID behind(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty()
                ? null
                : Cursors.uuid(Cursors.decode(cursor, 1).getFirst());
    }
}
