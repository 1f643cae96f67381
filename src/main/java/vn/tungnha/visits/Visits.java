package vn.tungnha.visits;

import java.time.Clock;
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
    private final Newcomers newcomers;
    private final VisitRules rules;
    private final VisitAccess access;
    private final VisitNews news;
    private final LiveFigures figures;
    private final Clock clock;

    /** Stores a visit, or tells how it stands when the same was said before. */
    @Transactional
    public Receipt record(VisitCommand command, CurrentUser user) {
        return record(command, Telling.now(), user);
    }

    /** The same, told by whoever types in what others did. */
    @Transactional
    public Receipt record(VisitCommand command, Origin origin, CurrentUser user) {
        return record(command, Telling.of(origin), user);
    }

    /** The same, told by a phone whose clock may have been wrong: what it said itself is what resends are compared with. */
    @Transactional
    public Receipt record(VisitCommand asSent, Telling telling, CurrentUser user) {
        VisitBody sent = VisitBody.of(asSent);
        VisitCommand command = asSent.at(telling.right(asSent.visitedAt()));
        Visit known = visits.lock(command.id()).orElse(null);
        if (known != null) {
            access.requireReading(known, user);
            if (!Arrays.equals(known.getBodyHash(), sent.hash())) {
                throw new VisitConflict("visit", command.id());
            }
            return known.receipt(false);
        }
        VisitBody body = VisitBody.of(command);
        newcomers.welcome(command, user);
        CheckedVisit told = rules.check(command, user, null);
        Visit visit = new Visit(
                told,
                telling.origin(),
                sent.hash(),
                user.accountId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return figures.during(touched(visit), () -> {
            visits.add(visit);
            visits.flush();
            versions.append(visit, "RECORDED", null, body, null, user.accountId(), visit.getReceivedAt());
            news.recorded(visit, body);
            return visit.receipt(true);
        });
    }

    /** Tells a visit anew. The same request twice is carried out once. */
    @Transactional
    public Receipt correct(UUID id, Correction correction, CurrentUser user) {
        Visit visit = changeable(id, user);
        VisitBody body = VisitBody.of(correction.visit());
        var repeat = versions.repeatOf(correction.id(), id, body);
        if (repeat.isPresent()) {
            if (repeat.get() == VisitVersions.Repeat.OTHER) {
                throw new VisitConflict("correction", correction.id());
            }
            return visit.receipt(false);
        }
        if (correction.basedOn() != visit.getVersion()) {
            throw new VisitConflict("visit", id);
        }
        String reason = required(correction.reason());
        newcomers.welcome(correction.visit(), user);
        CheckedVisit told = rules.check(correction.visit(), user, visit);
        return figures.during(touchedByBoth(visit, correction.visit()), () -> {
            visit.correct(told);
            visits.flush();
            versions.append(visit, "CORRECTED", correction.id(), body, reason, user.accountId(), clock.instant());
            news.corrected(visit, body, reason);
            return visit.receipt(true);
        });
    }

    /** Takes a visit back. It stays readable and counts nowhere; asking twice changes nothing more. */
    @Transactional
    public Receipt withdraw(UUID id, @Nullable String why, CurrentUser user) {
        Visit visit = changeable(id, user);
        if (visit.withdrawn()) {
            return visit.receipt(false);
        }
        String reason = required(why);
        VisitBody last = versions.last(id);
        return figures.during(touched(visit), () -> {
            visit.withdraw();
            visits.flush();
            versions.append(visit, "WITHDRAWN", null, last, reason, user.accountId(), clock.instant());
            news.withdrawn(visit, last, reason);
            return visit.receipt(true);
        });
    }

    /** The ward has looked: nothing is left to settle. Figures do not depend on it. */
    @Transactional
    public void settle(UUID id, CurrentUser user) {
        Visit visit = changeable(id, user);
        news.settled(visit);
        visit.settle();
    }

    private Visit changeable(UUID id, CurrentUser user) {
        Visit visit = visits.lock(id).orElseThrow(() -> new NotFound("visit", id));
        access.requireChanging(visit, user);
        return visit;
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
        residents.addAll(after.guided());
        after.activations().forEach(one -> residents.add(one.residentId()));
        Set<Long> teams = new HashSet<>(Set.of(before.getTeamId()));
        teams.add(after.teamId());
        return new Touched(households, residents, teams);
    }
}
