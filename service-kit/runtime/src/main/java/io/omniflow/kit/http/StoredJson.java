package io.omniflow.kit.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An answer that is JSON text already. */
record StoredJson(@JsonValue @JsonRawValue String text) {}
