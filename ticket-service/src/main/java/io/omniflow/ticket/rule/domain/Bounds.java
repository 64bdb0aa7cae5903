package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.lifecycle.domain.CustomFields;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be told to be wrong with the terms of a rule without looking anywhere else. */
public final class Bounds {
    public static final int LAST_POSITION = 1_000_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;
    private static final int LONGEST_KEYWORD = 100;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_ATTRIBUTE = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}");

    private final List<Flaw> flaws = new ArrayList<>();

    private Bounds() {}

    public static List<Flaw> flaws(RuleTerms terms) {
        Bounds bounds = new Bounds();
        bounds.text("/name", terms.name(), LONGEST_NAME);
        if (terms.position() < 0 || terms.position() > LAST_POSITION) {
            bounds.add("/position", "must be 0 to " + LAST_POSITION);
        }
        bounds.when(terms.when());
        switch (terms.then()) {
            case Then.CreateTicket(Template template) -> bounds.template("/then/createTicket", template);
            case Then.ChangeTicket(Changes changes) -> bounds.changes("/then/changeTicket", changes);
        }
        return List.copyOf(bounds.flaws);
    }

    private void when(When when) {
        texts("/when/tags", when.tags(), Tags.LONGEST);
        texts("/when/keywords", when.keywords(), LONGEST_KEYWORD);
        texts("/when/inboxAddresses", when.inboxAddresses(), LONGEST_ADDRESS);
        few("/when/channels", when.channels());
        few("/when/teamIds", when.teamIds());
        few("/when/languages", when.languages());
        for (int i = 0; i < when.languages().size(); i++) {
            if (!LANGUAGE.matcher(when.languages().get(i)).matches()) {
                add("/when/languages/" + i, "must be a language tag such as en or pt-BR");
            }
        }
        if (when.contact().size() > MOST) {
            add("/when/contact", "may name at most " + MOST + " attributes");
        }
        for (Map.Entry<String, String> attribute : when.contact().entrySet()) {
            if (attribute.getKey().isBlank() || attribute.getKey().length() > Tags.LONGEST) {
                add("/when/contact", "names must have 1 to " + Tags.LONGEST + " characters");
            } else {
                text("/when/contact/" + escaped(attribute.getKey()), attribute.getValue(), LONGEST_ATTRIBUTE);
            }
        }
    }

    private void template(String pointer, Template template) {
        text(pointer + "/title", template.title(), Template.LONGEST_TITLE);
        placeholders(pointer + "/title", template.title());
        if (template.description() != null) {
            if (template.description().length() > Template.LONGEST_DESCRIPTION) {
                add(pointer + "/description", "may have at most " + Template.LONGEST_DESCRIPTION + " characters");
            }
            placeholders(pointer + "/description", template.description());
        }
        texts(pointer + "/tags", template.tags(), Tags.LONGEST);
        fields(pointer + "/customFields", template.customFields());
    }

    private void changes(String pointer, Changes changes) {
        if (changes.steps().isEmpty()) {
            add(pointer, "must change something");
        }
        texts(pointer + "/addTags", changes.addTags(), Tags.LONGEST);
        texts(pointer + "/removeTags", changes.removeTags(), Tags.LONGEST);
        if (!new HashSet<>(changes.addTags()).stream().noneMatch(changes.removeTags()::contains)) {
            add(pointer + "/removeTags", "must not name a tag that is added");
        }
        fields(pointer + "/customFields", changes.customFields());
    }

    private void fields(String pointer, Map<String, ? extends @Nullable Object> fields) {
        if (fields.size() > CustomFields.MOST || CustomFields.size(fields) > CustomFields.MOST_BYTES) {
            add(
                    pointer,
                    "may have at most " + CustomFields.MOST + " fields and " + CustomFields.MOST_BYTES
                            + " bytes as JSON");
        }
    }

    private void placeholders(String pointer, String text) {
        for (String unknown : Placeholder.unknown(text)) {
            add(
                    pointer,
                    "{" + Words.cut(unknown, LONGEST_NAME) + "} is no placeholder; there are " + Placeholder.all());
        }
    }

    private void texts(String pointer, List<String> texts, int longest) {
        few(pointer, texts);
        for (int i = 0; i < texts.size(); i++) {
            text(pointer + "/" + i, texts.get(i), longest);
        }
    }

    private void few(String pointer, List<?> values) {
        if (values.size() > MOST) {
            add(pointer, "may have at most " + MOST + " values");
        }
    }

    private void text(String pointer, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            add(pointer, "must have 1 to " + longest + " characters");
        }
    }

    private void add(String pointer, String detail) {
        flaws.add(new Flaw(pointer, detail));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
