package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.LiveFigures;

/**
 * Notes when members were first trained. Told by whoever keeps the list of a class, and has asked whether its writer runs it:
 * the members may come from any team.
 */
@Service
@RequiredArgsConstructor
public class Trainings {

    private final TeamRoster roster;
    private final LiveFigures figures;

    /** A day that is known already stays: it neither moves on with the next class nor back for one told late. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attended(Collection<UUID> members, LocalDate day) {
        Set<TeamMember> fresh = roster.untrained(members, day);
        if (!fresh.isEmpty()) {
            Set<Long> teams = fresh.stream().map(TeamMember::getTeamId).collect(Collectors.toSet());
            figures.during(new LiveFigures.Touched(Set.of(), Set.of(), teams), () -> {
                fresh.forEach(member -> roster.trained(member, day));
                return day;
            });
        }
    }
}
