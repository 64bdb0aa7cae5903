/**
 * The chain of audit entries: how an entry is sealed, when a checkpoint is due and how a chain is checked. Pure: time
 * and salts are parameters, payloads arrive as canonical text, and no storage or transport is known here.
 */
@NullMarked
package io.omniflow.merge.audit.domain;

import org.jspecify.annotations.NullMarked;
