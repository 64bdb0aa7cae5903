/**
 * What tests of every service stand on: a real PostgreSQL and Kafka, signed tokens, events in and out. Test scope only; no
 * service is known here.
 */
@NullMarked
package io.omniflow.testing;

import org.jspecify.annotations.NullMarked;
