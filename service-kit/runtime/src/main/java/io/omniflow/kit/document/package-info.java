/** Makes the OpenAPI document of a service say what the service does. Nothing here runs while requests are answered. */
@NullMarked
package io.omniflow.kit.document;

import org.jspecify.annotations.NullMarked;
