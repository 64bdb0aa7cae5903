/**
 * A real PostgreSQL and a real Kafka without Docker, for the tests and for the local launcher. Knows the suite's topics
 * and how a service's database is set up; knows no service and nothing of Quarkus.
 */
@NullMarked
package io.omniflow.embedded;

import org.jspecify.annotations.NullMarked;
