package vn.tungnha.visits;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.LiveFigures.Touched;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** The log of visits: told once or many times, corrected, withdrawn; nothing said is ever lost. */
@Service
@RequiredArgsConstructor
public class Visits {

    private final VisitRepository visits;
    private final VisitVersions versions;
    private final VisitMerging merging;
    private final Newcomers newcomers;
    private final VisitRules rules;
    private final VisitAccess access;
    private final VisitNews news;
    private final VisitAliases aliases;
    private final LiveFigures figures;
    private final Clock clock;

    /** Stores a visit, or tells how it stands when the same was said before. */
    @Transactional
    public Receipt record(VisitCommand command, CurrentUser user) {
        return record(command, Telling.byProgram(), user);
    }

    /** The same, told by whoever types in what others did. */
    @Transactional
    public Receipt record(VisitCommand command, Origin origin, CurrentUser user) {
        return record(command, Telling.of(origin), user);
    }

    /**
     * The same, told by a phone whose clock may have been wrong: what it sent is what resends are compared with.
     *
     * @throws HeldBack when only the ward can say what becomes of it
     */
    @Transactional
    public Receipt record(VisitCommand asSent, Telling telling, CurrentUser user) {
        Instant right = telling.right(asSent.visitedAt());
        Instant toldAt = right.equals(asSent.visitedAt()) ? null : asSent.visitedAt();
        return take(
                new TakenDown(asSent.at(right), VisitBody.of(asSent).hash(), toldAt, user.accountId()), telling, user);
    }

