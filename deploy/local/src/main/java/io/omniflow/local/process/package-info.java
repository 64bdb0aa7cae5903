/** Child processes: starting, recognising, watching and ending them. Knows nothing of what they do. */
@NullMarked
package io.omniflow.local.process;

import org.jspecify.annotations.NullMarked;
