/** The audit log over HTTP: what may be asked, and how an entry is shown. Read only; nothing here writes. */
@NullMarked
package io.omniflow.merge.audit.rest;

import org.jspecify.annotations.NullMarked;
