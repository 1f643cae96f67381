package vn.tungnha.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.households.FollowsMerges;

/**
 * Visits go over to the entry that was kept and remember the one they were told of. Skips and shares of a day stay where they
 * are: they count nowhere and are over tomorrow.
 */
@Component
@RequiredArgsConstructor
class VisitsFollowMerges implements FollowsMerges {

    private static final List<String> NAMED = List.of("activation", "visit_guided");

    private final JdbcClient jdbc;

    @Override
    public void residentsMerged(UUID gone, UUID kept) {
        for (String table : NAMED) {
            change("update " + table + " set resident_id = :kept where resident_id = :gone", gone, kept);
        }
    }

    @Override
    public void residentsParted(UUID gone, UUID kept) {
        for (String table : NAMED) {
            change(
                    "update " + table + " set resident_id = :gone "
                            + "where resident_id = :kept and told_as in (select resident_aliases(:gone))",
                    gone,
                    kept);
        }
    }

    @Override
    public void householdsMerged(UUID gone, UUID kept) {
        change("""
                update visit set told_household = coalesce(told_household, household_id), household_id = :kept
                where household_id = :gone""", gone, kept);
    }

    @Override
    public void householdsParted(UUID gone, UUID kept) {
        change("""
                update visit set household_id = :gone, told_household = nullif(told_household, :gone)
                where household_id = :kept and told_household in (select household_aliases(:gone))""", gone, kept);
    }

    @Override
    public List<Effect> ofResidents(UUID gone, UUID kept) {
        List<Effect> effects = new ArrayList<>();
        add(effects, "guided", "select count(*) from visit_guided where resident_id = :gone", gone, kept);
        add(effects, "activations", "select count(*) from activation where resident_id = :gone", gone, kept);
        add(effects, "both", """
                select count(distinct g.account_type) from activation g join activation k on k.account_type = g.account_type
                where g.resident_id = :gone and k.resident_id = :kept
                  and g.result in ('ACTIVATED', 'ALREADY_ACTIVE', 'USED') and k.result in ('ACTIVATED', 'ALREADY_ACTIVE', 'USED')""", gone, kept);
        add(
                effects,
                "held",
                "select count(*) from held_visit where state = 'WAITING' and position(cast(:gone as text) in body::text) > 0",
                gone,
                kept);
        return effects;
    }

    @Override
    public List<Effect> ofHouseholds(UUID gone, UUID kept) {
        List<Effect> effects = new ArrayList<>();
        add(effects, "visits", "select count(*) from visit where household_id = :gone", gone, kept);
        add(effects, "follow-ups", """
                select count(*) from visit v where v.household_id = :gone and v.follow_up_at is not null and v.status <> 'WITHDRAWN'
                and not exists (select from visit n where n.household_id = v.household_id and n.status <> 'WITHDRAWN'
                                and n.place = 'HOME' and n.visited_at > v.visited_at)""", gone, kept);
        add(effects, "same-day", """
                select count(*) from visit g join visit k on k.household_id = :kept and k.visited_on = g.visited_on
                where g.household_id = :gone and g.status <> 'WITHDRAWN' and k.status <> 'WITHDRAWN'
                  and g.place = 'HOME' and k.place = 'HOME'""", gone, kept);
        add(
                effects,
                "held",
                "select count(*) from held_visit where state = 'WAITING' and household_id = :gone",
                gone,
                kept);
        return effects;
    }

    private void add(List<Effect> effects, String what, String sql, UUID gone, UUID kept) {
        long number = bind(sql, gone, kept).query(Long.class).single();
        if (number > 0) {
            effects.add(new Effect("visits.merge." + what, number));
        }
    }

    private void change(String sql, UUID gone, UUID kept) {
        bind(sql, gone, kept).update();
    }

    private JdbcClient.StatementSpec bind(String sql, UUID gone, UUID kept) {
        return jdbc.sql(sql).param("gone", gone).param("kept", kept);
    }
}
