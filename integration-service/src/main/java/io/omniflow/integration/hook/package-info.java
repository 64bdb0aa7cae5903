/**
 * The workspace's own webhooks: its endpoints, and every fact it follows delivered to them under the Standard Webhooks
 * scheme. Systems that have a connection live elsewhere; so do webhooks that come in.
 */
@NullMarked
package io.omniflow.integration.hook;

import org.jspecify.annotations.NullMarked;
