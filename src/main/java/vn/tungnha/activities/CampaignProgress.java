package vn.tungnha.activities;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** How far a campaign is, from the very counters that every other page reads. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CampaignProgress {

    /** More teams than these, of several wards, are shown ward by ward. */
    private static final int MOST_TEAMS = 120;

    private static final String TAKING_PART = """
            select ct.team_id, t.name as team, ct.quota, x.ancestor_id as commune_id, z.name as commune
            from campaign_team ct
            join team t on t.id = ct.team_id
            join lateral (select village_id from team_area where team_id = t.id and home order by valid_to desc limit 1) s on true
            join unit_lineage l on l.from_id = s.village_id and :today between l.valid_from and l.valid_to
            join unit_closure x on x.descendant_id = l.to_id and :today between x.valid_from and x.valid_to
            join unit u on u.id = x.ancestor_id and u.level = 'COMMUNE'
            join unit_version z on z.unit_id = u.id and :today between z.valid_from and z.valid_to
            where ct.campaign_id = :campaign
              and (:everything or ct.team_id = any(:teams) or s.village_id in (%s))
            order by z.name, t.number nulls last, t.name, t.id
            """.formatted(ScopeSql.INSIDE);

    private final JdbcClient jdbc;
    private final ActivityAccess access;
    private final Figures figures;
    private final Clock clock;

    /**
     * @param total of the whole campaign; null = not known
     * @param byTeam whether the lines are teams, else they are communes
     */
    public record Standing(@Nullable BigDecimal total, boolean byTeam, List<Line> lines) {}

    /** @param quota null = none; {@code teams} = how many it stands for */
    public record Line(
            long id,
            String name,
            String commune,
            @Nullable Long quota,
            @Nullable BigDecimal value,
            int teams) {}

    private record Taking(
            long teamId, String team, @Nullable Long quota, long communeId, String commune) {}

    /** Lines of the teams or communes inside the reader's scope. */
    public Standing of(CampaignView campaign, CurrentUser user) {
        List<Taking> taking = access.bind(jdbc.sql(TAKING_PART), user)
                .param("campaign", campaign.id())
                .query(Taking.class)
                .list();
        boolean byTeam = taking.size() <= MOST_TEAMS
                || taking.stream().map(Taking::communeId).distinct().count() == 1;
        Map<Long, Line> lines = byTeam ? teams(taking) : communes(taking);
        Map<Long, BigDecimal> values = values(campaign, byTeam, List.copyOf(lines.keySet()));
        return new Standing(
                total(campaign),
                byTeam,
                lines.values().stream()
                        .map(it ->
                                new Line(it.id(), it.name(), it.commune(), it.quota(), values.get(it.id()), it.teams()))
                        .toList());
    }

    private static Map<Long, Line> teams(List<Taking> taking) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        taking.forEach(
                it -> lines.put(it.teamId(), new Line(it.teamId(), it.team(), it.commune(), it.quota(), null, 1)));
        return lines;
    }

    private static Map<Long, Line> communes(List<Taking> taking) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        taking.forEach(it -> lines.merge(
                it.communeId(),
                new Line(it.communeId(), it.commune(), it.commune(), it.quota(), null, 1),
                (one, more) -> new Line(
                        one.id(), one.name(), one.commune(), sum(one.quota(), more.quota()), null, one.teams() + 1)));
        return lines;
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }

    private @Nullable BigDecimal total(CampaignView campaign) {
        if (campaign.indicator() == null) {
            return held(campaign.id(), "null::bigint").getOrDefault(0L, BigDecimal.ZERO);
        }
        return campaign.unitId() == null
                ? values(campaign, true, List.of(Objects.requireNonNull(campaign.teamId())))
                        .get(campaign.teamId())
                : values(campaign, false, List.of(campaign.unitId())).get(campaign.unitId());
    }

    private Map<Long, BigDecimal> values(CampaignView campaign, boolean byTeam, List<Long> places) {
        Map<Long, BigDecimal> values = new HashMap<>();
        if (places.isEmpty()) {
            return values;
        }
        if (campaign.indicator() == null) {
            places.forEach(place -> values.put(place, BigDecimal.ZERO));
            values.putAll(held(campaign.id(), byTeam ? "a.team_id" : "x.ancestor_id"));
            return values;
        }
        LocalDate today = Days.today(clock);
        LocalDate last = campaign.lastDay().isBefore(today) ? campaign.lastDay() : today;
        if (last.isBefore(campaign.firstDay())) {
            places.forEach(place -> values.put(place, BigDecimal.ZERO));
            return values;
        }
        List<IndicatorChoice> counted = List.of(IndicatorChoice.of(campaign.indicator()));
        List<Period> days = List.of(Period.between(campaign.firstDay(), last));
        FigureQuery query = byTeam
                ? FigureQuery.ofTeams(places, counted, days)
                : FigureQuery.ofUnits(places, counted, days, Structure.then());
        for (IndicatorValue value : figures.values(query.alone())) {
            if (value.value() != null) {
                values.put(value.place(), value.value());
            }
        }
        return values;
    }

    /** Activities of the campaign that were held, by place; all of them under 0. */
    private Map<Long, BigDecimal> held(UUID campaign, String place) {
        Map<Long, BigDecimal> held = new HashMap<>();
        jdbc.sql("""
                        select coalesce(%s, 0) as place, count(distinct a.id) as held
                        from activity a
                        left join unit_lineage l on l.from_id = a.village_id and :today between l.valid_from and l.valid_to
                        left join unit_closure x on x.descendant_id = l.to_id and :today between x.valid_from and x.valid_to
                            and exists (select from unit u where u.id = x.ancestor_id and u.level = 'COMMUNE')
                        where a.campaign_id = :campaign and a.state = 'HELD' group by 1""".formatted(place))
                .param("campaign", campaign)
                .param("today", Days.today(clock))
                .query(row -> {
                    held.put(row.getLong("place"), BigDecimal.valueOf(row.getLong("held")));
                });
        return held;
    }
}
