/** A stateful Jira over real HTTP, Cloud under version 3 and Data Center under version 2, with everything that goes wrong there. */
@NullMarked
package io.omniflow.integration.jira.fake;

import org.jspecify.annotations.NullMarked;
