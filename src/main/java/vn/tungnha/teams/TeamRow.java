package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the list of teams. */
public record TeamRow(
        long id,
        String name,
        @Nullable Integer number,
        String kind,
        @Nullable String decision,
        LocalDate establishedOn,
        @Nullable String communeName,
        List<String> villages,
        @Nullable String leader,
        int members,
        List<Represented> organisations,
        @Nullable String responsible,
        ChatGroup group,
        Activity activity) {

    /** How many members an organisation has sent. */
    public record Represented(String organisation, int members) {}

    /** When the team last logged a contact, and what that says. */
    public record Activity(Pace pace, @Nullable LocalDate lastOn, long daysSince) {}
}
