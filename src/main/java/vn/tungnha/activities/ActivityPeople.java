package vn.tungnha.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;

/** Whoever is named at activities, as rows. */
@Repository
@RequiredArgsConstructor
class ActivityPeople {

    /** Residents by name are for whoever works with them; an administrator reads them where reading is logged. */
    private static final String LIST = """
            select p.id, p.member_id, p.resident_id, p.on_duty, p.present_at, p.marked_how, s.shown,
                   case when s.shown then coalesce(m.name, r.name) end as name,
                   case when s.shown then r.birth_year end as birth_year,
                   case when s.shown then coalesce(t.name, btrim(h.number || ' ' || h.alley)) end as place
            from activity_person p
            left join team_member m on m.id = p.member_id
            left join team t on t.id = m.team_id
            left join resident r on r.id = p.resident_id
            left join household h on h.id = r.household_id
            cross join lateral (select p.member_id is not null or h.village_id in (%s) as shown) s
            where p.activity_id = :activity
            order by p.on_duty desc, p.member_id is null, s.shown desc, coalesce(m.sort_key, r.search), p.id
            """.formatted(ScopeSql.INSIDE);

    private final JdbcClient jdbc;
    private final Clock clock;

    List<ActivityPerson> of(UUID activity, CurrentUser user) {
        Scope scope = user.scope();
        return ScopeSql.bind(jdbc.sql(LIST), scope, Data.PEOPLE, Days.today(clock))
                .param("activity", activity)
                .query(ActivityPeople::person)
                .list();
    }

    Set<UUID> residents(UUID activity) {
        return jdbc.sql("select resident_id from activity_person where activity_id = ? and resident_id is not null")
                .param(activity)
                .query(UUID.class)
                .set();
    }

    /** Teams of the members named, whose lists may change with them. */
    Set<Long> teams(UUID activity) {
        return jdbc.sql("""
                        select distinct m.team_id from activity_person p join team_member m on m.id = p.member_id
                        where p.activity_id = ?""").param(activity).query(Long.class).set();
    }

    int named(UUID activity) {
        return jdbc.sql("select count(*) from activity_person where activity_id = ? and not on_duty")
                .param(activity)
                .query(Integer.class)
                .single();
    }

    /** Of these, members who belong on that day to a team that takes part. */
    Set<UUID> eligible(UUID activity, Collection<UUID> members) {
        return jdbc.sql("""
                        select m.id from team_member m join activity a on a.id = :activity
                        where m.id = any(:members) and a.held_on between m.joined_on and m.left_on
                          and (m.team_id = a.team_id
                               or exists (select from activity_team x where x.activity_id = a.id and x.team_id = m.team_id))""")
                .param("activity", activity)
                .param("members", members.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    void putMember(UUID activity, UUID member, boolean onDuty, UUID account, Instant now) {
        jdbc.sql("""
                        insert into activity_person (id, activity_id, member_id, on_duty, signed_up_at, signed_up_by)
                        values (gen_random_uuid(), :activity, :member, :duty, :now, :account)
                        on conflict (activity_id, member_id) do update set on_duty = excluded.on_duty""")
                .param("activity", activity)
                .param("member", member)
                .param("duty", onDuty)
                .param("now", Timestamp.from(now))
                .param("account", account)
                .update();
    }

    void putResident(UUID activity, UUID resident, UUID account, Instant now) {
        jdbc.sql("""
                        insert into activity_person (id, activity_id, resident_id, told_as, on_duty, signed_up_at, signed_up_by)
                        values (gen_random_uuid(), :activity, :resident, :resident, false, :now, :account)
                        on conflict (activity_id, told_as) do nothing""")
                .param("activity", activity)
                .param("resident", resident)
                .param("now", Timestamp.from(now))
                .param("account", account)
                .update();
    }

    /** Members no longer on duty leave the list, unless they were there. */
    void relieve(UUID activity, Set<UUID> staying) {
        jdbc.sql("""
                        delete from activity_person where activity_id = :activity and on_duty and present_at is null
                        and not (member_id = any(:staying))""")
                .param("activity", activity)
                .param("staying", staying.toArray(UUID[]::new))
                .update();
    }

    /** Whoever was there already keeps the moment and the way it was told. */
    void mark(UUID activity, Collection<UUID> people, ActivityPerson.Marked how, UUID account, Instant now) {
        jdbc.sql("""
                        update activity_person set present_at = :now, marked_how = :how, marked_by = :account
                        where activity_id = :activity and id = any(:people) and present_at is null""")
                .param("now", Timestamp.from(now))
                .param("how", how.name())
                .param("account", account)
                .param("activity", activity)
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    void unmark(UUID activity, Collection<UUID> people) {
        jdbc.sql("""
                        update activity_person set present_at = null, marked_how = null, marked_by = null
                        where activity_id = :activity and id = any(:people)""")
                .param("activity", activity)
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    void remove(UUID activity, UUID person) {
        jdbc.sql("delete from activity_person where activity_id = :activity and id = :person")
                .param("activity", activity)
                .param("person", person)
                .update();
    }

    /** The member somebody is on that day, in a team that takes part where there is one. */
    Optional<UUID> memberOf(UUID account, UUID activity) {
        return jdbc.sql("""
                        select m.id from team_member m join activity a on a.id = :activity
                        where m.account_id = :account and a.held_on between m.joined_on and m.left_on
                        order by m.team_id = a.team_id desc,
                                 exists (select from activity_team x where x.activity_id = a.id and x.team_id = m.team_id) desc, m.id
                        limit 1""")
                .param("activity", activity)
                .param("account", account)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> rowOf(UUID activity, UUID member) {
        return jdbc.sql("select id from activity_person where activity_id = :activity and member_id = :member")
                .param("activity", activity)
                .param("member", member)
                .query(UUID.class)
                .optional();
    }

    private static ActivityPerson person(ResultSet row, int n) throws SQLException {
        OffsetDateTime present = row.getObject("present_at", OffsetDateTime.class);
        @Nullable String how = row.getString("marked_how");
        return new ActivityPerson(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getObject("resident_id", UUID.class),
                row.getBoolean("shown"),
                row.getString("name"),
                row.getObject("birth_year", Integer.class),
                row.getString("place"),
                row.getBoolean("on_duty"),
                present == null ? null : present.toInstant(),
                how == null ? null : ActivityPerson.Marked.valueOf(how));
    }
}
