package io.omniflow.ticket.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
        Sending sending = new Sending(sink);
        SseBroadcaster connection = sse.newBroadcaster();
        connection.onClose(closed -> sending.stop());
        connection.register(sink);
        events.map(event -> outbound(event, sse.newEventBuilder(), form))
                .subscribe()
                .withSubscriber(sending);
    }

    /** Asks for the next event when the last is sent. Hanging up may be noticed within a sending as well as between two. */
    private static final class Sending implements MultiSubscriber<OutboundSseEvent> {
        private final SseEventSink sink;
        private final AtomicReference<Flow.@Nullable Subscription> upstream = new AtomicReference<>();
        private volatile boolean stopped;

        Sending(SseEventSink sink) {
            this.sink = sink;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream.set(subscription);
            if (stopped) {
                subscription.cancel();
            } else {
                subscription.request(1);
            }
        }

        @Override
        public void onItem(OutboundSseEvent event) {
            try {
                sink.send(event).whenComplete((sent, failure) -> sent(failure));
            } catch (IllegalStateException alreadyClosed) {
                sent(alreadyClosed);
            }
        }

        private void sent(@Nullable Throwable failure) {
            Flow.@Nullable Subscription subscription = upstream.get();
            if (failure != null) {
                if (failure instanceof JsonProcessingException) {
                    LOG.warn("An event of a live stream cannot be written", failure);
                } else {
                    LOG.debug("An event could not be sent: its listener has hung up", failure);
                }
                stop();
                sink.close();
            } else if (subscription != null) {
                subscription.request(1);
            }
        }

        void stop() {
            stopped = true;
            Flow.@Nullable Subscription subscription = upstream.get();
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            LOG.warn("A live stream ends early; its listener comes back", failure);
            sink.close();
        }

        @Override
        public void onCompletion() {
            sink.close();
        }
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
