package io.omniflow.local.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** What the origin itself has to say, in RFC 9457's form as the services say it. */
enum GatewayProblem {
    UNREADABLE(400, "malformed-request", "The request is not readable as HTTP"),
    NOT_FOUND(404, "not-found", "Nothing is served under this path"),
    LINE_TOO_LONG(414, "uri-too-long", "The address asked for is too long"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are too large"),
    UNAVAILABLE(503, "service-unavailable", "The service behind this path does not answer right now");

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String type;
    private final String detail;

    GatewayProblem(int status, String type, String detail) {
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    /** Why a request could not be read; those that ask too much are told so. */
    static GatewayProblem of(HttpServerRequest unreadable) {
        return switch (unreadable.decoderResult().cause()) {
            case TooLongHttpLineException _ -> LINE_TOO_LONG;
            case TooLongHttpHeaderException _ -> HEADERS_TOO_LARGE;
            case null, default -> UNREADABLE;
        };
    }

    int status() {
        return status;
    }

    Buffer body() {
        return new JsonObject()
                .put("type", "https://omniflow.io/problems/" + type)
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail)
                .toBuffer();
    }

    /** The connection is closed after a request that was not understood: where the next one begins is not known. */
    void answer(HttpServerRequest request) {
        request.response().setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE);
        if (request.decoderResult().isFailure()) {
            request.response().putHeader("Connection", "close");
            request.response().end(body()).onComplete(sent -> request.connection()
                    .close());
        } else {
            request.response().end(body());
        }
    }
}
