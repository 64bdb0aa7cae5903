package io.omniflow.integration.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import io.omniflow.integration.linear.LinearDocuments.Document;
import io.omniflow.integration.linear.fake.FakeGraphQl;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the fake's excerpt, which {@link LinearSchemaIT} holds against Linear's own schema. */
class LinearDocumentsTest {
    private static final GraphQLSchema EXCERPT = FakeGraphQl.excerpt();

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_is_valid_under_the_excerpt(Document document) {
        assertEquals(
                List.of(), new Validator().validateDocument(EXCERPT, Parser.parse(document.text()), Locale.ENGLISH));
    }

    static List<Document> documents() {
        return LinearDocuments.all();
    }
}
