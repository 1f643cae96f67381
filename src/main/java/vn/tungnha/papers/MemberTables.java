package vn.tungnha.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.shared.Days;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.Teams;

/** The members of a team as its report lists them. */
@Component
@RequiredArgsConstructor
class MemberTables {

    private final Teams teams;
    private final Clock clock;

    Block.Grid table(PaperPlace place, ReportPeriod days) {
        LocalDate today = Days.today(clock);
        LocalDate on = days.last().isAfter(today) ? today : days.last();
        List<MemberView> members =
                place.team() == null ? List.of() : teams.members(place.team().id(), on);
        List<List<String>> rows = new ArrayList<>();
        for (MemberView member : members) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    member.name(),
                    role(member.role()),
                    member.organisation() == null ? "" : member.organisation()));
        }
        return new Block.Grid(
                List.of(
                        new Block.Column("TT", 8, "center"),
                        new Block.Column("Họ và tên", 36, "left"),
                        new Block.Column("Nhiệm vụ", 22, "left"),
                        new Block.Column("Đại diện", 34, "left")),
                rows);
    }

    private static String role(TeamRole role) {
        return switch (role) {
            case LEADER -> "Tổ trưởng";
            case DEPUTY -> "Tổ phó";
            case MEMBER -> "Thành viên";
        };
    }
}
