/**
 * The suite on one machine with one command: what is started, in which order, and what is told about it. Nothing of the
 * services' own business lives here.
 */
@NullMarked
package io.omniflow.local;

import org.jspecify.annotations.NullMarked;
