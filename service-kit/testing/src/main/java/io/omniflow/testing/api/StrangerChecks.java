package io.omniflow.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Ids of another workspace where a body or a query takes an id: they may be refused or kept, but show nothing. */
record StrangerChecks(Subject subject, Strangers strangers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StrangerChecks of(Subject subject, Strangers strangers) {
        return new StrangerChecks(subject, strangers);
    }

    Stream<DynamicNode> tests() {
        return Stream.concat(queries(), bodies());
    }

    /** Also where the document says nothing of the form. */
    private Stream<DynamicNode> queries() {
        return subject.operation()
                .parameters("query")
                .filter(parameter -> !parameter.has("schema") || takesId(parameter.path("schema")))
                .map(parameter -> parameter.path("name").asText())
                .<DynamicNode>map(name ->
                        DynamicTest.dynamicTest("ids of another workspace in the query at " + name, () -> query(name)));
    }

    private boolean takesId(JsonNode schema) {
        return subject.document().isId(schema)
                || subject.document().isId(subject.document().items(schema));
    }

    private Stream<DynamicNode> bodies() {
        return subject.operation().jsonContent().stream()
                .flatMap(content -> IdPlace.of(
                                subject.document(), content.getValue().path("schema"))
                        .stream()
                        .<DynamicNode>map(place -> DynamicTest.dynamicTest(
                                "ids of another workspace in the body at " + place, () -> body(content, place))));
    }

    private void query(String name) {
        Calls.Call sound = subject.sound();
        for (String id : strangers.known().ids()) {
            String uri = sound.uri() + (sound.uri().contains("?") ? "&" : "?") + name + "=" + id;
            Answer answer = subject.calls().send(sound.at(uri));
            answer.mustNotBreak(name + " = " + id);
            showsNothing(answer, answer.isSuccess() ? Set.of() : Set.of(id));
        }
    }

    private void body(Map.Entry<String, JsonNode> content, IdPlace place) throws JsonProcessingException {
        Calls.Call sound = subject.sound();
        JsonNode body = JSON.readTree(sound.body().toString());
        // what was sent before may have been kept, and is shown by a call that finds it again
        Set<String> sent = new HashSet<>();
        for (String id : strangers.known().ids()) {
            sent.add(id);
            Answer answer = subject.calls()
                    .send(sound.sending(
                            content.getKey(),
                            Buffer.buffer(place.filled(body, id).toString())));
            answer.mustNotBreak(place + " = " + id);
            showsNothing(answer, sent);
        }
    }

    /** @param echoed what was sent may come back */
    private void showsNothing(Answer answer, Set<String> echoed) {
        strangers.known().marks().stream()
                .filter(mark -> !echoed.contains(mark) && answer.body().contains(mark))
                .findFirst()
                .ifPresent(mark -> {
                    throw new AssertionError(
                            answer.call() + " shows " + mark + " of another workspace: " + answer.body());
                });
    }
}
