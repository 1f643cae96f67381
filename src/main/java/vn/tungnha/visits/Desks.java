package vn.tungnha.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
import vn.tungnha.units.UnitNotInForce;
import vn.tungnha.units.Units;

/**
 * Help desks and market stalls. Whoever comes is met by name, as a contact of the household he or she belongs to, or only
 * counted. Neither is a visit to a household.
 */
@Service
@RequiredArgsConstructor
public class Desks {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_NAME = 120;
    private static final int MOST_TURNS = 500;
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private final DeskRows rows;
    private final Visits visits;
    private final VisitAccess access;
    private final VisitFacts facts;
    private final Catalogue catalogue;
    private final Units units;
    private final LiveFigures figures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Opens a desk; nothing happens when it is open already. */
    @Transactional
    public UUID open(DeskCommand told, CurrentUser user) {
        DeskRows.Desk known = rows.find(told.id()).orElse(null);
        if (known != null) {
            access.requireTeam(known.teamId(), known.day(), user);
            if (known.teamId() != told.teamId()) {
                throw new VisitConflict("desk", told.id());
            }
            return told.id();
        }
        Instant startedAt = notAhead(told.startedAt(), "startedAt");
        LocalDate day = Days.of(startedAt);
        access.requireTeam(told.teamId(), day, user);
        if (!facts.teamExistsOn(told.teamId(), day)) {
            throw RuleBroken.at("teamId", "visits.error.team-ended");
        }
        String name = name(told.name());
        topic(told.topic(), "topic");
        long village = village(told, day);
        rows.open(told, name, village, day, startedAt, user.accountId(), now());
        audit("desk.opened", told.id(), village, null, Map.of("name", name, "day", day.toString()));
        return told.id();
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
        if (opening != null) {
            open(opening, user);
        }
        rows.lock(told.id());
        DeskRows.Desk desk = rows.find(told.deskId())
                .filter(one -> one.teamId() == told.teamId())
                .orElseThrow(() -> RuleBroken.at("desk", "paper.error.desk"));
        access.requireTeam(desk.teamId(), desk.day(), user);
        byte[] hash = VisitBody.of(told).hash();
        DeskRows.Count known = rows.count(told.id()).orElse(null);
        if (known != null) {
            if (!Arrays.equals(known.bodyHash(), hash)) {
                throw new VisitConflict("count", told.id());
            }
            return known.receipt();
        }
        if (told.turns().isEmpty()) {
            throw RuleBroken.at("turns", "paper.error.nothing-counted");
        }
        told.turns().forEach((topic, turns) -> {
            topic(topic, "turns");
            if (turns < 1 || turns > MOST_TURNS) {
                throw RuleBroken.at("turns", "paper.error.turns", MOST_TURNS);
            }
        });
        Instant countedAt = notAhead(told.countedAt(), "visitedAt");
        Instant received = now();
        return figures.during(touched(desk), () -> {
            rows.add(told, countedAt, hash, user.accountId(), received);
            audit("desk.counted", desk.id(), desk.villageId(), null, told.turns());
            return new Receipt(told.id(), received, VisitStatus.RECORDED.name(), 1, true);
        });
    }

    /** Takes a count back; asking twice changes nothing more. */
    @Transactional
    public void withdraw(UUID count, CurrentUser user) {
        rows.lock(count);
        DeskRows.Count known = rows.count(count).orElseThrow(() -> new NotFound("count", count));
        DeskRows.Desk desk = rows.find(known.deskId()).orElseThrow(() -> new NotFound("desk", known.deskId()));
        access.requireTeam(desk.teamId(), desk.day(), user);
        if (known.withdrawn()) {
            return;
        }
        Map<String, Integer> turns = rows.turns(count);
        figures.during(touched(desk), () -> {
            rows.withdraw(count, user.accountId(), now());
            audit("desk.withdrawn", desk.id(), desk.villageId(), turns, null);
            return count;
        });
    }

    private static Touched touched(DeskRows.Desk desk) {
        return new Touched(Set.of(), Set.of(), Set.of(desk.teamId()));
    }

    private Instant notAhead(Instant told, String field) {
        if (told.isBefore(EARLIEST)) {
            throw RuleBroken.at(field, "visits.error.too-early");
        }
        return told.isAfter(clock.instant().plus(CLOCK_SKEW)) ? now() : told;
    }

    private static String name(String told) {
        String name = told.strip();
        if (name.isEmpty()) {
            throw RuleBroken.at("name", "paper.error.desk-name");
        }
        if (name.length() > LONGEST_NAME) {
            throw RuleBroken.at("name", "paper.error.desk-name-long", LONGEST_NAME);
        }
        if (CITIZEN_NUMBER.matcher(name).find()) {
            throw RuleBroken.at("name", "visits.error.note-citizen-number");
        }
        return name;
    }

    private void topic(@Nullable String code, String field) {
        if (code != null && catalogue.topic(code).filter(Topic::enabled).isEmpty()) {
            throw RuleBroken.at(field, "visits.error.topic", code);
        }
    }

    /** A desk stands in the team's area, at its home unless said otherwise. */
    private long village(DeskCommand told, LocalDate day) {
        String code = told.village();
        if (code == null || code.isBlank()) {
            return rows.home(told.teamId(), day).orElseThrow(() -> RuleBroken.at("village", "paper.error.no-village"));
        }
        try {
            long village = units.require(code, day).id();
            if (rows.works(told.teamId(), village, day)) {
                return village;
            }
        } catch (UnitNotInForce unknown) {
            // told below
        }
        throw RuleBroken.at("village", "visits.error.village", code);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(String action, UUID desk, long village, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new Audited(action, "desk", desk.toString(), village, before, after, null));
    }
}
