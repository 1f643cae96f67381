package vn.tungnha.door;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.teams.ChatGroup;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamStatus;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Teams at work today, as far as everybody may know of them. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class PublicTeams {

    private final Teams teams;
    private final Units units;
    private final PhoneConsents consents;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @throws NotFound when there is no such team, or none any more */
    public PublicTeam get(long id) {
        LocalDate today = Days.today(clock);
        return shown(teams.all(Set.of(id), today), today).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("team", id));
    }

    /** By their villages' names. */
    public List<PublicTeam> inVillages(Collection<Long> villages) {
        LocalDate today = Days.today(clock);
        return villages.isEmpty() ? List.of() : shown(teams.of(villages, today), today);
    }

    public List<PublicTeam> ofWard(long ward) {
        return inVillages(units.under(ward, UnitLevel.VILLAGE, Days.today(clock)).stream()
                .map(UnitView::id)
                .toList());
    }

    /** Ids of all teams at work, for whoever reads everything. */
    public List<Long> atWork() {
        return jdbc.sql("select id from team where status = 'ACTIVE' order by id")
                .query(Long.class)
                .list();
    }

    private List<PublicTeam> shown(Collection<TeamView> all, LocalDate today) {
        List<TeamView> atWork = all.stream()
                .filter(team -> team.status() == TeamStatus.ACTIVE && team.communeId() != null)
                .toList();
        if (atWork.isEmpty()) {
            return List.of();
        }
        Map<Long, UnitView> wards = units.all(
                atWork.stream()
                        .map(TeamView::communeId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                today);
        List<Long> ids = atWork.stream().map(TeamView::id).toList();
        Map<Long, List<MemberView>> members =
                teams.membersOf(ids, today).stream().collect(Collectors.groupingBy(MemberView::teamId));
        Set<UUID> agreed = consents.of(ids);
        List<PublicTeam> found = new ArrayList<>();
        for (TeamView team : atWork) {
            UnitView ward = wards.get(team.communeId());
            if (ward != null) {
                found.add(shown(team, ward, members.getOrDefault(team.id(), List.of()), agreed));
            }
        }
        return found;
    }

    private static PublicTeam shown(TeamView team, UnitView ward, List<MemberView> members, Set<UUID> agreed) {
        return new PublicTeam(
                team.id(),
                team.name(),
                ward.code(),
                ward.fullName(),
                team.villages().stream()
                        .sorted(Comparator.comparing(TeamVillage::home).reversed())
                        .map(village -> new PublicTeam.Village(village.id(), village.code(), village.name()))
                        .toList(),
                members.stream()
                        .filter(member -> member.role() == TeamRole.LEADER)
                        .map(MemberView::name)
                        .findFirst()
                        .orElse(null),
                team.responsible(),
                chat(team.group()),
                members.stream()
                        .filter(member -> member.phone() != null && agreed.contains(member.id()))
                        .map(member -> new PublicTeam.Phone(
                                member.name(),
                                member.role() == TeamRole.LEADER,
                                Objects.requireNonNull(member.phone())))
                        .toList());
    }

    /** Only addresses that a browser can safely follow. */
    private static @Nullable String chat(ChatGroup group) {
        return group.url() != null && group.url().startsWith("https://") ? group.url() : null;
    }
}
