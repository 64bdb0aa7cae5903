package io.omniflow.integration.link.rest;

import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.kit.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** How links are answered. */
final class LinkAnswers {
    static final String PATH = "/api/v1/integrations/links";

    private LinkAnswers() {}

    static Response shown(Link link) {
        return answer(Response.ok(), link);
    }

    /** To the request: 200 when the issue was there before, 202 while it is on its way. */
    static Response requested(Link link) {
        return link.state() == LinkState.LINKED
                ? answer(Response.ok().location(address(link)), link)
                : answer(Response.accepted().location(address(link)), link);
    }

    /** To a caller who waited: 201 for an issue that was made, the owner's refusal, or 202 for all else. */
    static Response awaited(Link link) {
        return switch (link.state()) {
            case LINKED -> answer(Response.created(address(link)), link);
            case REJECTED -> throw refusal(link);
            case REQUESTED, DELIVERING, FAILED -> answer(Response.accepted().location(address(link)), link);
        };
    }

    /** Whether an answer of {@link #requested}, or its repetition, leaves nothing to wait for. */
    static boolean isSettled(Response answer) {
        return answer.getStatus() == Response.Status.OK.getStatusCode();
    }

    /** The link an answer of {@link #requested}, or its repetition, is about. */
    static LinkId idIn(Response answer) {
        String location = answer.getHeaderString(HttpHeaders.LOCATION);
        return new LinkId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
    }

    private static RuntimeException refusal(Link link) {
        return link.problem() == null
                ? Problems.conflict("rejected", "The ticket was refused")
                : Problems.of(
                        link.problem().status(),
                        link.problem().type(),
                        link.problem().detail());
    }

    private static URI address(Link link) {
        return URI.create(PATH + "/" + link.id().value());
    }

    private static Response answer(Response.ResponseBuilder answer, Link link) {
        return answer.entity(LinkView.of(link))
                .tag(String.valueOf(link.version()))
                .build();
    }
}
