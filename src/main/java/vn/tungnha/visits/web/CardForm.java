package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import vn.tungnha.visits.Card;

/** A picture card as it was typed; steps without any text are left out. */
record CardForm(
        String code,
        String titleVi,
        String titleEn,
        String leadVi,
        String leadEn,
        String position,
        boolean enabled,
        int version,
        Set<String> reasons,
        List<Card.Step> steps) {

    private static final int SPARE_STEPS = 2;
    private static final int MOST_STEPS = 20;

    static CardForm fresh(int position) {
        return new CardForm("", "", "", "", "", String.valueOf(position), true, 0, Set.of(), List.of());
    }

    static CardForm of(Card card) {
        return new CardForm(
                card.code(),
                card.titleVi(),
                card.titleEn(),
                card.leadVi(),
                card.leadEn(),
                String.valueOf(card.position()),
                card.enabled(),
                card.version(),
                card.reasons(),
                card.steps());
    }

    static CardForm sent(MultiValueMap<String, String> sent, String code) {
        List<Card.Step> steps = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            Card.Step step =
                    new Card.Step(text(sent, "picture." + i), text(sent, "textVi." + i), text(sent, "textEn." + i));
            if (!step.textVi().isEmpty() || !step.textEn().isEmpty()) {
                steps.add(step);
            }
        }
        return new CardForm(
                code,
                text(sent, "titleVi"),
                text(sent, "titleEn"),
                text(sent, "leadVi"),
                text(sent, "leadEn"),
                text(sent, "position"),
                sent.containsKey("enabled"),
                whole(text(sent, "version")),
                new LinkedHashSet<>(sent.getOrDefault("reasons", List.of())),
                steps);
    }

    Card card() {
        return new Card(code, titleVi, titleEn, leadVi, leadEn, enabled, whole(position), version, reasons, steps);
    }

    /** Those there are, and room for more. */
    public List<Card.Step> rows() {
        List<Card.Step> rows = new ArrayList<>(steps);
        for (int i = 0; i < SPARE_STEPS && rows.size() < MOST_STEPS; i++) {
            rows.add(new Card.Step("", "", ""));
        }
        return rows;
    }

    static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    private static int whole(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
    }
}
