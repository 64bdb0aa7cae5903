/** Commands and events of merges out, answers in; the only place of the feature that sees the event contract. */
@NullMarked
package io.omniflow.merge.merging.kafka;

import org.jspecify.annotations.NullMarked;
