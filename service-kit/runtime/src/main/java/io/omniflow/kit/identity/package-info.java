/**
 * Who is calling, read from a verified token: workspace, subject, role, teams. Nothing here knows a ticket, and nothing
 * outside reads a claim.
 */
@NullMarked
package io.omniflow.kit.identity;

import org.jspecify.annotations.NullMarked;
