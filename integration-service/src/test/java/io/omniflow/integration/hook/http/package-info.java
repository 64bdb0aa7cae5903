@NullMarked
package io.omniflow.integration.hook.http;

import org.jspecify.annotations.NullMarked;
