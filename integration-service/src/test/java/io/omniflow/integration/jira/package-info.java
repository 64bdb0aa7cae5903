/** Tests: what is written to Jira, and what its answers and events mean. */
@NullMarked
package io.omniflow.integration.jira;

import org.jspecify.annotations.NullMarked;
