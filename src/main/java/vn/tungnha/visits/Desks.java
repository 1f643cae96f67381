package vn.tungnha.visits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.LiveFigures.Touched;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/**
 * Help desks and market stalls. Whoever comes is met by name, as a contact of the household he or she belongs to, or only
 * counted. Neither is a visit to a household.
 */
@Service
@RequiredArgsConstructor
public class Desks {

    private final DeskRows rows;
    private final DeskRules rules;
    private final Visits visits;
    private final VisitAccess access;
    private final LiveFigures figures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Opens a desk; nothing happens when it is open already. */
    @Transactional
    public UUID open(DeskCommand told, CurrentUser user) {
        return open(told, Telling.byProgram(), user).id();
    }

    /** The same, told by a phone that may have waited for days. */
    @Transactional
    public Receipt open(DeskCommand told, Telling telling, CurrentUser user) {
        DeskRows.Desk known = rows.find(told.id()).orElse(null);
        if (known != null) {
            access.requireTeam(told.teamId(), known.day(), telling, user);
            if (!rules.belongs(known, told.teamId(), telling)) {
                rules.orHoldBack(known, told.teamId(), telling);
                throw new VisitConflict("desk", told.id());
            }
            return known.receipt(false);
        }
        Instant startedAt = rules.moment(told.startedAt(), telling, "startedAt");
        LocalDate day = Days.of(startedAt);
        String name = rules.name(told.name());
        rules.topic(told.topic(), telling, "topic");
        long team = rules.team(told.teamId(), day, telling, user);
        long village = rules.village(told.village(), team, day, telling);
        return stored(told, team, name, village, startedAt, user.accountId());
    }

    /** A desk that was held, where the ward puts it; anew only as long as nothing noted at it counts. */
    @Transactional
    Receipt openFor(DeskCommand told, long village, UUID teller, CurrentUser user) {
        DeskRows.Desk known = rows.find(told.id()).orElse(null);
        LocalDate day = known == null ? Days.of(told.startedAt()) : known.day();
        long team = rules.team(told.teamId(), day, Telling.byWard(), user);
        if (known == null) {
            return stored(told, team, rules.name(told.name()), village, told.startedAt(), teller);
        }
        if (known.teamId() != team || known.villageId() != village) {
            if (rows.inUse(known.id())) {
                throw RuleBroken.at("team", "visits.held.desk-in-use");
            }
            rows.give(known.id(), team, village);
        }
        return known.receipt(false);
    }

    private Receipt stored(DeskCommand told, long team, String name, long village, Instant startedAt, UUID opener) {
        LocalDate day = Days.of(startedAt);
        rows.open(told, team, name, village, day, startedAt, opener, now());
        audit("desk.opened", told.id(), village, null, Map.of("name", name, "day", day.toString()), null);
        return rows.find(told.id()).orElseThrow().receipt(true);
    }

    /** Somebody met by name at a desk. */
    @Transactional
    public Receipt meet(VisitCommand told, @Nullable DeskCommand desk, CurrentUser user) {
        if (desk != null) {
            open(desk, user);
        }
        return visits.record(told, user);
    }

    /** Counts people nobody named, or tells how the count stands when the same was said before. */
    @Transactional
    public Receipt count(CountCommand told, @Nullable DeskCommand opening, CurrentUser user) {
        return count(told, opening, Telling.byProgram(), user);
    }

    /** The same, told by a phone: what it sent is what resends are compared with, its clock is set right. */
    @Transactional
    public Receipt count(CountCommand told, @Nullable DeskCommand opening, Telling telling, CurrentUser user) {
        if (opening != null) {
            open(opening, telling, user);
        }
        rows.lock(told.id());
        DeskRows.Desk desk = rows.find(told.deskId()).orElseThrow(() -> RuleBroken.at("desk", "paper.error.desk"));
        if (!rules.belongs(desk, told.teamId(), telling)) {
            rules.orHoldBack(desk, told.teamId(), telling);
            throw RuleBroken.at("desk", "paper.error.desk");
        }
        access.requireTeam(told.teamId(), desk.day(), telling, user);
        byte[] hash = VisitBody.of(told).hash();
        DeskRows.Count known = rows.count(told.id()).orElse(null);
        if (known != null) {
            if (!Arrays.equals(known.bodyHash(), hash)) {
                throw new VisitConflict("count", told.id());
            }
            return known.receipt();
        }
        rules.turns(told.turns(), telling);
        Instant countedAt = rules.moment(told.countedAt(), telling, "visitedAt");
        Instant received = now();
        return figures.during(touched(desk), () -> {
            rows.add(told, countedAt, hash, user.accountId(), received);
            audit("desk.counted", desk.id(), desk.villageId(), null, told.turns(), null);
            return new Receipt(told.id(), received, VisitStatus.RECORDED.name(), 1, true);
        });
    }

    /** Books a count that was held, its desk open by now. */
    @Transactional
    void book(CountCommand told, byte[] hash, UUID teller, CurrentUser user) {
        rows.lock(told.id());
        DeskRows.Desk desk = rows.find(told.deskId()).orElseThrow(() -> new NotFound("desk", told.deskId()));
        access.requireTeam(desk.teamId(), desk.day(), Telling.byWard(), user);
        boolean known = rows.count(told.id()).isPresent();
        figures.during(touched(desk), () -> {
            if (known) {
                rows.revive(told.id());
            } else {
                rows.add(told, told.countedAt(), hash, teller, now());
            }
            audit("desk.counted", desk.id(), desk.villageId(), null, told.turns(), null);
            return desk;
        });
    }

    /** Whether this is a count that has come. */
    public boolean counted(UUID id) {
        return rows.count(id).isPresent();
    }

    /** Takes a count back; asking twice changes nothing more. */
    @Transactional
    public void withdraw(UUID count, CurrentUser user) {
        withdraw(count, null, Telling.byProgram(), user);
    }

    @Transactional
    public Receipt withdraw(UUID count, @Nullable String why, Telling telling, CurrentUser user) {
        rows.lock(count);
        DeskRows.Count known = rows.count(count).orElseThrow(() -> new NotFound("count", count));
        DeskRows.Desk desk = rows.find(known.deskId()).orElseThrow(() -> new NotFound("desk", known.deskId()));
        access.requireTeam(desk.teamId(), desk.day(), telling, user);
        if (known.withdrawn()) {
            return known.receipt();
        }
        Map<String, Integer> turns = rows.turns(count);
        return figures.during(touched(desk), () -> {
            rows.withdraw(count, user.accountId(), now());
            audit("desk.withdrawn", desk.id(), desk.villageId(), turns, null, why);
            return rows.count(count).orElseThrow().receipt();
        });
    }

    private static Touched touched(DeskRows.Desk desk) {
        return new Touched(Set.of(), Set.of(), Set.of(desk.teamId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(
            String action,
            UUID desk,
            long village,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String why) {
        events.publishEvent(new Audited(action, "desk", desk.toString(), village, before, after, why));
    }
}
