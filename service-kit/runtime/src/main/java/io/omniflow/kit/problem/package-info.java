/**
 * What goes wrong, as RFC 9457 problems, and the translation of everything the framework throws into one. No business
 * refusal is named here: a feature gives its own type to {@link io.omniflow.kit.problem.Problems#conflict}.
 */
@NullMarked
package io.omniflow.kit.problem;

import org.jspecify.annotations.NullMarked;
