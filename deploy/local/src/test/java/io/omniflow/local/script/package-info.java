/** The shell scripts and the Maven wrapper, run as they are in folders made for the test; nothing of the suite runs. */
@NullMarked
package io.omniflow.local.script;

import org.jspecify.annotations.NullMarked;
