package io.omniflow.integration;

import io.omniflow.integration.linear.fake.LinearFake;

/** One fake for all tests of this JVM; each test tells its own calls and issues apart by what it made. */
final class TestLinear {
    static final LinearFake FAKE = LinearFake.start(0);

    private TestLinear() {}
}
