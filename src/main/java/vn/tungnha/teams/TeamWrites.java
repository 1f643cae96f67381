package vn.tungnha.teams;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Changes of whole teams: registered, edited, ended, merged. */
@Component
@RequiredArgsConstructor
class TeamWrites {

    private final TeamRepository teams;
    private final TeamReads reads;
    private final TeamRoster roster;
    private final TeamAreas areas;
    private final ResponsibleRows responsible;
    private final TeamRules rules;
    private final LiveFigures figures;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    long create(TeamCommand command, CurrentUser user) {
        rules.requireNotFuture("establishedOn", command.establishedOn());
        return found(command, user);
    }

    /** The same, perhaps from a day to come. */
    long found(TeamCommand command, CurrentUser user) {
        LocalDate from = command.areaFrom() == null ? command.establishedOn() : command.areaFrom();
        long commune = rules.commune(command, from, user);
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('team', 'id'))")
                .query(Long.class)
                .single();
        rules.requireFreeName(command.name(), commune, from, id);
        booked(id, () -> {
            teams.saveAndFlush(new Team(id, command));
            areas.set(id, command, from);
            return id;
        });
        responsible.setIfOther(id, command.responsible(), command.responsibleContact(), command.establishedOn());
        audit("team.created", id, null, view(id, reads.today()), null);
        return id;
    }

    void edit(long id, int version, TeamCommand command, CurrentUser user) {
        Team team = require(id, version);
        TeamView before = view(id, reads.today());
        rules.requireNotFuture("establishedOn", command.establishedOn());
        LocalDate areaFrom = command.areaFrom() == null ? reads.today() : command.areaFrom();
        LocalDate from = areaFrom.isBefore(command.establishedOn()) ? command.establishedOn() : areaFrom;
        long commune = rules.commune(command, from, user);
        rules.requireFreeName(command.name(), commune, from, id);
        booked(id, () -> {
            team.become(command);
            teams.flush();
            areas.startOn(id, before.establishedOn(), command.establishedOn());
            areas.set(id, command, from);
            return id;
        });
        if (responsible.setIfOther(id, command.responsible(), command.responsibleContact(), reads.today())) {
            // it stands in rows of its own, and yet whoever looked at the team before has seen something else
            jdbc.sql("update team set version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
            entities.refresh(team);
        }
        audit("team.edited", id, before, view(id, reads.today()), null);
    }

    /** The team works up to and including this day. */
    void end(long id, int version, LocalDate lastDay, String reason) {
        Team team = require(id, version);
        TeamView before = view(id, reads.today());
        booked(id, () -> {
            team.dissolve(lastDay, reason);
            teams.flush();
            areas.end(id, lastDay.plusDays(1));
            roster.endAll(id, lastDay, "DISSOLVED");
            return id;
        });
        audit("team.dissolved", id, before, view(id, reads.today()), reason);
    }

    /**
     * From this day on the target does the work: it takes over villages and members; visits stay with who made them.
     *
     * @return which line of the target each member's line became
     */
    Map<UUID, UUID> mergeInto(long id, int version, long targetId, LocalDate from, String reason) {
        Team team = require(id, version);
        Team target = teams.findById(targetId).orElseThrow(() -> new NotFound("team", targetId));
        TeamView before = view(id, reads.today());
        LiveFigures.Touched touched = new LiveFigures.Touched(Set.of(), Set.of(), Set.of(id, targetId));
        Map<UUID, UUID> became = figures.during(touched, () -> {
            requireOneCommune(id, targetId, from);
            team.mergeInto(target, from.minusDays(1), reason);
            teams.flush();
            areas.end(id, from);
            areas.takeOver(targetId, id, from);
            return roster.moveAll(id, targetId, from);
        });
        audit("team.merged", id, before, view(id, reads.today()), reason);
        return became;
    }

    /** What a file brought goes again: members, and where it brought the team too, all of that. */
    void takeBack(long id, boolean whole, Set<UUID> members, String reason) {
        TeamView before = view(id, reads.today());
        booked(id, () -> {
            roster.takeBack(members, reason);
            if (whole) {
                areas.forget(id);
                responsible.forget(id);
                teams.deleteById(id);
                teams.flush();
            }
            return id;
        });
        if (whole) {
            events.publishEvent(new Audited(
                    "team.taken-back", "team", String.valueOf(id), before.communeId(), before, null, reason));
        }
    }

    void establishedBy(long id, Decision decision) {
        Team team = requireTeam(id);
        TeamView before = view(id, reads.today());
        team.establishedBy(decision);
        teams.flush();
        audit("team.edited", id, before, view(id, reads.today()), null);
    }

    void requireOpen(long id, int version) {
        require(id, version).requireActive();
    }

    void requireOpen(long id) {
        requireTeam(id).requireActive();
    }

    void tellArea(TeamView before, String reason) {
        audit("team.area", before.id(), before, view(before.id(), reads.today()), reason);
    }

    private void requireOneCommune(long id, long targetId, LocalDate on) {
        Long one = view(id, on).communeId();
        Long other = view(targetId, on).communeId();
        if (one == null || !one.equals(other)) {
            throw RuleBroken.at("target", "teams.error.target-elsewhere");
        }
    }

    private Team require(long id, int version) {
        Team team = requireTeam(id);
        team.requireVersion(version);
        return team;
    }

    private Team requireTeam(long id) {
        return teams.findById(id).orElseThrow(() -> new NotFound("team", id));
    }

    private <T> T booked(long teamId, Supplier<T> change) {
        return figures.during(new LiveFigures.Touched(Set.of(), Set.of(), Set.of(teamId)), change);
    }

    private void audit(String action, long id, @Nullable TeamView before, TeamView after, @Nullable String reason) {
        events.publishEvent(new Audited(action, "team", String.valueOf(id), after.communeId(), before, after, reason));
    }

    private TeamView view(long id, LocalDate on) {
        return reads.teams(Set.of(id), on).stream().findFirst().orElseThrow(() -> new NotFound("team", id));
    }
}
