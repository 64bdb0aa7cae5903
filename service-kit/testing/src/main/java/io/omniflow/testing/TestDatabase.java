package io.omniflow.testing;

/** A service's database with its two roles. */
record TestDatabase(
        String host,
        int port,
        String name,
        String ownerUser,
        String ownerPassword,
        String runtimeUser,
        String runtimePassword) {
    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + name;
    }
}
