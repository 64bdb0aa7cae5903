package io.omniflow.kit.paging;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Answers a page with the {@code Link} to the next one. */
public final class Pages {
    private Pages() {}

    public static Response response(Page<?> page, UriInfo asked) {
        Response.ResponseBuilder answer = Response.ok(page);
        @Nullable String cursor = page.nextCursor();
        if (cursor != null) {
            answer.links(Link.fromUri(asked.getRequestUriBuilder()
                            .replaceQueryParam("cursor", cursor)
                            .build())
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
