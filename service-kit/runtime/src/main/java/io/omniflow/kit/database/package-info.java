/** How the service reaches its database. No statements here. */
@NullMarked
package io.omniflow.kit.database;

import org.jspecify.annotations.NullMarked;
