package vn.tungnha.indicators;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts a measure that is new over the whole log, piece by piece. Each piece holds writers back for as long as it takes
 * to count some hundred subjects, never for the whole; {@link Contributions} leaves out those whose turn is still to come.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class MeasureCounts {

    /** Above every id there is: all of them have been counted. */
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient jdbc;
    private final Counters counters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What is read piece by piece, and which ways of counting it has a part in. */
    private enum Stage {
        HOUSEHOLDS("household", 1_000, "VISITS", "UNNAMED", "HOUSEHOLDS", "REGISTERED_HOUSEHOLDS"),
        PERSONS("resident", 2_000, "PERSONS", "ACTIVATIONS", "FAILURES", "HOLDERS", "REGISTERED_PERSONS", "TRAINEES"),
        TEAMS(
                "team",
                100,
                "ACTIVE_TEAMS",
                "UNNAMED",
                "TEAMS",
                "MEMBERS",
                "TRAINED",
                "ACTIVITIES",
                "ATTENDANCES",
                "HEADS");

        private final String table;
        private final int piece;
        private final Set<String> bases;

        Stage(String table, int piece, String... bases) {
            this.table = table;
            this.piece = piece;
            this.bases = Set.of(bases);
        }

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String view() {
            return switch (this) {
                case HOUSEHOLDS -> "household_contribution";
                case PERSONS -> "person_contribution";
                case TEAMS -> "team_contribution";
            };
        }

        private Object last() {
            return this == TEAMS ? (Object) Long.MAX_VALUE : LAST;
        }

        private int type() {
            return this == TEAMS ? Types.BIGINT : Types.OTHER;
        }
    }

    /** One that is being counted; what of each stage came last. */
    private record Row(
            int measureId,
            String basis,
            @Nullable UUID households,
            @Nullable UUID persons,
            @Nullable Long teams,
            long total) {

        @Nullable
        Object upTo(Stage stage) {
            return switch (stage) {
                case HOUSEHOLDS -> households;
                case PERSONS -> persons;
                case TEAMS -> teams;
            };
        }
    }

    /** How far the counting of one measure is, in subjects. */
    public record Progress(String measure, long done, long total) {

        public int percent() {
            return total == 0 ? 0 : (int) Math.min(99, done * 100 / total);
        }
    }

    @Transactional(readOnly = true)
    public List<Progress> progress() {
        return jdbc.sql(
                        "select m.code as measure, c.done, c.total from measure_count c join measure m on m.id = c.measure_id "
                                + "order by c.started_at, m.id")
                .query(Progress.class)
                .list();
    }

    /** From here on it is unknown until it has been counted; read from the registers it need not be. */
    public void begin(int measure, String basis) {
        if (Registers.BASES.contains(basis)) {
            return;
        }
        jdbc.sql("insert into measure_count (measure_id, total, started_at) values (:measure, 0, :at)")
                .param("measure", measure)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new MeasureCounting.MeasureAdded(measure));
    }

    /**
     * One piece of the oldest one, in a transaction of its own. False when there is nothing left to count. It gives up soon
     * where somebody writes for long (an import): whoever came after it would have to wait with it.
     */
    public boolean step() {
        if (progress().isEmpty()) {
            return false;
        }
        jdbc.sql("set local lock_timeout = '800ms'").update();
        counters.holdStill();
        Optional<Row> found = jdbc.sql("""
                        select c.measure_id, m.basis, c.households, c.persons, c.teams, c.total from measure_count c
                        join measure m on m.id = c.measure_id order by c.started_at, c.measure_id limit 1
                        """).query(Row.class).optional();
        found.ifPresent(this::step);
        return found.isPresent();
    }

    private void step(Row row) {
        List<Stage> stages = Arrays.stream(Stage.values())
                .filter(it -> it.bases.contains(row.basis()))
                .toList();
        if (row.total() == 0) {
            total(row.measureId(), stages);
        }
        for (Stage stage : stages) {
            Object upTo = row.upTo(stage);
            if (!stage.last().equals(upTo)) {
                count(row.measureId(), stage, upTo);
                return;
            }
        }
        finish(row.measureId());
    }

    private void total(int measure, List<Stage> stages) {
        long total = stages.stream()
                .mapToLong(it -> jdbc.sql("select count(*) from " + it.table)
                        .query(Long.class)
                        .single())
                .sum();
        jdbc.sql("update measure_count set total = greatest(1, :total) where measure_id = :measure")
                .param("total", total)
                .param("measure", measure)
                .update();
    }

    private void count(int measure, Stage stage, @Nullable Object upTo) {
        List<Object> ids = jdbc.sql(
                        "select id from %s where cast(:after as %s) is null or id > :after order by id limit :piece"
                                .formatted(stage.table, stage == Stage.TEAMS ? "bigint" : "uuid"))
                .param("after", upTo, stage.type())
                .param("piece", stage.piece)
                .query((row, n) -> Objects.requireNonNull(row.getObject(1)))
                .list();
        if (!ids.isEmpty()) {
            add("figure_daily", "unit_id", measure, stage, ids);
            add("team_figure_daily", "team_id", measure, stage, ids);
        }
        boolean over = ids.size() < stage.piece;
        jdbc.sql("update measure_count set %s = :upTo, done = done + :done where measure_id = :measure"
                        .formatted(stage.column()))
                .param("upTo", over ? stage.last() : ids.get(ids.size() - 1), stage.type())
                .param("done", ids.size())
                .param("measure", measure)
                .update();
    }

    private void add(String table, String place, int measure, Stage stage, List<Object> ids) {
        jdbc.sql("""
                        insert into %1$s (%2$s, measure_id, grain, day, amount)
                        select %2$s, measure_id, grain, day, sum(amount) from %3$s
                        where subject = any(:ids) and measure_id = :measure and %2$s is not null
                        group by 1, 2, 3, 4 order by 1, 2, 3, 4
                        on conflict (%2$s, measure_id, grain, day) do update set amount = %1$s.amount + excluded.amount
                        """.formatted(table, place, stage.view()))
                .param("ids", stage == Stage.TEAMS ? ids.toArray(Long[]::new) : ids.toArray(UUID[]::new))
                .param("measure", measure)
                .update();
    }

    /** A row says there is work at a place: what adds up to nothing leaves none. */
    private void finish(int measure) {
        for (String table : List.of("figure_daily", "team_figure_daily")) {
            jdbc.sql("delete from " + table + " where measure_id = :measure and amount = 0")
                    .param("measure", measure)
                    .update();
        }
        jdbc.sql("delete from measure_count where measure_id = :measure")
                .param("measure", measure)
                .update();
    }
}
