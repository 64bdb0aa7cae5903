package io.omniflow.ticket.view;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Role;
import io.omniflow.kit.problem.Problems;

/** Agents keep private views, leads those of teams and of the workspace, which are shared work. */
final class ViewRights {
    private ViewRights() {}

    /** What a caller does not see is not there: 404. */
    static boolean sees(Caller caller, View view) {
        return switch (view.terms().scope()) {
            case PRIVATE -> isOwner(caller, view);
            case TEAM -> isLead(caller) || caller.teams().contains(view.terms().teamId());
            case WORKSPACE -> true;
        };
    }

    /** Fails with 403 when the caller may not keep such a view. */
    static void checkKeeps(Caller caller, View.Terms terms) {
        if (terms.scope() != Scope.PRIVATE && !isLead(caller)) {
            throw Problems.of(403, "forbidden", "Views of a team or of the workspace are kept by leads");
        }
    }

    /** Fails with 422 when a view would vanish from the eyes of who changes it. */
    static void checkStaysSeen(Caller caller, View before, View.Terms after) {
        if (after.scope() == Scope.PRIVATE && !isOwner(caller, before)) {
            throw Problems.invalid("/scope", "Only its owner can make a view private");
        }
    }

    private static boolean isOwner(Caller caller, View view) {
        return view.ownerSubject().equals(caller.subject());
    }

    private static boolean isLead(Caller caller) {
        return caller.role().covers(Role.LEAD);
    }
}
