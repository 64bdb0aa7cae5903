package io.omniflow.embedded;

/** One service's database: the owner migrates it, the runtime role reads and writes rows and cannot change its shape. */
public record ServiceDatabase(String name, int port, Login owner, Login runtime) {
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + name;
    }
}
