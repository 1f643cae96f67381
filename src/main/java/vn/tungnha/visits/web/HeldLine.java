package vn.tungnha.visits.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.HeldReason;
import vn.tungnha.visits.HeldRow;

/**
 * One line of what waits for a decision.
 *
 * @param problem what is wrong, in one sentence
 * @param answer what was decided; null while it waits
 */
record HeldLine(
        String id,
        String url,
        String address,
        String by,
        String problem,
        boolean waiting,
        boolean dismissed,
        @Nullable String answer) {

    /** The same reasons, said to whoever is waiting for an answer. */
    private static final String PHONE = "visits.held.phone.";

    /** As the ward reads it: a clash is answered where both versions stand side by side. */
    static HeldLine ofWard(HeldRow row, Words words) {
        return of(
                row, row.correction() && clash(row) ? conflict(row) : "/visits/held/" + row.id(), HeldPage.WARD, words);
    }

    static HeldLine ofTeller(HeldRow row, Words words) {
        if (row.desk() != null) {
            return of(row, "RECORDED".equals(row.state()) ? "/field/desk/" + row.id() : "/field/desk", PHONE, words);
        }
        return of(row, clash(row) && row.waiting() ? conflict(row) : "/field/visits/" + row.visit(), PHONE, words);
    }

    private static HeldLine of(HeldRow row, String url, String why, Words words) {
        return new HeldLine(
                row.id().toString(),
                url,
                HeldPage.address(row, words),
                HeldPage.by(row, words),
                String.join(" ", HeldPage.problems(row, why, words)),
                row.waiting(),
                "DISMISSED".equals(row.state()),
                answer(row, words));
    }

    private static @Nullable String answer(HeldRow row, Words words) {
        String answer = HeldPage.answer(row, words);
        return answer == null || row.answer() == null ? answer : words.say("visits.held.answer", answer, row.answer());
    }

    private static boolean clash(HeldRow row) {
        return row.reasons().contains(HeldReason.CONFLICT);
    }

    private static String conflict(HeldRow row) {
        return "/field/visits/" + row.visit() + "/conflict";
    }
}
