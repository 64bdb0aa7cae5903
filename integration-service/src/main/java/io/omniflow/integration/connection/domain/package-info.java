/**
 * What a connection is and when it is valid. No framework, clock or encryption.
 */
@NullMarked
package io.omniflow.integration.connection.domain;

import org.jspecify.annotations.NullMarked;
