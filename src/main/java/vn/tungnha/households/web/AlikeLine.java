package vn.tungnha.households.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.households.AlikePerson;

/** Somebody of the register who may be the one just typed. */
record AlikeLine(
        UUID id, String name, String details, String reasons, String level, String strength, String household) {

    static AlikeLine of(AlikePerson alike, @Nullable Integer year, DoubleWords words, Locale locale) {
        AlikePerson.Entry entry = alike.entry();
        return new AlikeLine(
                entry.id(),
                words.name(entry, locale),
                words.details(entry, locale),
                words.reasons(alike.likeness(), year, entry.birthYear(), locale),
                DoubleWords.level(alike.likeness()),
                words.strength(alike.likeness(), locale),
                entry.household().toString());
    }
}
