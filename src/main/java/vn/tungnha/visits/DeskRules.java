package vn.tungnha.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitNotInForce;
import vn.tungnha.units.Units;

/** What a desk and a count must keep to before they are stored. */
@Component
@RequiredArgsConstructor
class DeskRules {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_NAME = 120;
    private static final int MOST_TURNS = 500;
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private final DeskRows rows;
    private final VisitAccess access;
    private final VisitFacts facts;
    private final MeanwhileFacts meanwhile;
    private final Catalogue catalogue;
    private final HeldDesks held;
    private final Units units;
    private final Clock clock;

    /** When it was by our clock; a moment to come is taken for now. */
    Instant moment(Instant told, Telling telling, String field) {
        if (told.isBefore(EARLIEST)) {
            throw RuleBroken.at(field, "visits.error.too-early");
        }
        Instant right = telling.right(told);
        Instant now = clock.instant();
        return right.isAfter(now.plus(CLOCK_SKEW)) ? now.truncatedTo(ChronoUnit.MICROS) : right;
    }

    /** The team that stands for the one told on that day. */
    long team(long told, LocalDate day, Telling telling, CurrentUser user) {
        access.requireTeam(told, day, telling, user);
        if (facts.teamExistsOn(told, day)) {
            return told;
        }
        Long heir = heir(told, day, telling);
        if (heir == null && telling.byPhone()) {
            throw new HeldBack(Set.of(HeldReason.TEAM_ENDED));
        }
        if (heir == null) {
            throw RuleBroken.at("teamId", "visits.error.team-ended");
        }
        return heir;
    }

    /** Whether a desk is the told team's, that of the team it has become, or of the one the ward gave it to. */
    boolean belongs(DeskRows.Desk desk, long told, Telling telling) {
        Long heir = desk.teamId() == told ? Long.valueOf(told) : heir(told, desk.day(), telling);
        if (heir == null && telling.lenient()) {
            heir = held.givenTo(desk.id(), told);
        }
        return heir != null && heir == desk.teamId();
    }

    /** @throws HeldBack where the ward is to decide, or to decide anew, whose the desk is */
    void orHoldBack(DeskRows.Desk desk, long told, Telling telling) {
        if (telling.byPhone()) {
            held.open(desk.id(), told).ifPresent(why -> {
                throw new HeldBack(why);
            });
        }
    }

    private @Nullable Long heir(long team, LocalDate day, Telling telling) {
        return telling.lenient() ? meanwhile.heirOf(team, day) : null;
    }

    String name(String told) {
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

    /** What was switched off since a phone took its list is no reason to refuse. */
    void topic(@Nullable String code, Telling telling, String field) {
        if (code != null
                && catalogue
                        .topic(code)
                        .filter(topic -> telling.lenient() || topic.enabled())
                        .isEmpty()) {
            throw RuleBroken.at(field, "visits.error.topic", code);
        }
    }

    void turns(Map<String, Integer> told, Telling telling) {
        if (told.isEmpty()) {
            throw RuleBroken.at("turns", "paper.error.nothing-counted");
        }
        told.forEach((topic, turns) -> {
            topic(topic, telling, "turns");
            if (turns < 1 || turns > MOST_TURNS) {
                throw RuleBroken.at("turns", "paper.error.turns", MOST_TURNS);
            }
        });
    }

    /**
     * A desk stands in the team's area, at its home unless said otherwise; where that has ended, in what carries it on.
     *
     * @throws HeldBack when a phone told it and there is no certain place
     */
    long village(@Nullable String code, long team, LocalDate day, Telling telling) {
        Long village = (code == null || code.isBlank() ? rows.home(team, day) : inArea(code, team, day))
                .flatMap(one -> telling.byPhone() ? rows.carriedOn(one, day) : Optional.of(one))
                .orElse(null);
        if (village != null) {
            return village;
        }
        if (telling.byPhone()) {
            throw new HeldBack(Set.of(HeldReason.DESK_PLACE));
        }
        throw code == null || code.isBlank()
                ? RuleBroken.at("village", "paper.error.no-village")
                : RuleBroken.at("village", "visits.error.village", code);
    }

    private Optional<Long> inArea(String code, long team, LocalDate day) {
        try {
            long village = units.require(code, day).id();
            return rows.works(team, village, day) ? Optional.of(village) : Optional.empty();
        } catch (UnitNotInForce unknown) {
            return Optional.empty();
        }
    }
}
