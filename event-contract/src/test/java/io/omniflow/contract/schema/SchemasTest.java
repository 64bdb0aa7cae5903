package io.omniflow.contract.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.omniflow.contract.EventCatalog;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dcontract.write=true} writes the schemas from the records instead of only comparing them. */
class SchemasTest {

    static Stream<Arguments> records() {
        return EventCatalog.records().stream().map(record -> arguments(EventCatalog.typeOf(record), record));
    }

    @BeforeAll
    static void write_the_schemas_when_asked_to() throws IOException {
        if (Boolean.getBoolean("contract.write")) {
            for (Class<?> record : EventCatalog.records()) {
                ContractFiles.TODAY.writeSchema(EventCatalog.typeOf(record), RecordSchemas.of(record));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void the_checked_in_schema_is_the_one_of_the_record(String type, Class<?> record) {
        assertEquals(
                RecordSchemas.of(record).toPrettyString(),
                ContractFiles.TODAY.schema(type).toPrettyString(),
                "run the module's tests with -Dcontract.write=true and look at the difference");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void every_schema_is_a_valid_schema_of_2020_12(String type, Class<?> record) {
        var rules = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of(SchemaId.V202012));
        String schema = ContractFiles.TODAY.schema(type).toString();
        assertEquals(Set.of(), rules.validate(schema, InputFormat.JSON));
    }

    @Test
    void there_is_a_schema_for_each_type_and_no_other() {
        Set<String> types = new TreeSet<>();
        EventCatalog.records().forEach(record -> types.add(EventCatalog.typeOf(record)));
        assertEquals(types, ContractFiles.TODAY.schemas().keySet());
    }
}
