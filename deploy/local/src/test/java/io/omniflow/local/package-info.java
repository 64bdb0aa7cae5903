/** Stories of the whole suite, started from its built artefacts as a user starts it. Nothing is replaced or faked here. */
@NullMarked
package io.omniflow.local;

import org.jspecify.annotations.NullMarked;
