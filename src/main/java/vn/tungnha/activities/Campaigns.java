package vn.tungnha.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/** Campaigns: what the teams of a place set out to do in some days, and each team's share of it. */
@Service
@RequiredArgsConstructor
@Transactional
public class Campaigns {

    private static final int LONGEST = 160;
    private static final int LONGEST_TEXT = 4000;
    private static final long MOST = 100_000_000;

    /** Campaigns {@code c} of one's place or team, and those a team of it takes part in. */
    private static final String SEEN = """
            (:everything or c.team_id = any(:teams) or c.unit_id in (%1$s)
             or exists (select from campaign_team x where x.campaign_id = c.id and x.team_id = any(:teams))
             or exists (select from campaign_team x join team_area s on s.team_id = x.team_id and s.home
                        where x.campaign_id = c.id and s.village_id in (%1$s)))""".formatted(ScopeSql.INSIDE);

    private final CampaignRows rows;
    private final CampaignAccess access;
    private final ActivityAccess seen;
    private final Definitions definitions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whoever asks: its address has let them in. */
    @Transactional(readOnly = true)
    public CampaignView get(UUID id) {
        return rows.find(id, Days.today(clock)).orElseThrow(() -> new NotFound("campaign", id));
    }

    /** Running or to come first, then what is over, the latest first. */
    @Transactional(readOnly = true)
    public List<CampaignView> list(CurrentUser user) {
        return seen.bind(
                        jdbc.sql(
                                CampaignRows.SELECT + SEEN
                                        + " order by (c.closed_at is not null or c.last_day < :today), c.last_day desc, c.id limit 200"),
                        user)
                .query(CampaignRows::view)
                .list();
    }

    /** Running on a day, for a team that takes part. */
    @Transactional(readOnly = true)
    public List<CampaignView> running(LocalDate day, CurrentUser user) {
        return list(user).stream()
                .filter(it -> !it.closed() && !day.isBefore(it.firstDay()) && !day.isAfter(it.lastDay()))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean mayRun(CampaignView campaign, CurrentUser user) {
        return access.mayRun(campaign.unitId(), campaign.teamId(), user);
    }

    /** What campaigns may count: numbers that come from the log of the teams. */
    @Transactional(readOnly = true)
    public List<IndicatorDefinition> countable() {
        Map<String, MeasureView> measures = definitions.measures();
        return definitions.list(Days.today(clock)).stream()
                .filter(it -> it.kind() == IndicatorDefinition.Kind.COUNT
                        && !it.isScore()
                        && !it.variants().isEmpty())
                .filter(it -> Definitions.measuresOf(it.variants().get(0), measures.keySet()).stream()
                        .allMatch(code -> isField(measures.get(code))))
                .toList();
    }

    public UUID create(UUID id, CampaignCommand told, CurrentUser user) {
        if (rows.find(id, Days.today(clock)).isPresent()) {
            requireRun(get(id), user);
            return id;
        }
        check(told);
        if ((told.unit() == null) == (told.team() == null) || !exists(told)) {
            throw RuleBroken.at("at", "activities.error.indicator");
        }
        if (!access.mayRun(told.unit(), told.team(), user)) {
            throw new OutOfScope("unit", String.valueOf(told.unit()));
        }
        rows.add(id, told, user.accountId(), now());
        if (told.goal() != null) {
            rows.shareEvenly(id);
        }
        audit("campaign.created", get(id), null, told);
        return id;
    }

    public void edit(UUID id, int version, CampaignCommand told, CurrentUser user) {
        CampaignView before = open(id, user);
        check(told);
        rows.edit(id, version, told);
        audit("campaign.edited", before, before, get(id));
    }

    public void shareEvenly(UUID id, int version, CurrentUser user) {
        CampaignView before = open(id, user);
        if (before.goal() == null) {
            throw new RuleBroken("activities.error.no-goal");
        }
        rows.touch(id, version);
        rows.shareEvenly(id);
        audit("campaign.shared", before, before.shared(), get(id).shared());
    }

    /** @param quotas by team; null = takes part without one */
    public void share(UUID id, int version, Map<Long, @Nullable Long> quotas, CurrentUser user) {
        CampaignView before = open(id, user);
        Map<Long, Long> told = new HashMap<>();
        quotas.forEach((team, quota) -> {
            if (quota != null && (quota < 0 || quota > MOST)) {
                throw RuleBroken.at("quotas", "activities.error.number", 0, MOST);
            }
            told.put(team, quota == null ? -1L : quota);
        });
        rows.touch(id, version);
        rows.quotas(id, told);
        audit("campaign.shared", before, before.shared(), quotas);
    }

    /** It is over; what was achieved is said in words beside the figures. */
    public void close(UUID id, int version, String summary, CurrentUser user) {
        CampaignView before = get(id);
        requireRun(before, user);
        ActivityRules.text("summary", summary, LONGEST_TEXT);
        rows.close(id, version, summary.strip(), user.accountId(), now());
        audit("campaign.closed", before, before.summary(), summary.strip());
    }

    private void check(CampaignCommand told) {
        ActivityRules.text("name", told.name(), LONGEST);
        if (told.lastDay().isBefore(told.firstDay())) {
            throw RuleBroken.at("lastDay", "activities.error.days");
        }
        if (told.goal() != null && (told.goal() < 1 || told.goal() > MOST)) {
            throw RuleBroken.at("goal", "activities.error.number", 1, MOST);
        }
        if (told.note() != null && told.note().length() > LONGEST_TEXT) {
            throw RuleBroken.at("note", "activities.error.long", LONGEST_TEXT);
        }
        String indicator = told.indicator();
        if (indicator != null && countable().stream().noneMatch(it -> it.code().equals(indicator))) {
            throw RuleBroken.at("indicator", "activities.error.indicator");
        }
    }

    private boolean exists(CampaignCommand told) {
        String place = told.unit() == null ? "team" : "unit";
        return jdbc.sql("select exists (select from " + place + " where id = :id)")
                .param("id", told.unit() == null ? told.team() : told.unit())
                .query(Boolean.class)
                .single();
    }

    private static boolean isField(@Nullable MeasureView measure) {
        return measure != null && measure.source() == MeasureView.Source.FIELD;
    }

    private CampaignView open(UUID id, CurrentUser user) {
        CampaignView campaign = get(id);
        requireRun(campaign, user);
        if (campaign.closed()) {
            throw new RuleBroken("activities.error.campaign-closed");
        }
        return campaign;
    }

    private void requireRun(CampaignView campaign, CurrentUser user) {
        if (!mayRun(campaign, user)) {
            throw new OutOfScope("campaign", campaign.id());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(String action, CampaignView campaign, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(
                new Audited(action, "campaign", campaign.id().toString(), campaign.unitId(), before, after, null));
    }
}
