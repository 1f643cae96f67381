package vn.tungnha.indicators;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeSource;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.units.Units;

/** Targets of one's own places that are behind, once a week as long as they are. */
@Component
@RequiredArgsConstructor
class TargetNotices implements NoticeSource {

    private static final Role[] READERS = {
        Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER
    };

    /** One's own are one or two; an office in charge of more looks at its board. */
    private static final int MOST_PLACES = 5;

    private final Standings standings;
    private final ConcernWords concerns;
    private final TargetParts parts;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        List<TargetPlace> places = new ArrayList<>(offices(user.as(READERS), today));
        places.addAll(teams(user.as(Role.TEAM_LEADER), today));
        List<IndicatorChoice> targeted = targeted(places, today);
        if (targeted.isEmpty()) {
            return List.of();
        }
        Period month = Period.of(Period.Grain.MONTH, today);
        return standings.of(places, targeted, month, Structure.on(today)).stream()
                .filter(it -> it.state() == Standing.State.BEHIND || it.state() == Standing.State.MISSED)
                .map(it -> notice(it, today, locale))
                .toList();
    }

    private List<TargetPlace> offices(CurrentUser user, LocalDate today) {
        return user.roles().isEmpty()
                ? List.of()
                : units.all(user.scope().roots(Data.FIGURES), today).values().stream()
                        .filter(place -> !place.validTo().isBefore(today))
                        .limit(MOST_PLACES)
                        .map(TargetPlace::of)
                        .toList();
    }

    private List<TargetPlace> teams(CurrentUser leader, LocalDate today) {
        return leader.roles().isEmpty()
                ? List.of()
                : leader.scope().teams().stream()
                        .sorted()
                        .limit(MOST_PLACES)
                        .map(parts::team)
                        .filter(team -> !team.endedOn().isBefore(today))
                        .toList();
    }

    private List<IndicatorChoice> targeted(List<TargetPlace> places, LocalDate today) {
        return jdbc.sql("""
                        select distinct i.code, i.position from target t join indicator i on i.id = t.indicator_id
                        where (t.unit_id = any(:units) or t.team_id = any(:teams)) and t.replaced_at is null
                          and :today between t.first_day and t.last_day
                        order by i.position
                        """)
                .param("units", ids(places, false))
                .param("teams", ids(places, true))
                .param("today", today)
                .query((row, n) -> IndicatorChoice.of(row.getString("code")))
                .list();
    }

    private static Long[] ids(List<TargetPlace> places, boolean ofTeams) {
        return places.stream()
                .filter(place -> place.team() == ofTeams)
                .map(TargetPlace::id)
                .toArray(Long[]::new);
    }

    private Notice notice(Standing standing, LocalDate today, Locale locale) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        IndicatorDefinition definition = standing.value().definition();
        String period = standing.value().period().code();
        String name = "en".equals(locale.getLanguage()) ? definition.nameEn() : definition.nameVi();
        return new Notice(
                "target:" + (standing.place().team() ? "team:" : "")
                        + standing.place().id() + ":" + definition.code() + ":" + period + ":" + monday,
                Notice.Kind.TARGET,
                monday.atStartOfDay(Days.ZONE).toInstant(),
                standing.level(),
                standing.place().name() + ": " + name,
                concerns.first(standing, locale),
                standing.place().team() ? "/field/progress" : board(standing, period));
    }

    private static String board(Standing standing, String period) {
        return UriComponentsBuilder.fromPath("/targets")
                .queryParam("unit", standing.place().code())
                .queryParam("indicator", standing.value().definition().code())
                .queryParam("period", period)
                .encode()
                .build()
                .toUriString();
    }
}
