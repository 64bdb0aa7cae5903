/** Tests of what is compared and added up. */
@NullMarked
package io.omniflow.sla.simulation.domain;

import org.jspecify.annotations.NullMarked;
