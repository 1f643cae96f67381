package vn.tungnha.households.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.households.Doubles;
import vn.tungnha.households.FollowsMerges;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.MergeCommand.Field;
import vn.tungnha.households.RegisterMerges;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Vn;

/** What stands side by side, value by value, with the fuller one chosen beforehand. */
@Component
@RequiredArgsConstructor
class MergePages {

    private final Households households;
    private final Doubles doubles;
    private final RegisterMerges merges;
    private final HouseholdWords words;
    private final DoubleWords alike;

    Page people(UUID keptId, UUID goneId, CurrentUser user, Locale locale) {
        ResidentView kept = households.resident(keptId, user);
        ResidentView gone = households.resident(goneId, user);
        Doubles.People pair = Doubles.People.of(doubles.entry(kept.id(), user), doubles.entry(gone.id(), user));
        List<Line> lines = new ArrayList<>();
        lines.add(line(Field.NAME, "households.resident.name", kept.name(), gone.name(), locale));
        lines.add(line(Field.BIRTH_YEAR, "households.resident.birth-year", kept.birthYear(), gone.birthYear(), locale));
        lines.add(line(Field.SEX, "households.resident.sex", sex(kept, locale), sex(gone, locale), locale));
        lines.add(line(Field.PHONE, "households.phone", masked(kept.phoneLast3()), masked(gone.phoneLast3()), locale));
        lines.add(line(
                Field.CITIZEN, "doubles.citizen", masked(kept.citizenLast4()), masked(gone.citizenLast4()), locale));
        lines.add(line(
                Field.SMARTPHONE,
                "households.resident.smartphone",
                smartphone(kept, locale),
                smartphone(gone, locale),
                locale));
        lines.add(new Line(
                null,
                words.say(locale, "doubles.lives"),
                lives(kept, user, locale),
                lives(gone, user, locale),
                false,
                false));
        return new Page(
                true,
                kept.id(),
                kept.version(),
                gone.id(),
                gone.version(),
                words.name(kept, locale),
                words.name(gone, locale),
                alike.reasons(pair.likeness(), kept.birthYear(), gone.birthYear(), locale),
                lines,
                effects(merges.ofResidents(gone.id(), kept.id()), locale),
                "/duplicates/residents/" + kept.id() + "/" + gone.id(),
                "/duplicates/residents/" + gone.id() + "/" + kept.id());
    }

    Page houses(UUID keptId, UUID goneId, CurrentUser user, Locale locale) {
        HouseholdView kept = households.get(keptId, user);
        HouseholdView gone = households.get(goneId, user);
        List<Line> lines = new ArrayList<>();
        lines.add(line(Field.ADDRESS, "doubles.address", kept.address(), gone.address(), locale));
        lines.add(line(Field.LABEL, "households.form.label", kept.label(), gone.label(), locale));
        lines.add(line(Field.CHILDREN, "households.children", kept.children(), gone.children(), locale));
        lines.add(new Line(
                null,
                words.say(locale, "households.residents"),
                names(kept, locale),
                names(gone, locale),
                false,
                false));
        return new Page(
                false,
                kept.id(),
                kept.version(),
                gone.id(),
                gone.version(),
                kept.address(),
                gone.address(),
                words.say(locale, "doubles.reason.address"),
                lines,
                effects(merges.ofHouseholds(gone.id(), kept.id()), locale),
                "/duplicates/households/" + kept.id() + "/" + gone.id(),
                "/duplicates/households/" + gone.id() + "/" + kept.id());
    }

    private Line line(@Nullable Field field, String key, @Nullable Object kept, @Nullable Object gone, Locale locale) {
        boolean differ = !Objects.equals(kept, gone);
        return new Line(
                field,
                words.say(locale, key),
                DoubleWords.text(kept),
                DoubleWords.text(gone),
                differ,
                differ && (kept == null || fuller(gone, kept)));
    }

    /** A name with its marks and its middle name says more. */
    private static boolean fuller(@Nullable Object gone, Object kept) {
        return gone instanceof String there
                && kept instanceof String here
                && java.text.Normalizer.normalize(there, java.text.Normalizer.Form.NFD)
                                .length()
                        > java.text.Normalizer.normalize(here, java.text.Normalizer.Form.NFD)
                                .length();
    }

    private List<String> effects(List<FollowsMerges.Effect> effects, Locale locale) {
        return effects.stream()
                .map(effect -> words.say(locale, effect.key(), Vn.in(locale).number(effect.number())))
                .toList();
    }

    private String lives(ResidentView resident, CurrentUser user, Locale locale) {
        Vn vn = Vn.in(locale);
        return words.say(
                locale,
                "doubles.lives.since",
                households.get(resident.householdId(), user).address(),
                vn.day(resident.since()));
    }

    private String names(HouseholdView household, Locale locale) {
        return household.residents().isEmpty()
                ? Vn.NONE
                : String.join(
                        ", ",
                        household.residents().stream()
                                .map(each -> words.name(each, locale))
                                .toList());
    }

    private @Nullable String sex(ResidentView resident, Locale locale) {
        return resident.sex() == null ? null : words.say(locale, "households.sex." + resident.sex());
    }

    private @Nullable String smartphone(ResidentView resident, Locale locale) {
        return resident.smartphone() == null ? null : words.smartphone(resident.smartphone(), locale);
    }

    private static @Nullable String masked(@Nullable String last) {
        return last == null ? null : HouseholdWords.masked(last);
    }

    /** @param swap the same page with the other one kept */
    record Page(
            boolean people,
            UUID kept,
            int keptVersion,
            UUID gone,
            int goneVersion,
            String title,
            String other,
            String why,
            List<Line> lines,
            List<String> effects,
            String action,
            String swap) {}

    /** @param differ whether there is something to choose */
    record Line(@Nullable Field field, String label, String kept, String gone, boolean differ, boolean fromGone) {}
}
