package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** The dated rows that say which villages a team looks after. */
@Component
@RequiredArgsConstructor
class TeamAreas {

    private final JdbcClient jdbc;

    /** As if it had never looked after any. */
    void forget(long teamId) {
        jdbc.sql("delete from team_area where team_id = :team")
                .param("team", teamId)
                .update();
    }

    /** From a day on the team looks after exactly these villages; what was there before that day stays as it was. */
    void set(long teamId, TeamCommand command, LocalDate from) {
        Map<Long, Boolean> wanted = new LinkedHashMap<>();
        command.otherVillageIds().forEach(village -> wanted.put(village, false));
        wanted.put(command.homeVillageId(), true);
        Map<Long, Boolean> kept = new LinkedHashMap<>();
        jdbc.sql(
                        "select village_id, home from team_area where team_id = :team and valid_from <= :from and valid_to = :open")
                .param("team", teamId)
                .param("from", from)
                .param("open", Days.FOREVER)
                .query((row, n) -> kept.put(row.getLong("village_id"), row.getBoolean("home")))
                .list();
        kept.entrySet().removeIf(row -> !row.getValue().equals(wanted.get(row.getKey())));
        close(teamId, from, kept.keySet().toArray(Long[]::new));
        wanted.keySet().removeAll(kept.keySet());
        wanted.forEach((village, home) -> add(teamId, village, home, from));
    }

    /** A village whose role changes (home or not) on the day neither comes nor goes. */
    List<AreaChange> history(long teamId) {
        return jdbc.sql("""
                        with area as (
                            select a.village_id, a.valid_from, a.valid_to, t.established_on, t.ended_on,
                                   (select v.name from unit_version v where v.unit_id = a.village_id
                                     order by a.valid_from between v.valid_from and v.valid_to desc, v.valid_from desc
                                     limit 1) as village
                              from team_area a join team t on t.id = a.team_id where t.id = :team)
                        select a.valid_from as day, village, true as came from area a
                         where a.valid_from > a.established_on
                           and not exists (select from area b where b.village_id = a.village_id
                                                               and b.valid_to = a.valid_from - 1)
                        union all
                        select a.valid_to, village, false from area a
                         where a.valid_to < a.ended_on
                           and not exists (select from area b where b.village_id = a.village_id
                                                               and b.valid_from = a.valid_to + 1)
                         order by day desc limit 50""").param("team", teamId).query(AreaChange.class).list();
    }

    /** Nothing is looked after from this day on. */
    void end(long teamId, LocalDate from) {
        close(teamId, from, new Long[0]);
    }

    /** The first rows begin with the team. */
    void startOn(long teamId, LocalDate before, LocalDate day) {
        jdbc.sql(
                        "update team_area set valid_from = :day where team_id = :team and valid_from = :before and valid_to >= :day")
                .param("team", teamId)
                .param("before", before)
                .param("day", day)
                .update();
    }

    /** Also look after what another team looked after on the day before. */
    void takeOver(long teamId, long formerTeam, LocalDate from) {
        jdbc.sql("""
                        insert into team_area (team_id, village_id, home, valid_from, valid_to)
                        select :team, f.village_id, false, :from, :open from team_area f
                        where f.team_id = :former and f.valid_to = :before
                          and not exists (select from team_area o where o.team_id = :team
                                          and o.village_id = f.village_id and o.valid_to >= :from)""")
                .param("team", teamId)
                .param("former", formerTeam)
                .param("from", from)
                .param("before", from.minusDays(1))
                .param("open", Days.FOREVER)
                .update();
    }

    private void close(long teamId, LocalDate from, Long[] except) {
        jdbc.sql("delete from team_area where team_id = :team and valid_from >= :from and village_id <> all(:except)")
                .param("team", teamId)
                .param("from", from)
                .param("except", except)
                .update();
        jdbc.sql(
                        "update team_area set valid_to = :last where team_id = :team and valid_to >= :from and village_id <> all(:except)")
                .param("team", teamId)
                .param("from", from)
                .param("last", from.minusDays(1))
                .param("except", except)
                .update();
    }

    private void add(long teamId, long village, boolean home, LocalDate from) {
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (:team, :village, :home, :from)")
                .param("team", teamId)
                .param("village", village)
                .param("home", home)
                .param("from", from)
                .update();
    }
}
