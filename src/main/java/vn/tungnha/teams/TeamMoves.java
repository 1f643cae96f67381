package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Teams that come of others, areas that change, teams put in order anew: made of the plain writes, one after another. */
@Component
@RequiredArgsConstructor
class TeamMoves {

    private final TeamWrites writes;
    private final TeamReads reads;
    private final TeamRoster roster;
    private final TeamAreas areas;
    private final TeamRules rules;
    private final LiveFigures figures;

    long combine(CombineCommand command, CurrentUser user) {
        Decreed decreed = command.decreed();
        List<TeamView> former = reads.teams(command.teamIds(), decreed.day().minusDays(1));
        Set<Long> villages = new LinkedHashSet<>();
        former.forEach(team -> villages.addAll(homeFirst(team)));
        long founded = found(command.name(), command.number(), command.kind(), villages, decreed, former.get(0), user);
        Map<UUID, UUID> became = new LinkedHashMap<>();
        for (TeamView team : former) {
            became.putAll(writes.mergeInto(team.id(), team.version(), founded, decreed.day(), decreed.reason()));
        }
        lead(founded, command.leaderId(), became, decreed.day());
        return founded;
    }

    long split(long id, int version, SplitCommand command, CurrentUser user) {
        LocalDate day = command.decreed().day();
        TeamView team = on(id, day);
        writes.requireOpen(id, version);
        Set<Long> going = new LinkedHashSet<>(command.villageIds());
        if (going.isEmpty() || !team.villageIds().containsAll(going)) {
            throw RuleBroken.at("villages", "teams.error.split-villages");
        }
        Set<Long> staying = new LinkedHashSet<>(homeFirst(team));
        if (staying.size() > 1) {
            staying.removeAll(going);
        }
        if (staying.isEmpty()) {
            throw RuleBroken.at("villages", "teams.error.split-all");
        }
        if (command.memberIds().isEmpty()) {
            throw RuleBroken.at("members", "teams.error.split-nobody");
        }
        long founded = found(command.name(), command.number(), command.kind(), going, command.decreed(), team, user);
        if (!staying.equals(team.villageIds())) {
            set(team, staying, command.decreed(), user);
        }
        Map<UUID, UUID> became = figures.during(
                new LiveFigures.Touched(Set.of(), Set.of(), Set.of(id, founded)),
                () -> roster.move(id, founded, command.memberIds(), day));
        lead(founded, command.leaderId(), became, day);
        return founded;
    }

    void area(long id, int version, AreaCommand command, CurrentUser user) {
        writes.requireOpen(id, version);
        Set<Long> villages = new LinkedHashSet<>();
        villages.add(command.homeVillageId());
        villages.addAll(command.otherVillageIds());
        set(on(id, command.decreed().day()), villages, command.decreed(), user);
    }

    void renew(long id, RenewalCommand command) {
        LocalDate day = command.decreed().day();
        on(id, day);
        writes.requireOpen(id);
        booked(id, () -> {
            command.leaving().forEach(member -> roster.leave(id, member, day.minusDays(1), "RENEWED"));
            command.roles().forEach((member, role) -> roster.take(id, member, role, day));
            command.joining().forEach(member -> roster.add(id, member));
            return id;
        });
        boolean empty = reads.members(id, day).isEmpty();
        if (empty) {
            throw new RuleBroken("teams.error.renewal-empty");
        }
    }

    private void set(TeamView team, Set<Long> villages, Decreed decreed, CurrentUser user) {
        TeamCommand command = command(team.name(), team.number(), team.kind(), villages, decreed, team);
        LocalDate day = decreed.day();
        if (day.isBefore(team.establishedOn()) || day.isAfter(team.endedOn())) {
            throw RuleBroken.at("day", "teams.error.outside-life", team.establishedOn());
        }
        rules.commune(command, day, user);
        booked(team.id(), () -> {
            areas.set(team.id(), command, day);
            return team.id();
        });
        writes.tellArea(team, decreed.reason());
    }

    private long found(
            String name,
            @Nullable Integer number,
            String kind,
            Set<Long> villages,
            Decreed decreed,
            TeamView like,
            CurrentUser user) {
        return writes.found(command(name, number, kind, villages, decreed, like), user);
    }

    /** Where the first of the villages is home; responsible and chat group as one has them so far. */
    private static TeamCommand command(
            String name, @Nullable Integer number, String kind, Set<Long> villages, Decreed decreed, TeamView like) {
        Set<Long> others = new LinkedHashSet<>(villages);
        long home = villages.iterator().next();
        others.remove(home);
        return new TeamCommand(
                name,
                number,
                kind,
                home,
                others,
                null,
                decreed.decision(),
                like.responsible(),
                like.responsibleContact(),
                ChatGroup.NONE,
                decreed.day());
    }

    private void lead(long team, @Nullable UUID member, Map<UUID, UUID> became, LocalDate day) {
        if (member == null) {
            return;
        }
        UUID line = became.get(member);
        if (line == null) {
            throw RuleBroken.at("leader", "teams.error.leader-elsewhere");
        }
        booked(team, () -> roster.lead(team, line, day));
    }

    private TeamView on(long id, LocalDate day) {
        return reads.teams(Set.of(id), day).stream().findFirst().orElseThrow(() -> new NotFound("team", id));
    }

    private static List<Long> homeFirst(TeamView team) {
        return team.villages().stream().map(TeamVillage::id).toList();
    }

    private <T> T booked(long teamId, Supplier<T> change) {
        return figures.during(new LiveFigures.Touched(Set.of(), Set.of(), Set.of(teamId)), change);
    }
}
