package vn.tungnha.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.ConcernWords;
import vn.tungnha.indicators.Standing;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** The table of targets to take away: the very rows that the page shows. */
@Component
@RequiredArgsConstructor
class TargetTables {

    private static final List<String> COLUMNS = List.of(
            "code",
            "place",
            "period",
            "target",
            "amount",
            "numerator",
            "denominator",
            "reached",
            "expected",
            "forecast",
            "state",
            "reason");

    private final ConcernWords concerns;
    private final MessageSource messages;
    private final Clock clock;

    void write(TargetBoard.Read read, String format, Locale locale, HttpServletResponse response) throws IOException {
        if (read.unit() == null) {
            throw new NotFound("unit", "");
        }
        StandingWords words = StandingWords.of(messages, locale);
        String file =
                "targets-%s-%s".formatted(read.unit().code(), read.period().code());
        try (TableWriter out = TableAnswer.open(file, format, response)) {
            out.row(List.of(
                    words.figures().english()
                            ? read.definition().nameEn()
                            : read.definition().nameVi()));
            out.row(List.of(read.unit().fullName(), read.unit().code()));
            out.row(List.of(words.figures().periodTitle(read.period())));
            out.row(List.of(words.say("table.structure"), structure(read, words)));
            out.row(List.of(words.say("table.time"), words.vn().moment(clock.instant())));
            out.row(List.of());
            out.heading(COLUMNS.stream().map(it -> words.say("table." + it)).toList());
            for (Standing standing : Stream.concat(Stream.ofNullable(read.own()), read.all().stream())
                    .toList()) {
                out.row(Arrays.asList(
                        standing.place().code(),
                        standing.place().name(),
                        standing.value().period().code(),
                        standing.goal(),
                        standing.rounded(standing.amount()),
                        standing.value().numerator(),
                        standing.value().denominator(),
                        share(standing.reached()),
                        standing.rounded(standing.progress().expected()),
                        standing.rounded(standing.progress().forecast()),
                        words.state(standing),
                        concerns.first(standing, locale)));
            }
        }
    }

    private static String structure(TargetBoard.Read read, StandingWords words) {
        var pinned = read.structure().pinned();
        return pinned == null
                ? words.figures().text("structure.then")
                : words.figures().text("structure.day", words.vn().day(pinned));
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal reached) {
        return reached == null ? null : reached.setScale(2, RoundingMode.HALF_UP);
    }
}
