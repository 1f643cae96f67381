package vn.tungnha.visits.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.households.ResidentCommand;
import vn.tungnha.households.Sex;
import vn.tungnha.households.Stay;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** A household and its householder, or one lodger, as typed at the door. Ids are made with the form. */
record NewcomerForm(
        @Nullable String id,
        @Nullable String residentId,
        @Nullable String village,
        @Nullable String alley,
        @Nullable String number,
        @Nullable String name,
        @Nullable String birthYear,
        @Nullable String sex,
        @Nullable String stay,
        @Nullable String phone) {

    static NewcomerForm fresh() {
        return new NewcomerForm(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                Stay.UNKNOWN.name(),
                null);
    }

    /** Whether anything was said about a person. */
    boolean named() {
        return !blank(name) || !blank(birthYear);
    }

    ResidentCommand resident(Clock clock) {
        return new ResidentCommand(
                JsonFields.uuid(residentId, "name"),
                blank(name) ? null : name,
                year(),
                Arrays.stream(Sex.values())
                        .filter(one -> one.name().equals(sex))
                        .findFirst()
                        .orElse(null),
                false,
                null,
                blank(phone) ? null : phone,
                null,
                Arrays.stream(Stay.values())
                        .filter(one -> one.name().equals(stay))
                        .findFirst()
                        .orElse(Stay.UNKNOWN),
                Days.today(clock));
    }

    static List<Choice> sexes(Words words) {
        return Stream.concat(
                        Stream.of(new Choice("", words.say("visits.newcomer.sex.none"))),
                        Arrays.stream(Sex.values())
                                .map(one -> new Choice(one.name(), words.say("visits.newcomer.sex." + one))))
                .toList();
    }

    static List<Choice> stays(Words words) {
        return Arrays.stream(Stay.values())
                .map(one -> new Choice(one.name(), words.say("visits.newcomer.stay." + one)))
                .toList();
    }

    static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw RuleBroken.at(field, "visits.error.missing");
        }
        return text.strip();
    }

    private @Nullable Integer year() {
        String typed = birthYear;
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("\\d{4}")) {
            throw RuleBroken.at("birthYear", "visits.error.birth-year");
        }
        return Integer.valueOf(typed.strip());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
