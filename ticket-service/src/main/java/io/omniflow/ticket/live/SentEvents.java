package io.omniflow.ticket.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/**
 * A stream on its way over one connection: an event when the one before is sent. A resource hands it over once nothing can be
 * refused any more, for the headers leave with the first event.
 */
public final class SentEvents {
    private static final Logger LOG = Logger.getLogger(SentEvents.class);

    private SentEvents() {}

    /** An event's name, and what it says as JSON. */
    public record Form(String name, Object data) {}

    /** The data of {@code reset}. */
    @Schema(name = "LostChanges")
    record Lost(String detail) {}

    /** Ends with the stream, or with the connection: whoever hangs up has done nothing wrong. */
    public static <E> void begin(Multi<LiveEvent<E>> events, SseEventSink sink, Sse sse, Function<E, Form> form) {
        Cancellable sending = events.onItem()
                .transformToUniAndConcatenate(event -> sent(sink, outbound(event, sse.newEventBuilder(), form)))
                .subscribe()
                .with(sent -> {}, failure -> broken(sink, failure), sink::close);
        SseBroadcaster connection = sse.newBroadcaster();
        connection.onClose(closed -> sending.cancel());
        connection.register(sink);
    }

    /** What went wrong with the connection, not with the events. */
    private static final class HungUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        HungUp(Throwable cause) {
            super(cause);
        }
    }

    private static Uni<?> sent(SseEventSink sink, OutboundSseEvent event) {
        return Uni.createFrom()
                .completionStage(() -> sink.send(event))
                .onFailure(failure -> !(failure instanceof JsonProcessingException))
                .transform(HungUp::new);
    }

    private static void broken(SseEventSink sink, Throwable failure) {
        if (failure instanceof HungUp) {
            LOG.debug("The listener of a live stream has hung up", failure);
        } else {
            LOG.warn("A live stream ends early; its listener comes back", failure);
        }
        sink.close();
    }

    private static <E> OutboundSseEvent outbound(
            LiveEvent<E> event, OutboundSseEvent.Builder builder, Function<E, Form> form) {
        OutboundSseEvent.Builder told = builder.id(event.position().text()).mediaType(MediaType.APPLICATION_JSON_TYPE);
        return switch (event) {
            case LiveEvent.Told<E>(E news, Position _) -> {
                Form formed = form.apply(news);
                yield told.name(formed.name()).data(formed.data()).build();
            }
            case LiveEvent.Lost<E> _ ->
                told.name("reset").data(new Lost("Read the list anew")).build();
            case LiveEvent.Quiet<E> _ -> told.comment("listening").build();
        };
    }
}
