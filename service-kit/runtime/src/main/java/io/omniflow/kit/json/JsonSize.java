package io.omniflow.kit.json;

import io.omniflow.contract.ContractJson;

/** How much room a text takes in an event: a control character takes six bytes there, not one. */
public final class JsonSize {
    private JsonSize() {}

    /** Bytes of the text as JSON in UTF-8, without its quotes. */
    public static int of(String text) {
        return ContractJson.size(text);
    }
}
