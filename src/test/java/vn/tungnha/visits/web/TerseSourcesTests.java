package vn.tungnha.visits.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TerseSourcesTests {

    @Test
    void leavesOutWhatIsThereForReaders() {
        String source = """
                // What this is for.

                /** One line. */
                export function sum(one, other) {
                  /*
                   * Several lines.
                   */
                  return one // kept, it is no line of its own
                    + other;
                }
                """;

        assertThat(TerseSources.terse(source)).isEqualTo("""
                        export function sum(one, other) {
                        return one // kept, it is no line of its own
                        + other;
                        }
                        """);
    }

    /** A text that goes over several lines would lose its indentation. */
    @Test
    void meetsNoTextOfSeveralLines() throws IOException {
        Resource[] scripts =
                new PathMatchingResourcePatternResolver().getResources("classpath*:/static/js/phone/**/*.js");

        assertThat(scripts).hasSizeGreaterThan(30).allSatisfy(script -> {
            String terse = TerseSources.terse(script.getContentAsString(StandardCharsets.UTF_8));
            assertThat(Arrays.stream(terse.split("\n")).filter(line -> ticks(line) % 2 != 0))
                    .as(script.getFilename())
                    .isEmpty();
        });
    }

    private static long ticks(String line) {
        return line.chars().filter(letter -> letter == '`').count();
    }
}
