package io.omniflow.ticket.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads Server-Sent Events as a browser would. */
public final class EventStream implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 25;

    /** {@code comment} is empty for an event with a name. */
    public record Event(String id, String name, String data, String comment) {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final InputStream body;
    private final HttpClient client;

    private EventStream(HttpClient client, InputStream body) {
        this.client = client;
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    /** Returns when the stream stands: nothing that happens from now on is missed. */
    public static EventStream open(URI uri, String token, @Nullable String lastEventId) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<InputStream> answer = get(client, uri, token, lastEventId);
        assertEquals(200, answer.statusCode());
        return new EventStream(client, answer.body());
    }

    public static HttpResponse<InputStream> get(
            HttpClient client, URI uri, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            String data = "";
            String comment = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(new Event(id, name, data, comment));
                    name = "";
                    data = "";
                    comment = "";
                } else if (line.startsWith(":")) {
                    comment += line.substring(1).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5).strip();
                }
            }
            events.add(new Event("", "end", "", ""));
        } catch (IOException closed) {
            events.add(new Event("", "broken", "", ""));
        }
    }

    /** The next event that is none of the stream's own. */
    public Event next() {
        return next(event -> event.comment().isEmpty());
    }

    public Event next(Predicate<Event> wanted) {
        try {
            while (true) {
                Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    return fail("no such event came");
                }
                if (wanted.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
