package io.omniflow.integration.sync.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as it was written down, unchecked. Either it becomes one or it tells everything that is wrong with it at once. */
public record MappingForm(
        @Nullable List<@Nullable RuleForm> toTicket,
        @Nullable Map<String, @Nullable TargetForm> toIssue,
        Set<Mapping.Extra> extras) {
    private static final int MOST_RULES = 500;
    private static final int LONGEST_ID = 200;

    /** One of {@code state} and {@code kind}. */
    public record TargetForm(
            @Nullable String state, @Nullable String kind) {}

    public record RuleForm(TargetForm when, @Nullable String status) {}

    /** What reading the form came to. */
    public sealed interface Reading {}

    public record Valid(Mapping mapping) implements Reading {}

    public record Invalid(List<Flaw> flaws) implements Reading {}

    /** {@code pointer} is a JSON pointer into the form. */
    public record Flaw(String pointer, String detail) {}

    public Reading read() {
        Check check = new Check(new ArrayList<>());
        List<Mapping.Rule> rules = check.rules(toTicket);
        Map<TicketStatus, Target> targets = check.targets(toIssue);
        return check.flaws().isEmpty() ? new Valid(new Mapping(rules, targets, extras)) : new Invalid(check.flaws());
    }

    private record Check(List<Flaw> flaws) {
        private void flaw(String pointer, String detail) {
            flaws.add(new Flaw(pointer, detail));
        }

        private List<Mapping.Rule> rules(@Nullable List<@Nullable RuleForm> given) {
            if (given == null) {
                flaw("/toTicket", "Is required; [] leaves every ticket alone");
                return List.of();
            }
            if (given.size() > MOST_RULES) {
                flaw("/toTicket", "Must hold at most " + MOST_RULES + " rules");
                return List.of();
            }
            List<Mapping.Rule> rules = new ArrayList<>();
            Set<Target> known = new HashSet<>();
            for (int i = 0; i < given.size(); i++) {
                String pointer = "/toTicket/" + i;
                @Nullable RuleForm rule = given.get(i);
                Optional<Target> when = target(pointer, rule == null ? null : rule.when());
                if (when.isPresent() && !known.add(when.get())) {
                    flaw(pointer, "There is a rule for this already");
                }
                @Nullable TicketStatus status = status(pointer + "/status", rule == null ? null : rule.status());
                when.ifPresent(target -> rules.add(new Mapping.Rule(target, status)));
            }
            return rules;
        }

        private Map<TicketStatus, Target> targets(@Nullable Map<String, @Nullable TargetForm> given) {
            Map<TicketStatus, Target> targets = new EnumMap<>(TicketStatus.class);
            if (given == null) {
                flaw("/toIssue", "Is required; {} leaves every issue alone");
                return targets;
            }
            given.forEach((name, form) -> {
                String pointer = "/toIssue/" + name.replace("~", "~0").replace("/", "~1");
                Optional<TicketStatus> status = TicketStatus.of(name);
                if (status.isEmpty()) {
                    flaw(pointer, "Is not a status; those are: " + TicketStatus.known());
                } else if (form != null) {
                    target(pointer, form).ifPresent(target -> targets.put(status.get(), target));
                }
            });
            return targets;
        }

        private Optional<Target> target(String pointer, @Nullable TargetForm form) {
            @Nullable String state = form == null ? null : form.state();
            @Nullable String kind = form == null ? null : form.kind();
            if ((state == null) == (kind == null)) {
                flaw(pointer, "Must have one of state and kind");
                return Optional.empty();
            }
            if (state != null) {
                return state(pointer + "/state", state);
            }
            Optional<Target> target =
                    Optional.ofNullable(kind).flatMap(StateKind::of).map(Target.Kind::new);
            if (target.isEmpty()) {
                flaw(pointer + "/kind", "Must be one of: " + StateKind.known());
            }
            return target;
        }

        private Optional<Target> state(String pointer, String id) {
            if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
                flaw(pointer, "Must be the id of a state");
                return Optional.empty();
            }
            return Optional.of(new Target.State(id));
        }

        private @Nullable TicketStatus status(String pointer, @Nullable String text) {
            if (text == null) {
                return null;
            }
            Optional<TicketStatus> status = TicketStatus.of(text);
            if (status.isEmpty()) {
                flaw(pointer, "Must be null or one of: " + TicketStatus.known());
            }
            return status.orElse(null);
        }
    }
}
