/**
 * A link's states and their moves, and what is pushed. No framework, clock or contract.
 */
@NullMarked
package io.omniflow.integration.link.domain;

import org.jspecify.annotations.NullMarked;
