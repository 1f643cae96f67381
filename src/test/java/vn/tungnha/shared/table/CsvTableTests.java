package vn.tungnha.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our CSV files say is what our imports read. */
class CsvTableTests {

    @ParameterizedTest
    @ValueSource(strings = {"97.125", "0.125", "-1.125", "13781", "13781.125", "97.18", "1234567.5", "0", "97.1250"})
    void writesNumbersThatAreReadAsThemselves(String number) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(file)) {
            table.row(List.of(new BigDecimal(number)));
        }

        String cell = file.toString(StandardCharsets.UTF_8).substring(1).strip();

        assertThat(Cells.amount(cell)).as(cell).isEqualByComparingTo(number);
    }
}
