/**
 * Ties between tickets and issues elsewhere: asked for, pushed, untied. Vendors answer through
 * {@link io.omniflow.integration.link.IssueTracker}.
 */
@NullMarked
package io.omniflow.integration.link;

import org.jspecify.annotations.NullMarked;
