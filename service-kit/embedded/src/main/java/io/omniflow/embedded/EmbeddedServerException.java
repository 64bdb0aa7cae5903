package io.omniflow.embedded;

/** An embedded server that cannot be started or set up; the message is one line fit for whoever runs the command. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedServerException(String message) {
        super(message);
    }

    public EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
