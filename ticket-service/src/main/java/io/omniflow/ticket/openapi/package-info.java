/**
 * The API of the whole suite in one document, and a page to try it. The documents of the four services are put into this
 * service by its build, as they are checked in; nothing here asks a service, knows a ticket or decides anything.
 */
@NullMarked
package io.omniflow.ticket.openapi;

import org.jspecify.annotations.NullMarked;
