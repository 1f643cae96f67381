package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.TeamChange.Kind;
import vn.tungnha.teams.TeamChange.Side;

/** What becomes of teams by decision, each with its day, its reason, its history, and a way back while nothing stands on it. */
@Service
@RequiredArgsConstructor
@Transactional
public class TeamChanges {

    private final ChangeLedger ledger;
    private final ChangedRows rows;
    private final TeamWrites writes;
    private final TeamMoves moves;
    private final TeamRules rules;
    private final TeamReads reads;
    private final TeamPlaceFinder places;
    private final LiveFigures figures;
    private final ApplicationEventPublisher events;

    /** The team works up to and including the day. */
    public void dissolve(long id, int version, Decreed decreed, CurrentUser user) {
        enter(decreed, user, id);
        long change = ledger.begin(Kind.DISSOLVED, decreed, Set.of(id), user);
        writes.end(id, version, decreed.day(), decreed.reason());
        ledger.finish(change, Map.of(id, Side.FROM));
    }

    /** From the day on the target does the work: it takes over villages and members; visits stay with who made them. */
    public void merge(long id, int version, long target, Decreed decreed, CurrentUser user) {
        if (id == target) {
            throw new NotFound("another team", target);
        }
        enter(decreed, user, id, target);
        long change = ledger.begin(Kind.MERGED, decreed, Set.of(id, target), user);
        writes.mergeInto(id, version, target, decreed.day(), decreed.reason());
        ledger.finish(change, sides(Set.of(id), target));
    }

    /** Several teams become one new team; its id is answered. */
    public long combine(CombineCommand command, CurrentUser user) {
        if (command.teamIds().size() < 2) {
            throw RuleBroken.at("teams", "teams.error.combine-two");
        }
        enter(command.decreed(), user, command.teamIds().toArray(Long[]::new));
        long change = ledger.begin(Kind.COMBINED, command.decreed(), command.teamIds(), user);
        long founded = moves.combine(command, user);
        ledger.finish(change, sides(command.teamIds(), founded));
        return founded;
    }

    /** A part of the team becomes a team of its own; its id is answered. */
    public long split(long id, int version, SplitCommand command, CurrentUser user) {
        enter(command.decreed(), user, id);
        long change = ledger.begin(Kind.SPLIT, command.decreed(), Set.of(id), user);
        long founded = moves.split(id, version, command, user);
        ledger.finish(change, sides(Set.of(id), founded));
        return founded;
    }

    /** From the day on the team looks after exactly these villages. */
    public void area(long id, int version, AreaCommand command, CurrentUser user) {
        enter(command.decreed(), user, id);
        long change = ledger.begin(Kind.AREA, command.decreed(), Set.of(id), user);
        moves.area(id, version, command, user);
        ledger.finish(change, Map.of(id, Side.FROM));
    }

    /** The team is put in order anew: who leaves, who takes another role, who comes. */
    public void renew(long id, RenewalCommand command, CurrentUser user) {
        enter(command.decreed(), user, id);
        long change = ledger.begin(Kind.RENEWED, command.decreed(), Set.of(id), user);
        moves.renew(id, command);
        ledger.finish(change, Map.of(id, Side.FROM));
    }

    /** Notes the decision behind what was done with the team on a day, where it is not known yet. */
    public void decidedBy(long team, LocalDate effective, Decision decision, CurrentUser user) {
        places.require(team, user);
        ledger.decided(team, effective, decision);
    }

    /** The latest first, for whoever may see the team. */
    @Transactional(readOnly = true)
    public List<TeamChange> history(long team) {
        return ledger.of(team);
    }

    /** @throws NotFound when there is none, or a team of it lies elsewhere */
    @Transactional(readOnly = true)
    public TeamChange find(long id, CurrentUser user) {
        TeamChange change = ledger.find(id).orElseThrow(() -> new NotFound("team-change", id));
        change.teams().stream()
                .filter(part -> part.side() == Side.FROM)
                .forEach(part -> places.require(part.teamId(), user));
        return change;
    }

    /** Puts everything back as it was; refused where somebody has built on it. Answers a team to look at. */
    public long undo(long id, CurrentUser user) {
        TeamChange change = find(id, user);
        if (change.undone() != null) {
            throw new RuleBroken("teams.error.undone");
        }
        if (!change.remembered()) {
            throw new RuleBroken("teams.error.told");
        }
        Set<Long> teams = change.teams().stream().map(TeamChange.Part::teamId).collect(Collectors.toSet());
        teams.forEach(team -> places.require(team, user));
        List<String> since = rows.changedSince(id);
        if (!since.isEmpty()) {
            throw new RuleBroken("teams.error.changed-since");
        }
        if (!rows.leaningOn(id).isEmpty()) {
            throw new RuleBroken("teams.error.built-on");
        }
        long there = change.teams().stream()
                .filter(part -> part.side() == Side.FROM)
                .map(TeamChange.Part::teamId)
                .findFirst()
                .orElseThrow();
        figures.during(new LiveFigures.Touched(Set.of(), Set.of(), teams), () -> {
            rows.putBack(id);
            return id;
        });
        ledger.undone(id, user);
        events.publishEvent(new Audited(
                "team.change-undone",
                "team",
                String.valueOf(there),
                reads.teams(Set.of(there), reads.today()).get(0).communeId(),
                change,
                null,
                null));
        return there;
    }

    private void enter(Decreed decreed, CurrentUser user, Long... teams) {
        for (Long team : teams) {
            places.require(team, user);
        }
        rules.requireNear("day", decreed.day());
    }

    private static Map<Long, Side> sides(Set<Long> from, long into) {
        Map<Long, Side> sides = new LinkedHashMap<>();
        from.forEach(team -> sides.put(team, Side.FROM));
        sides.put(into, Side.INTO);
        return sides;
    }
}