    /** What somebody told, perhaps taken from what was held: {@code user} is who has it booked now. */
    @Transactional
    Receipt take(TakenDown taken, Telling telling, CurrentUser user) {
        Visit known = visits.lock(taken.command().id()).orElse(null);
        if (known != null && !(telling.byTheWard() && known.withdrawn())) {
            if (!user.accountId().equals(known.getRecordedBy())) {
                access.requireReading(known, user);
            }
            if (!Arrays.equals(known.getBodyHash(), taken.hash())) {
                throw new VisitConflict("visit", taken.command().id());
            }
            return known.receipt(false);
        }
        ToldAs names = aliases.resolve(taken.command());
        VisitCommand command = names.command();
        rules.checkBefore(command, telling, user);
        newcomers.welcome(command, telling, user);
        CheckedVisit told =
                rules.check(command, telling, user, known, taken.teller()).named(names);
        if (known != null) {
            return change(known, told, null, null, null, user);
        }
        Visit visit = new Visit(told, taken, telling.origin(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        VisitBody body = VisitBody.of(visit.asEntered(told.command()));
        return figures.during(touched(visit), () -> {
            aliases.requireCurrent(told.command());
            visits.add(visit);
            visits.flush();
            versions.append(
                    visit,
                    new VisitVersions.Said("RECORDED", null, body, null, null),
                    taken.teller(),
                    visit.getReceivedAt());
            news.recorded(visit, body);
            return visit.receipt(true);
        });
    }

    /** Tells a visit anew. The same request twice is carried out once. */
    @Transactional
    public Receipt correct(UUID id, Correction correction, CurrentUser user) {
        return correct(id, correction, Telling.byProgram(), user).receipt();
    }

    /**
     * The same, where a correction of an older version is put together with what was corrected since.
     *
     * @throws Contested when both changed the same
     * @throws HeldBack when the version it is based on has not come yet, or somebody has withdrawn the visit
     */
    @Transactional
    public Corrected correct(UUID id, Correction correction, Telling telling, CurrentUser user) {
        Visit visit = changeable(id, telling, user);
        VisitBody sent = VisitBody.of(correction.visit());
        UUID request = correction.id();
        var repeat = versions.repeatOf(request, id, sent).orElse(null);
        if (repeat == VisitVersions.Repeat.OTHER && telling.byPhone()) {
            request = anotherOf(request, sent);
            repeat = versions.repeatOf(request, id, sent).orElse(null);
        }
        if (repeat == VisitVersions.Repeat.OTHER) {
            throw new VisitConflict("correction", request);
        }
        if (repeat == VisitVersions.Repeat.SAME) {
            return new Corrected(visit.receipt(false), Set.of());
        }
        if (visit.withdrawn() && telling.byPhone()) {
            throw new HeldBack(Set.of(HeldReason.WITHDRAWN));
        }
        visit.requireValid();
        ToldAs names = aliases.resolve(correction.visit());
        VisitMerge merge = merging.merge(visit, correction, telling);
        String reason = required(correction.reason());
        VisitCommand wanted = merge.resolve(Set.of());
        newcomers.welcome(wanted, telling, user);
        CheckedVisit told =
                rules.check(wanted, telling, user, visit, visit.getRecordedBy()).named(names);
        return new Corrected(change(visit, told, request, sent, reason, user), merge.taken());
    }

    private Receipt change(
            Visit visit,
            CheckedVisit told,
            @Nullable UUID request,
            @Nullable VisitBody sent,
            @Nullable String reason,
            CurrentUser user) {
        return figures.during(touchedByBoth(visit, told.command()), () -> {
            aliases.requireCurrent(told.command());
            visit.tellAnew(told);
            VisitBody body = VisitBody.of(visit.asEntered(told.command()));
            visits.flush();
            versions.append(
                    visit,
                    new VisitVersions.Said("CORRECTED", request, body, body.equals(sent) ? null : sent, reason),
                    user.accountId(),
                    clock.instant());
            news.corrected(visit, body, reason);
            return visit.receipt(true);
        });
    }

    /** Takes a visit back. It stays readable and counts nowhere; asking twice changes nothing more. */
    @Transactional
    public Receipt withdraw(UUID id, @Nullable String why, CurrentUser user) {
        return withdraw(id, why, Telling.byProgram(), user);
    }

    @Transactional
    public Receipt withdraw(UUID id, @Nullable String why, Telling telling, CurrentUser user) {
        Visit visit = changeable(id, telling, user);
        if (visit.withdrawn()) {
            return visit.receipt(false);
        }
        String reason = required(why);
        VisitBody last = versions.last(id);
        return figures.during(touched(visit), () -> {
            visit.withdraw();
            visits.flush();
            versions.append(
                    visit,
                    new VisitVersions.Said("WITHDRAWN", null, last, null, reason),
                    user.accountId(),
                    clock.instant());
            news.withdrawn(visit, last, reason);
            return visit.receipt(true);
        });
    }

    /** The ward has looked: nothing is left to settle. Figures do not depend on it. */
    @Transactional
    public void settle(UUID id, CurrentUser user) {
        Visit visit = changeable(id, Telling.onPage(), user);
        news.settled(visit);
        visit.settle();
        visits.flush();
    }

    /** It should be looked at once more after all. */
    @Transactional
    public void reopen(UUID id, CurrentUser user) {
        Visit visit = changeable(id, Telling.onPage(), user);
        visit.reopen();
        visits.flush();
        news.reopened(visit);
    }

    private Visit changeable(UUID id, Telling telling, CurrentUser user) {
        Visit visit = visits.lock(id).orElseThrow(() -> new NotFound("visit", id));
        access.requireChanging(visit, telling, user);
        return visit;
    }

    /** A phone answered a clash under the id of the correction that met it. */
    private static UUID anotherOf(UUID request, VisitBody body) {
        return UUID.nameUUIDFromBytes((request + body.json()).getBytes(StandardCharsets.UTF_8));
    }

    private static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw RuleBroken.at("reason", "visits.error.reason-missing");
        }
        return reason.strip();
    }

    private static Touched touched(Visit visit) {
        return new Touched(Set.of(visit.getHouseholdId()), visit.residents(), Set.of(visit.getTeamId()));
    }

    private static Touched touchedByBoth(Visit before, VisitCommand after) {
        Set<UUID> households = new HashSet<>(Set.of(before.getHouseholdId()));
        households.add(after.householdId());
        Set<UUID> residents = before.residents();
        residents.addAll(after.persons());
        Set<Long> teams = new HashSet<>(Set.of(before.getTeamId()));
        teams.add(after.teamId());
        return new Touched(households, residents, teams);
    }

    /** @param taken fields that stay as somebody else told them meanwhile */
    public record Corrected(Receipt receipt, Set<VisitMerge.Field> taken) {}
}
