package io.omniflow.testing.sample;

enum ThingKind {
    SMALL,
    VERY_LARGE
}
