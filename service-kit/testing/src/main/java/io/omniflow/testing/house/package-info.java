/** The rules of the house as checks on compiled classes: whitelists of what a package may see, names, roles. */
@NullMarked
package io.omniflow.testing.house;

import org.jspecify.annotations.NullMarked;
