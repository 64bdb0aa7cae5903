package io.omniflow.ticket.rule.domain;

import java.util.List;

/** What a rule comes to, and what was found for each condition it has. */
public record Judgement(List<Finding> findings, Act act) {
    /** What could not be told of a condition. */
    public List<String> doubts() {
        return findings.stream()
                .filter(finding -> finding.answer() == Finding.Answer.UNKNOWN)
                .map(Finding::why)
                .toList();
    }
}
