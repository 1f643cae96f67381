package vn.tungnha.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Period;

/**
 * Figures printed in the articles, every one as a stated figure. Where a ward's parts are printed they are its reported
 * values too; where the source gives a percentage only, no parts are made up.
 */
@Component
@Profile("demo")
@RequiredArgsConstructor
class PublishedFigures {

    private static final String INFERRED = "suy ra từ 138,43%";

    private final JdbcClient sql;
    private final DemoCodes codes;

    /** A line of the file, in its columns. */
    private record Printed(String[] field, Period period) {

        String indicator() {
            return field[2].replaceFirst(":.*", "");
        }

        /** What is written behind the code, else what goes with that name; null = the standard one. */
        @Nullable
        String variant(Map<String, String> named) {
            int at = field[2].indexOf(':');
            return at < 0 ? named.get(field[2]) : field[2].substring(at + 1);
        }

        boolean exact() {
            return field[7].equals("EXACT");
        }

        boolean inferred() {
            return !field[6].isEmpty();
        }

        @Nullable
        BigDecimal number(int column) {
            return field[column].isEmpty() ? null : new BigDecimal(field[column]);
        }
    }

    private record Parts(String numerator, @Nullable String denominator) {}

    void load(CopyManager copy) {
        Map<String, Integer> indicators = codes.indicators();
        Map<String, String> variants = codes.variants();
        Map<String, Integer> measures = codes.measures();
        CopyWriter stated = new CopyWriter(
                "stated_figure",
                "unit_id, indicator_id, variant, period, first_day, last_day, value, numerator, denominator, inferred, qualifier, rank, "
                        + "ranked, stated_target, stated_as, source");
        FigureRows rows = new FigureRows(false);
        for (String[] field : ReferenceFile.rows("published-figures.csv")) {
            Printed printed = new Printed(field, Period.parse(field[1]).orElseThrow());
            long unit = codes.unit(field[0], printed.period().last());
            int indicator = DemoCodes.require(indicators, printed.indicator());
            state(stated, unit, indicator, printed.variant(variants), printed);
            report(rows, unit, measures, printed);
            aim(rows, unit, indicator, printed);
        }
        stated.send(copy);
        rows.send(copy);
    }

    private static void state(CopyWriter stated, long unit, int indicator, @Nullable String variant, Printed printed) {
        Period period = printed.period();
        stated.row(
                unit,
                indicator,
                variant,
                period.code(),
                period.first(),
                period.last(),
                printed.number(3),
                printed.number(4),
                printed.number(5),
                printed.inferred(),
                printed.field()[7],
                printed.number(8),
                printed.number(9),
                printed.number(10),
                printed.field()[11],
                printed.field()[12]);
    }

    private void report(FigureRows rows, long unit, Map<String, Integer> measures, Printed printed) {
        boolean ofWard = printed.field()[0].length() == 5;
        if (!ofWard || !printed.exact()) {
            return;
        }
        reportedParts(printed.indicator()).ifPresent(parts -> {
            BigDecimal numerator = parts.denominator() == null ? printed.number(3) : printed.number(4);
            BigDecimal denominator = printed.number(5);
            if (numerator == null || (parts.denominator() != null && denominator == null)) {
                return;
            }
            part(rows, unit, DemoCodes.require(measures, parts.numerator()), printed, numerator);
            if (denominator != null && parts.denominator() != null && !printed.inferred()) {
                part(rows, unit, DemoCodes.require(measures, parts.denominator()), printed, denominator);
            }
        });
    }

    private static void part(FigureRows rows, long unit, int measure, Printed printed, BigDecimal amount) {
        rows.value(
                unit,
                measure,
                printed.period(),
                amount,
                printed.field()[12],
                printed.period().last());
    }

    /** The measures behind an indicator, if the wards report them. */
    private Optional<Parts> reportedParts(String indicator) {
        return sql.sql("""
                        select p.numerator, p.denominator from indicator i
                        join indicator_version v on v.indicator_id = i.id
                        join indicator_variant p on p.indicator_version_id = v.id and p.standard
                        join measure m on m.code = p.numerator and m.source = 'REPORTED'
                        where i.code = :code""").param("code", indicator).query(Parts.class).optional();
    }

    /** What was to be reached: printed, or, for a quota, inferred from the percentage. */
    private static void aim(FigureRows rows, long unit, int indicator, Printed printed) {
        BigDecimal aim = printed.number(10);
        if (aim != null) {
            rows.target(
                    indicator,
                    unit,
                    null,
                    printed.period(),
                    aim,
                    printed.inferred() ? "COUNT" : "RATE",
                    printed.inferred() ? INFERRED : printed.field()[11]);
        }
    }
}
