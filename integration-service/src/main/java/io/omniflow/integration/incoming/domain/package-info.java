/** A webhook that came in, the verdict on it and what it says. Pure. */
@NullMarked
package io.omniflow.integration.incoming.domain;

import org.jspecify.annotations.NullMarked;
