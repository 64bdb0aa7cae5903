package io.omniflow.embedded;

/** A PostgreSQL role that may log in. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
