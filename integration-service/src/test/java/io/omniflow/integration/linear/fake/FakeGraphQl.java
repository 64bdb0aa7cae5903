package io.omniflow.integration.linear.fake;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The fake's GraphQL: documents are parsed, validated and executed against the excerpt of Linear's schema. */
public final class FakeGraphQl {
    private static final String EXCERPT = "/linear-excerpt.graphql";
    private static final GraphQLScalarType TIME = GraphQLScalarType.newScalar()
            .name("DateTime")
            .coercing(new Coercing<Instant, String>() {
                @Override
                public String serialize(Object result, GraphQLContext context, Locale locale) {
                    return result.toString();
                }
            })
            .build();

    private final FakeState state;
    private final Doings doings;
    private final GraphQL engine;

    FakeGraphQl(FakeState state, Doings doings) {
        this.state = state;
        this.doings = doings;
        this.engine = GraphQL.newGraphQL(schema(wiring())).build();
    }

    /** What others are told of. */
    interface Doings {
        void moved(FakeState.Moved moved);

        void said(FakeIssue issue, FakeComment comment);
    }

    /** The excerpt without behaviour, to hold against Linear's own schema. */
    public static GraphQLSchema excerpt() {
        return schema(RuntimeWiring.newRuntimeWiring().scalar(TIME).build());
    }

    Map<String, Object> execute(FakeRequest request) {
        ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .build();
        return engine.execute(input).toSpecification();
    }

    private static GraphQLSchema schema(RuntimeWiring wiring) {
        try (InputStream in = Objects.requireNonNull(FakeGraphQl.class.getResourceAsStream(EXCERPT))) {
            String sdl = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private RuntimeWiring wiring() {
        return RuntimeWiring.newRuntimeWiring()
                .scalar(TIME)
                .type("Query", type -> type.dataFetcher(
                                "viewer", _ -> Map.of("id", "00000000-0000-4000-8000-000000000001", "name", "Ada Fake"))
                        .dataFetcher("team", answering(call -> state.team(text(call))))
                        .dataFetcher("issue", answering(call -> state.issue(text(call))))
                        .dataFetcher("comment", answering(call -> state.comment(text(call)))))
                .type("Team", type -> type.dataFetcher("states", _ -> Map.of("nodes", states())))
                .type("Mutation", type -> type.dataFetcher(
                                "issueCreate",
                                answering(call ->
                                        Map.of("success", true, "lastSyncId", 1.0, "issue", state.create(input(call)))))
                        .dataFetcher(
                                "attachmentCreate",
                                answering(call -> Map.of(
                                        "success", true, "lastSyncId", 1.0, "attachment", state.attach(input(call)))))
                        .dataFetcher("issueUpdate", answering(this::move))
                        .dataFetcher("commentCreate", answering(this::say)))
                .type(
                        "Issue",
                        type -> type.dataFetcher(
                                "state", call -> FakeWorkflow.named(Objects.requireNonNull(call.<FakeIssue>getSource())
                                                .stateName())
                                        .node()))
                .build();
    }

    private static List<Map<String, Object>> states() {
        return Arrays.stream(FakeWorkflow.values()).map(FakeWorkflow::node).toList();
    }

    private Object move(DataFetchingEnvironment call) {
        FakeState.Moved moved = state.move(text(call), FakeWorkflow.of((String)
                Objects.requireNonNull(input(call).get("stateId"))));
        doings.moved(moved);
        return Map.of("success", true, "lastSyncId", 1.0, "issue", moved.after());
    }

    private Object say(DataFetchingEnvironment call) {
        Map<String, Object> input = input(call);
        String issue = (String) Objects.requireNonNull(input.get("issueId"));
        FakeComment comment = state.say(
                issue, (String) input.get("id"), (String) Objects.requireNonNull(input.get("body")), "Ada Fake");
        doings.said(state.issue(issue), comment);
        return Map.of("success", true, "lastSyncId", 1.0, "comment", comment);
    }

    private static String text(DataFetchingEnvironment call) {
        return Objects.requireNonNull(call.<String>getArgument("id"));
    }

    private static Map<String, Object> input(DataFetchingEnvironment call) {
        return Objects.requireNonNull(call.<Map<String, Object>>getArgument("input"));
    }

    private static DataFetcher<Object> answering(Function<DataFetchingEnvironment, Object> answer) {
        return call -> {
            try {
                return answer.apply(call);
            } catch (FakeState.Refusal refusal) {
                return DataFetcherResult.newResult()
                        .error(GraphqlErrorBuilder.newError(call)
                                .message(refusal.getMessage())
                                .extensions(Map.of("type", "invalid input", "code", "INPUT_ERROR", "userError", true))
                                .build())
                        .build();
            }
        };
    }
}
