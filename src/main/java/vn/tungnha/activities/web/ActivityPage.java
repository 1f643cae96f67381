package vn.tungnha.activities.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Stat;

/**
 * One activity with everybody and everything at it.
 *
 * @param begun whether people can be marked as present
 * @param how {@code LIST} on its day, {@code PAPER} afterwards
 * @param seats how many are free; null = as many as come
 */
record ActivityPage(
        String id,
        int version,
        ActivityCard card,
        @Nullable String village,
        List<Choice> facts,
        List<Stat> stats,
        boolean runs,
        boolean open,
        boolean held,
        boolean cancelled,
        @Nullable String cancelReason,
        boolean begun,
        boolean desk,
        boolean signUp,
        String how,
        List<Person> people,
        List<Group> free,
        @Nullable String seats,
        List<Line> desks,
        List<Material> materials,
        List<Material> photos,
        @Nullable String results,
        @Nullable String others,
        @Nullable String happy,
        @Nullable String neutral,
        @Nullable String unhappy) {

    /** Somebody named. @param certificate address of the paper; null = there is none yet */
    record Person(
            String id,
            String name,
            @Nullable String note,
            boolean onDuty,
            boolean present,
            @Nullable String certificate) {}

    /** Members of a team, to be put on duty or signed up. */
    record Group(String team, List<Member> members) {

        /** Whether any of them is not on the list yet. */
        public boolean more() {
            return members.stream().anyMatch(member -> !member.listed());
        }
    }

    record Member(String id, String name, boolean onDuty, boolean listed) {}

    record Line(String title, String note) {}

    record Material(String id, String title, String url, boolean outside) {}

    /** Whether somebody may be marked as present now. */
    public boolean marking() {
        return runs && begun && !cancelled && !people.isEmpty();
    }

    public boolean closing() {
        return runs && begun && !cancelled;
    }
}
