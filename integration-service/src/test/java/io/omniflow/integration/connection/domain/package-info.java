/** Tests: Connections as rules. */
@NullMarked
package io.omniflow.integration.connection.domain;

import org.jspecify.annotations.NullMarked;
