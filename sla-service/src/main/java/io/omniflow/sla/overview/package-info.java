/**
 * Lists and reports over the clocks of a workspace: what is due soon, what was missed, how well it went. It only reads what
 * the clocks have stored and decides nothing, so it is flat: resources, views and their SQL.
 */
@NullMarked
package io.omniflow.sla.overview;

import org.jspecify.annotations.NullMarked;
