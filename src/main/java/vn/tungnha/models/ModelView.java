package vn.tungnha.models;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/**
 * A community model.
 *
 * @param unit full name of its place
 * @param copies how many others were taken over from it
 * @param reviewYear year it was judged last; null = never
 */
public record ModelView(
        UUID id,
        int version,
        String kind,
        String kindVi,
        String kindEn,
        String name,
        String owner,
        long unitId,
        String unit,
        LocalDate foundedOn,
        LocalDate endedOn,
        boolean digital,
        String summary,
        @Nullable String results,
        @Nullable UUID copiedFrom,
        @Nullable String copiedFromName,
        int copies,
        @Nullable Integer reviewYear,
        @Nullable String reviewWords) {

    public boolean runs() {
        return endedOn.equals(Days.FOREVER);
    }

    public String kindName(Locale locale) {
        return "en".equals(locale.getLanguage()) ? kindEn : kindVi;
    }
}
