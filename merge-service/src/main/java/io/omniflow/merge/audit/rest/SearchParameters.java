package io.omniflow.merge.audit.rest;

import io.omniflow.kit.json.Scalars;
import io.omniflow.kit.json.Texts;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Search;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters of the audit log, checked. Each method answers with a problem, 400 or 422, for what it cannot take. */
final class SearchParameters {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z_]{0,63}");
    private static final Pattern CHECKPOINT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");
    private static final int LONGEST_ACTOR = 300;

    private SearchParameters() {}

    static Search checked(Search search) {
        List<FieldError> errors = new ArrayList<>();
        String actor = search.actor();
        if (actor != null && (actor.isEmpty() || actor.length() > LONGEST_ACTOR || !Texts.storable(actor))) {
            errors.add(new FieldError("actor", "Must be an actor such as agent:4711"));
        }
        String kind = search.kind();
        if (kind != null && !KIND.matcher(kind).matches()) {
            errors.add(new FieldError("kind", "Must be a kind of event such as status_changed"));
        }
        Instant from = search.from();
        Instant to = search.to();
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(new FieldError("to", "Must not be before from"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return search;
    }

    static String cursor(Search search, Entry last) {
        Search.Place place = Search.Place.of(last);
        return Cursors.encode(
                search.order().name(),
                Long.toString(place.sequence()),
                place.at().toString());
    }

    /** A cursor goes on only in the order it was made in. */
    static Search.@Nullable Place place(Search search, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 3);
        if (!parts.getFirst().equals(search.order().name())) {
            throw Cursors.refused();
        }
        return new Search.Place(Cursors.number(parts.get(1)), instant(parts.get(2)));
    }

    static @Nullable Checkpoint checkpoint(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher checkpoint = CHECKPOINT.matcher(text);
        if (!checkpoint.matches()) {
            throw Problems.malformed("checkpoint", "Must be a sequence and a hash such as 1000:9f86d0…");
        }
        return new Checkpoint(Long.parseLong(checkpoint.group(1)), new Hash(checkpoint.group(2)));
    }

    private static Instant instant(String part) {
        try {
            return Scalars.instant(part);
        } catch (IllegalArgumentException malformed) {
            RuntimeException problem = Cursors.refused();
            problem.initCause(malformed);
            throw problem;
        }
    }
}
