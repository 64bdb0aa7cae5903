/** What an imported history means. Pure. */
@NullMarked
package io.omniflow.ticket.imports.domain;

import org.jspecify.annotations.NullMarked;
