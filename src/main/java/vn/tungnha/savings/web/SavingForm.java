package vn.tungnha.savings.web;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tungnha.savings.Audience;
import vn.tungnha.savings.SavingCommand;
import vn.tungnha.savings.SavingView;

/** What is typed of a procedure handled faster; numbers as people write them. */
record SavingForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable Long unit,
        @Nullable String year,
        @Nullable String field,
        @Nullable String name,
        @Nullable Audience audience,
        @Nullable String legalDays,
        @Nullable String actualDays,
        @Nullable String dossiers,
        @Nullable String source) {

    private static final Pattern DAYS = Pattern.compile("\\d{1,4}([.,]\\d{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}|\\d{1,3}([. ]\\d{3}){1,2}");

    static SavingForm blank(int year) {
        return new SavingForm(
                UUID.randomUUID(), null, null, String.valueOf(year), "", "", Audience.CITIZEN, "", "", "", "");
    }

    static SavingForm of(SavingView line) {
        return new SavingForm(
                line.id(),
                line.version(),
                line.unitId(),
                String.valueOf(line.year()),
                line.field(),
                line.name(),
                line.audience(),
                plain(line.legalDays()),
                plain(line.actualDays()),
                String.valueOf(line.dossiers()),
                line.source());
    }

    SavingCommand command() {
        Long dossiersTold = whole(dossiers);
        Long yearTold = whole(year);
        return new SavingCommand(
                unit,
                yearTold == null ? null : Math.toIntExact(yearTold),
                text(field),
                text(name),
                audience,
                days(legalDays),
                days(actualDays),
                dossiersTold,
                text(source));
    }

    /** 2, 1,5 and 1.5; null = no number of days. */
    private static @Nullable BigDecimal days(@Nullable String typed) {
        String text = text(typed).strip();
        return DAYS.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
    }

    /** 1200, 1.200 and 1 200; null = no whole number. */
    private static @Nullable Long whole(@Nullable String typed) {
        String text = text(typed).strip();
        return WHOLE.matcher(text).matches() ? Long.valueOf(text.replaceAll("[. ]", "")) : null;
    }

    private static String plain(BigDecimal days) {
        return days.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
