/** Changes of the setting in the published language. */
@NullMarked
package io.omniflow.merge.retention.kafka;

import org.jspecify.annotations.NullMarked;
