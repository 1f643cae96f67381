package vn.tungnha.teams.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.teams.TeamPanels;

/** A team, ready to be shown. */
record TeamPage(
        long id,
        String title,
        String name,
        boolean active,
        String level,
        String status,
        String place,
        List<Choice> facts,
        String membersTitle,
        String membersNote,
        List<Member> members,
        List<Event> history,
        String groupName,
        @Nullable String groupUrl,
        @Nullable String groupNote,
        @Nullable Choice mergedInto,
        boolean editable,
        @Nullable String ending,
        List<TeamPanels.Panel> panels) {

    record Member(
            String id,
            String elementId,
            @Nullable String url,
            String name,
            boolean leads,
            String role,
            String organisation,
            String phone,
            @Nullable String trainedOn,
            boolean hasAccount,
            @Nullable String accountAction,
            String joinedOn) {}

    /**
     * A line of the history.
     *
     * @param note decision and reason
     * @param url where it is told in full
     * @param others other teams it is about
     * @param undo the address that takes it back
     */
    record Event(
            String day,
            String text,
            @Nullable String note,
            @Nullable String url,
            List<Choice> others,
            @Nullable String undo) {}
}
