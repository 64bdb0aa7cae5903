/**
 * How long a workspace's audit log stays in the log: the setting, and the signed archives into which its oldest entries go. A flat
 * feature: its SQL stands here. How entries are sealed and checked is the audit log's own.
 */
@NullMarked
package io.omniflow.merge.retention;

import org.jspecify.annotations.NullMarked;
