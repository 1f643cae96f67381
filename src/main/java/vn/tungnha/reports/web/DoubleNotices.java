package vn.tungnha.reports.web;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.households.DoubleCounts;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.reports.web.Notices.Notice;
import vn.tungnha.units.UnitView;

/** Who may be entered twice in a ward, for those who read its people: the number and the way there, nobody's name. */
@Component
@RequiredArgsConstructor
class DoubleNotices {

    private final DoubleCounts counts;

    List<Notice> of(UnitView unit, BoardRequest request, CurrentUser user, Words words) {
        CurrentUser reader = user.as(Role.WARD_OFFICER, Role.WARD_LEADER);
        // the number is that of all the reader's places: it is told where these are just the one shown
        if (request.structure().pinned() != null
                || !reader.scope().roots(Data.PEOPLE).equals(Set.of(unit.id()))
                || !user.scope().roots(Data.PEOPLE).equals(Set.of(unit.id()))) {
            return List.of();
        }
        int pairs = counts.known(user).orElse(0);
        return pairs == 0
                ? List.of()
                : List.of(new Notice(
                        "users",
                        "near",
                        words.say("notice.doubles", words.vn().number(pairs)),
                        words.say("notice.doubles.text"),
                        "/duplicates",
                        words.say("notice.doubles.link")));
    }
}
