/** Tests: The service as a whole over HTTP, Kafka and PostgreSQL. */
@NullMarked
package io.omniflow.integration;

import org.jspecify.annotations.NullMarked;
