/**
 * The JSON of the REST edge: strict about what comes in, complete in what goes out. The JSON of events is the contract's
 * own and lives there.
 */
@NullMarked
package io.omniflow.kit.json;

import org.jspecify.annotations.NullMarked;
