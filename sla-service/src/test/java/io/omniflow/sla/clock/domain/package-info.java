/** The clock's own tests: worked scenarios in YAML, laws over random histories, and the single decisions. No I/O. */
@NullMarked
package io.omniflow.sla.clock.domain;

import org.jspecify.annotations.NullMarked;
