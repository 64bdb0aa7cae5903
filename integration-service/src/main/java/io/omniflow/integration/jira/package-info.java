/**
 * Jira's REST API as facts of this suite, Cloud and Data Center: what the two do differently is in
 * {@link io.omniflow.integration.jira.JiraDialect} and nowhere else. No rule of synchronisation lives here.
 */
@NullMarked
package io.omniflow.integration.jira;

import org.jspecify.annotations.NullMarked;
