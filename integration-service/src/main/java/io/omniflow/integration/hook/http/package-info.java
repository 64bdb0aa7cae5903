/**
 * The calls themselves: who a name stands for, whether that may be called, signature, request, answer. Nothing is stored here.
 */
@NullMarked
package io.omniflow.integration.hook.http;

import org.jspecify.annotations.NullMarked;
