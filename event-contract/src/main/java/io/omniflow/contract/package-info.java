/**
 * The published language: what travels on Kafka, as records. Names and shapes only; no decision is taken here and no
 * service is known here. Each record is held against its JSON Schema, its examples and the AsyncAPI document by a test.
 */
@NullMarked
package io.omniflow.contract;

import org.jspecify.annotations.NullMarked;
