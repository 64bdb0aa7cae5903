package io.omniflow.ticket.imports.rest;

import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.imports.Imports;
import io.omniflow.ticket.imports.StageImport;
import io.omniflow.ticket.imports.StagedLine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Imports begun once for a key. The key is claimed with the import's row, long before the lines are stored; so a call that
 * is repeated finds the import of the first, unless nothing came of that one.
 */
@ApplicationScoped
class ImportCalls {
    private static final String OPERATION = "imports.begin";

    private final IdempotentCalls idempotentCalls;
    private final Imports imports;
    private final StageImport stageImport;

    ImportCalls(IdempotentCalls idempotentCalls, Imports imports, StageImport stageImport) {
        this.idempotentCalls = idempotentCalls;
        this.imports = imports;
        this.stageImport = stageImport;
    }

    /** Who asks for what, under which key. */
    record Asked(Caller caller, Origin origin, @Nullable String key, Sent sent, UriInfo uri) {}

    /** What is compared of two bodies under one key; they may be too large to be kept. */
    record Sent(@Nullable String type, @Nullable String length) {
        static Sent of(HttpHeaders headers) {
            @Nullable MediaType type = headers.getMediaType();
            // without its parameters: a client makes a new boundary each time
            return new Sent(
                    type == null ? null : type.getType() + "/" + type.getSubtype(),
                    headers.getHeaderString(HttpHeaders.CONTENT_LENGTH));
        }
    }

    /** The import these lines are in, stored by this call or by an earlier one. */
    Uni<UUID> importOf(Asked asked, Multi<StagedLine> lines) {
        return begun(asked, lines)
                .flatMap(begun -> begun.byThisCall() || asked.key() == null
                        ? Uni.createFrom().item(begun.id())
                        : imports.release(asked.caller().workspace(), begun.id(), OPERATION, asked.key())
                                .flatMap(staging -> switch (staging) {
                                    case GOES_ON -> Uni.createFrom().item(begun.id());
                                    case CAME_TO_NOTHING -> begun(asked, lines).map(Begun::id);
                                }));
    }

    private record Begun(UUID id, UUID fresh) {
        boolean byThisCall() {
            return id.equals(fresh);
        }
    }

    private Uni<Begun> begun(Asked asked, Multi<StagedLine> lines) {
        UUID fresh = Ids.next();
        return idempotentCalls
                .once(asked.caller(), asked.key(), OPERATION, asked.sent(), transaction -> imports.begin(
                                transaction, asked.caller().workspace(), fresh, asked.origin())
                        .replaceWith(() -> Response.accepted()
                                .header(HttpHeaders.LOCATION, location(asked.uri(), fresh))
                                .build()))
                .map(answer -> new Begun(idOf(answer), fresh))
                .call(begun -> begun.byThisCall()
                        ? stageImport.stage(asked.caller().workspace(), fresh, lines)
                        : Uni.createFrom().voidItem());
    }

    static String location(UriInfo uri, UUID id) {
        return uri.getAbsolutePathBuilder().path(id.toString()).build().toString();
    }

    private static UUID idOf(Response answer) {
        String location = answer.getHeaderString(HttpHeaders.LOCATION);
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
