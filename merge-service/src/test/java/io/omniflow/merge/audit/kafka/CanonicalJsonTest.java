package io.omniflow.merge.audit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.contract.ContractJson;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void the_worked_example_of_rfc_8785_comes_out_as_printed_there() throws JsonProcessingException {
        String example = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";

        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.of(new JsonMapper().readTree(example)));
    }

    @Test
    void names_are_sorted_by_their_utf16_units() throws JsonProcessingException {
        assertEquals(
                "{\"\\r\":1,\"1\":2,\"ö\":3,\"€\":4,\"😀\":5,\"\ufb33\":6}",
                canonical("{\"\ufb33\":6,\"😀\":5,\"€\":4,\"ö\":3,\"1\":2,\"\\r\":1}"));
    }

    @Test
    void a_number_beyond_a_double_keeps_its_digits_as_text() throws JsonProcessingException {
        assertEquals(
                "{\"a\":9007199254740992,\"b\":\"9007199254740993\",\"c\":0.1,\"d\":\"0.10000000000000000001\"}",
                canonical("{\"a\":9007199254740992,\"b\":9007199254740993,\"c\":0.1,\"d\":0.10000000000000000001}"));
    }

    @Test
    void the_same_value_has_the_same_text_however_it_was_written() throws JsonProcessingException {
        assertEquals(
                canonical("{\"b\":[1.0,{}],\"a\":\"\\u00e4\"}"), canonical(" { \"a\" : \"ä\", \"b\" : [ 1 , { } ] } "));
    }

    private static String canonical(String json) throws JsonProcessingException {
        return CanonicalJson.of(ContractJson.mapper().readTree(json));
    }
}
