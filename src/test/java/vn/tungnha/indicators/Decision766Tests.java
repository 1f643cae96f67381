package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Vn;

/** The shipped formulas of Decision 766 against a table worked out by hand. */
@SharedApplication
@Transactional
class Decision766Tests {

    private static final Period MONTH = Period.parse("2026-03").orElseThrow();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Figures figures;

    @Autowired
    private Definitions definitions;

    @Test
    void printsWhatWasWorkedOutByHand() throws IOException {
        List<String[]> rows = new ClassPathResource("indicators/qd766-golden.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .toList();
        RawLog log = new RawLog(jdbc);
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            long commune = log.unit("COMMUNE", "C" + i, Days.SINCE_EVER, Days.FOREVER);
            for (String amount : row[1].split(" ")) {
                String[] part = amount.split("=");
                reported(commune, part[0], new BigDecimal(part[1]));
            }
            String[] choice = row[0].split("/");

            IndicatorValue value = figures.values(FigureQuery.ofUnits(
                            List.of(commune),
                            List.of(new IndicatorChoice(choice[0], choice.length > 1 ? choice[1] : null)),
                            List.of(MONTH),
                            Structure.then()))
                    .get(0);

            assertThat(Vn.vi().percent(value.value(), value.definition().decimals()))
                    .as(row[0] + " " + row[1])
                    .isEqualTo(row[2]);
        }
        assertThat(rows).hasSizeGreaterThan(15);
    }

    /** Every formula that is shipped makes sense, and says where it comes from. */
    @Test
    void shipsFormulasThatMakeSenseWithTheirSource() {
        var measures = definitions.measures();
        for (IndicatorDefinition it : definitions.latest()) {
            assertThat(it.source()).as(it.code()).isNotBlank();
            for (IndicatorDefinition.Variant variant : it.variants()) {
                if (!variant.ofScore()) {
                    assertThat(FormulaCheck.check(variant.numerator(), measures).type())
                            .isEqualTo(FormulaCheck.Type.COUNT);
                }
                if (!variant.ofScore() && variant.denominator() != null && !variant.ofQuota()) {
                    assertThat(FormulaCheck.check(variant.denominator(), measures)
                                    .type())
                            .isEqualTo(FormulaCheck.Type.COUNT);
                }
            }
            it.components().forEach(part -> assertThat(
                            definitions.require(part.indicator(), MONTH.last()).variant(part.variant()))
                    .as(it.code() + " " + part.indicator())
                    .isNotNull());
        }
    }

    private void reported(long unit, String measure, BigDecimal amount) {
        jdbc.sql("""
                        insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at)
                        values (:u, (select id from measure where code = :m), :p, :f, :l, :a, 'thử', :l, now())
                        """)
                .param("u", unit)
                .param("m", measure)
                .param("p", MONTH.code())
                .param("f", MONTH.first())
                .param("l", MONTH.last())
                .param("a", amount)
                .update();
    }
}
