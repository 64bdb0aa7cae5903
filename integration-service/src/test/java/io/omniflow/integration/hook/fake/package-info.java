@NullMarked
package io.omniflow.integration.hook.fake;

import org.jspecify.annotations.NullMarked;
