/** Calendars over HTTP: resources, requests, views, and nothing that decides. */
@NullMarked
package io.omniflow.sla.calendar.rest;

import org.jspecify.annotations.NullMarked;
