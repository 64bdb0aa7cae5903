package io.omniflow.integration.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.introspection.Introspection;
import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.omniflow.integration.linear.fake.FakeGraphQl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against Linear's own schema, which is not part of this project; without it there is nothing to compare with. */
class LinearSchemaIT {
    private static final String SCHEMA = "shared/specs/linear-schema.graphql";
    private static @Nullable GraphQLSchema linear;

    @BeforeAll
    static void read_the_schema() throws IOException {
        Path file = projectRoot().resolveSibling(SCHEMA);
        assumeTrue(Files.exists(file), () -> "skipped: Linear's schema is not at " + file);
        ParserOptions unlimited = ParserOptions.newParserOptions()
                .maxTokens(Integer.MAX_VALUE)
                .maxCharacters(Integer.MAX_VALUE)
                .maxWhitespaceTokens(Integer.MAX_VALUE)
                .captureIgnoredChars(false)
                .build();
        ParserOptions.setDefaultSdlParserOptions(unlimited);
        linear = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(Files.readString(file)));
    }

    @Test
    void every_document_is_valid() {
        LinearDocuments.all()
                .forEach(document -> assertEquals(
                        List.of(),
                        new Validator().validateDocument(schema(), Parser.parse(document.text()), Locale.ENGLISH),
                        document.operation()));
    }

    @Test
    void the_fake_claims_nothing_that_linear_does_not_have() {
        FakeGraphQl.excerpt().getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .forEach(this::compare);
    }

    @Test
    void the_fake_knows_every_input_that_linear_requires() {
        FakeGraphQl.excerpt().getAllTypesAsList().stream()
                .filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast)
                .forEach(excerpt -> input(excerpt.getName()).getFields().stream()
                        .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue())
                        .forEach(field -> assertNotNull(
                                excerpt.getField(field.getName()), excerpt.getName() + "." + field.getName())));
    }

    private void compare(GraphQLNamedType type) {
        assertNotNull(schema().getType(type.getName()), type.getName());
        switch (type) {
            case GraphQLObjectType object -> object.getFields().forEach(field -> compare(object.getName(), field));
            case GraphQLInputObjectType input -> input.getFields().forEach(field -> compare(input.getName(), field));
            default -> {}
        }
    }

    private static void compare(String type, GraphQLFieldDefinition excerpt) {
        GraphQLObjectType object = Objects.requireNonNull(schema().getObjectType(type));
        GraphQLFieldDefinition real = object.getField(excerpt.getName());
        assertNotNull(real, type + "." + excerpt.getName());
        assertEquals(printed(real.getType()), printed(excerpt.getType()), type + "." + excerpt.getName());
        for (GraphQLArgument argument : excerpt.getArguments()) {
            GraphQLArgument realArgument = real.getArgument(argument.getName());
            assertNotNull(realArgument, type + "." + excerpt.getName() + "(" + argument.getName() + ")");
            assertEquals(printed(realArgument.getType()), printed(argument.getType()), argument.getName());
        }
    }

    private static void compare(String type, GraphQLInputObjectField excerpt) {
        GraphQLInputObjectField real = input(type).getField(excerpt.getName());
        assertNotNull(real, type + "." + excerpt.getName());
        assertEquals(printed(real.getType()), printed(excerpt.getType()), type + "." + excerpt.getName());
    }

    private static GraphQLInputObjectType input(String name) {
        return (GraphQLInputObjectType) Objects.requireNonNull(schema().getType(name), name);
    }

    private static String printed(graphql.schema.GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }

    private static GraphQLSchema schema() {
        return Objects.requireNonNull(linear);
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above holds mvnw");
        }
        return folder;
    }
}
