package vn.tungnha.allowances;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.closing.ReportPeriod;

/** Locked sheets: written once, never changed. */
@Repository
@RequiredArgsConstructor
class FrozenSheets {

    private static final String SHEET = """
            select s.id, s.unit_id as unit, s.period, s.first_day as first, s.last_day as last, s.teams, s.amount, s.frozen_at
            from allowance_sheet s
            """;

    private static final String LINES = """
            select l.*, d.came, d.went from allowance_line l left join lateral (
                select array_agg(p.day order by p.day) filter (where p.sign > 0) as came,
                       array_agg(p.day order by p.day) filter (where p.sign < 0) as went
                from allowance_paid_day p where p.line_id = l.id) d on true
            """;

    private final JdbcClient jdbc;

    Optional<FrozenSheet> find(long ward, ReportPeriod period) {
        return jdbc.sql(SHEET + "where s.unit_id = :ward and s.period = :period and s.first_day = :first")
                .param("ward", ward)
                .param("period", period.code())
                .param("first", period.first())
                .query(FrozenSheet.class)
                .optional();
    }

    /** A ward's locked sheets that end in these days, the latest first. */
    List<FrozenSheet> between(long ward, LocalDate from, LocalDate to) {
        return jdbc.sql(SHEET + "where s.unit_id = :ward and s.last_day between :from and :to order by s.last_day desc")
                .param("ward", ward)
                .param("from", from)
                .param("to", to)
                .query(FrozenSheet.class)
                .list();
    }

    /** Sheets of several wards for one month. */
    List<FrozenSheet> of(Collection<Long> wards, String period) {
        return jdbc.sql(SHEET + "where s.unit_id = any(:wards) and s.period = :period order by s.unit_id, s.first_day")
                .param("wards", wards.toArray(Long[]::new))
                .param("period", period)
                .query(FrozenSheet.class)
                .list();
    }

    List<PayLine> lines(long sheet) {
        return jdbc.sql(LINES + "where l.sheet_id = :sheet order by l.position")
                .param("sheet", sheet)
                .query((row, at) -> line(row))
                .list();
    }

    /** Every line of a ward's locked sheets about any of these months. */
    List<PayLine> about(long ward, Collection<String> periods) {
        return jdbc.sql(LINES + """
                        join allowance_sheet s on s.id = l.sheet_id
                        where s.unit_id = :ward and l.period = any(:periods) order by s.last_day, l.position
                        """)
                .param("ward", ward)
                .param("periods", periods.toArray(String[]::new))
                .query((row, at) -> line(row))
                .list();
    }

    void write(long lock, long ward, ReportPeriod period, int teams, List<PayLine> lines, Instant at) {
        long sheet = jdbc.sql("""
                        insert into allowance_sheet (lock_id, unit_id, period, first_day, last_day, teams, amount, frozen_at)
                        values (:lock, :ward, :period, :first, :last, :teams, :amount, :at) returning id
                        """)
                .param("lock", lock)
                .param("ward", ward)
                .param("period", period.code())
                .param("first", period.first())
                .param("last", period.last())
                .param("teams", teams)
                .param("amount", lines.stream().mapToLong(PayLine::amount).sum())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        for (int position = 0; position < lines.size(); position++) {
            write(sheet, position, lines.get(position));
        }
    }

    private void write(long sheet, int position, PayLine line) {
        long id = jdbc.sql("""
                        insert into allowance_line (sheet_id, position, team_id, team_name, member_id, name, role, rule_id, period,
                                                    days, rate, amount, reason)
                        values (:sheet, :position, :team, :teamName, :member, :name, :role, :rule, :period, :days, :rate,
                                :amount, :reason) returning id
                        """)
                .param("sheet", sheet)
                .param("position", position)
                .param("team", line.team())
                .param("teamName", line.teamName())
                .param("member", line.member(), Types.OTHER)
                .param("name", line.name())
                .param("role", line.role())
                .param("rule", line.rule())
                .param("period", line.period())
                .param("days", line.days())
                .param("rate", line.rate())
                .param("amount", line.amount())
                .param("reason", line.reason())
                .query(Long.class)
                .single();
        if (line.member() != null) {
            days(id, line, line.on(), 1);
            days(id, line, line.notOn(), -1);
        }
    }

    private void days(long line, PayLine of, List<LocalDate> days, int sign) {
        if (!days.isEmpty()) {
            jdbc.sql("""
                            insert into allowance_paid_day (line_id, member_id, day, sign)
                            select :line, :member, day, :sign from unnest(cast(:days as date[])) as day
                            """)
                    .param("line", line)
                    .param("member", of.member(), Types.OTHER)
                    .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                    .param("sign", sign)
                    .update();
        }
    }

    private static PayLine line(ResultSet row) throws SQLException {
        return new PayLine(
                row.getLong("team_id"),
                row.getString("team_name"),
                row.getObject("member_id", UUID.class),
                row.getString("name"),
                row.getString("role"),
                row.getLong("rule_id"),
                row.getString("period"),
                row.getInt("days"),
                row.getLong("rate"),
                row.getLong("amount"),
                row.getString("reason"),
                days(row.getArray("came")),
                days(row.getArray("went")));
    }

    private static List<LocalDate> days(@Nullable Array days) throws SQLException {
        return days == null
                ? List.of()
                : Arrays.stream((Date[]) days.getArray()).map(Date::toLocalDate).toList();
    }
}
