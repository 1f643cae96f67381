package vn.tungnha.indicators;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.shared.Days;

/** Writes rows of the raw log as the modules that own them would, for tests of the figures. */
class RawLog {

    private final JdbcClient jdbc;

    RawLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long unit(String level, String code, LocalDate from, LocalDate to) {
        long id = jdbc.sql("insert into unit (level, valid_from, valid_to) values (:level, :from, :to) returning id")
                .param("level", level)
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into unit_version (unit_id, code, name, full_name, kind, search, valid_from, valid_to) values "
                                + "(:id, :code, :code, :code, (select min(code) from unit_kind where level = :level), lower(:code), :from, :to)")
                .param("id", id)
                .param("code", code)
                .param("level", level)
                .param("from", from)
                .param("to", to)
                .update();
        closure(id, id, 0, from, to);
        lineage(id, id, from, to);
        return id;
    }

    void under(long child, long parent, LocalDate from, LocalDate to) {
        jdbc.sql("insert into unit_parent (unit_id, parent_id, valid_from, valid_to) values (:c, :p, :from, :to)")
                .param("c", child)
                .param("p", parent)
                .param("from", from)
                .param("to", to)
                .update();
    }

    void closure(long ancestor, long descendant, int depth, LocalDate from, LocalDate to) {
        jdbc.sql("insert into unit_closure values (:a, :d, :depth, :from, :to)")
                .param("a", ancestor)
                .param("d", descendant)
                .param("depth", depth)
                .param("from", from)
                .param("to", to)
                .update();
    }

    void lineage(long from, long to, LocalDate first, LocalDate last) {
        jdbc.sql("insert into unit_lineage values (:f, :t, :first, :last, 1, true)")
                .param("f", from)
                .param("t", to)
                .param("first", first)
                .param("last", last)
                .update();
    }

    long team(long village, LocalDate from) {
        long id = jdbc.sql("insert into team (version, name, kind, search, status, established_on) "
                        + "values (0, 'Tổ', 'CNSCD', 'to', 'ACTIVE', :from) returning id")
                .param("from", from)
                .query(Long.class)
                .single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (:t, :v, true, :from)")
                .param("t", id)
                .param("v", village)
                .param("from", from)
                .update();
        return id;
    }

    void household(UUID id, long village, LocalDate registered) {
        jdbc.sql(
                        "insert into household (id, version, kind, village_id, alley, number, sort_key, search, status, registered_on, created_at) "
                                + "values (:id, 0, 'HOUSEHOLD', :v, 'K1', '1', '1', '1', 'ACTIVE', :day, now())")
                .param("id", id)
                .param("v", village)
                .param("day", registered)
                .update();
        jdbc.sql("insert into household_placement (household_id, village_id) values (:id, :v)")
                .param("id", id)
                .param("v", village)
                .update();
    }

    void moveHousehold(UUID id, long village, LocalDate day) {
        jdbc.sql("delete from household_placement where household_id = :id and valid_from >= :day")
                .param("id", id)
                .param("day", day)
                .update();
        jdbc.sql("update household_placement set valid_to = :before where household_id = :id and valid_to >= :day")
                .param("id", id)
                .param("before", day.minusDays(1))
                .param("day", day)
                .update();
        jdbc.sql("insert into household_placement (household_id, village_id, valid_from) values (:id, :v, :day)")
                .param("id", id)
                .param("v", village)
                .param("day", day)
                .update();
    }

    void resident(UUID id, UUID household, int birthYear, LocalDate from) {
        jdbc.sql("insert into resident (id, version, household_id, birth_year, smartphone, status, created_at) "
                        + "values (:id, 0, :h, :born, true, 'PRESENT', now())")
                .param("id", id)
                .param("h", household)
                .param("born", birthYear)
                .update();
        stay(id, household, from);
    }

    void moveResident(UUID id, UUID household, LocalDate day) {
        jdbc.sql("delete from residence where resident_id = :id and valid_from >= :day")
                .param("id", id)
                .param("day", day)
                .update();
        jdbc.sql("update residence set valid_to = :before where resident_id = :id and valid_to >= :day")
                .param("id", id)
                .param("before", day.minusDays(1))
                .param("day", day)
                .update();
        stay(id, household, day);
    }

    private void stay(UUID resident, UUID household, LocalDate from) {
        jdbc.sql(
                        "insert into residence (resident_id, household_id, stay, valid_from) values (:r, :h, 'PERMANENT', :from)")
                .param("r", resident)
                .param("h", household)
                .param("from", from)
                .update();
    }

    void visit(UUID id, UUID household, long team, LocalDate day, String outcome) {
        jdbc.sql(
                        "insert into visit (id, version, status, household_id, team_id, visited_at, visited_on, outcome, guided_unnamed, received_at, body_hash) "
                                + "values (:id, 0, 'RECORDED', :h, :t, :at, :day, :outcome, 1, now(), '')")
                .param("id", id)
                .param("h", household)
                .param("t", team)
                .param("at", day.atTime(LocalTime.of(9, 0)).atZone(Days.ZONE).toOffsetDateTime())
                .param("day", day)
                .param("outcome", outcome)
                .update();
    }

    void guided(UUID visit, Set<UUID> residents) {
        for (UUID resident : residents) {
            jdbc.sql("insert into visit_guided values (:v, :r) on conflict do nothing")
                    .param("v", visit)
                    .param("r", resident)
                    .update();
        }
    }

    void activation(UUID visit, UUID resident, String type, String result) {
        jdbc.sql("insert into activation values (:v, :r, :type, :result, null) "
                        + "on conflict (visit_id, told_as, account_type) do update set result = excluded.result")
                .param("v", visit)
                .param("r", resident)
                .param("type", type)
                .param("result", result)
                .update();
    }

    void withdraw(UUID visit) {
        jdbc.sql("update visit set status = 'WITHDRAWN' where id = :id")
                .param("id", visit)
                .update();
    }

    void redate(UUID visit, LocalDate day, String outcome) {
        jdbc.sql("update visit set status = 'CORRECTED', visited_on = :day, visited_at = :at, outcome = :outcome "
                        + "where id = :id and status <> 'WITHDRAWN'")
                .param("id", visit)
                .param("day", day)
                .param("at", day.atTime(LocalTime.of(9, 0)).atZone(Days.ZONE).toOffsetDateTime())
                .param("outcome", outcome)
                .update();
    }
}
