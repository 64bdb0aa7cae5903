/**
 * The audit log: facts of all services are accepted, appended to one chain a workspace, searched and checked. Use cases
 * and ports live here; SQL, Kafka and HTTP do not.
 */
@NullMarked
package io.omniflow.merge.audit;

import org.jspecify.annotations.NullMarked;
