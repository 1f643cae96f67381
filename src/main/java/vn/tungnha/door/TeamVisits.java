package vn.tungnha.door;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Paging;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitQuery;
import vn.tungnha.visits.VisitRow;
import vn.tungnha.visits.VisitStatus;

/** Visits that may have come of a request: of the team that has it, since it came. */
@Component
@RequiredArgsConstructor
public class TeamVisits {

    private static final int MOST = 30;

    private final VisitLog log;

    public List<VisitRow> since(RequestView request, CurrentUser user) {
        Long team = request.teamId();
        if (team == null) {
            return List.of();
        }
        return log
                .list(new VisitQuery(null, team, null, VisitQuery.Show.ALL, null), user, new Paging(0, MOST))
                .items()
                .stream()
                .filter(visit -> visit.status() != VisitStatus.WITHDRAWN
                        && !visit.visitedAt().isBefore(request.receivedAt()))
                .toList();
    }
}
