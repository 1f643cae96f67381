package vn.tungnha.visits.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON a phone is sent, format 2: the ids of households and persons are packed. Phones read it with scripts of an older release too: names may be added, never
 * changed. What is null is left out.
 *
 * @param at when it was taken; null only while its mark is reckoned
 * @param next whom to see today, the next one first; whoever is not named comes after them in walking order
 * @param plan households the day is meant to have
 * @param me which member of the team the account is
 * @param wanted account types whose lack puts a household on the list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PhoneData(
        int v,
        String release,
        @Nullable Instant at,
        LocalDate day,
        Account account,
        Team team,
        int plan,
        @Nullable String lastAlley,
        @Nullable UUID me,
        List<String> wanted,
        int idleDays,
        List<Type> types,
        List<Topic> topics,
        List<Word> reasons,
        List<Word> outcomes,
        List<Member> members,
        List<Word> villages,
        List<Desk> desks,
        List<String> next,
        List<Alley> alleys) {

    static final int FORMAT = 2;

    /** 22 letters instead of 36: half of what a snapshot weighs are such ids. */
    static String packed(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    PhoneData with(@Nullable Instant moment, List<Alley> some) {
        return new PhoneData(
                v, release, moment, day, account, team, plan, lastAlley, me, wanted, idleDays, types, topics, reasons,
                outcomes, members, villages, desks, next, some);
    }

    record Account(UUID id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Team(long id, String name, @Nullable String place) {}

    /** An account people are helped to open; {@code icon} is a symbol of the icon file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Type(
            String code,
            String text,
            String icon,
            int minAge,
            @Nullable String topic,
            boolean onForm) {}

    record Topic(String code, String text, boolean onForm) {}

    record Word(String code, String text) {}

    /** A desk the team opened today: {@code n} met by name, {@code t} turns counted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Desk(UUID id, String name, @Nullable String topic, Instant at, int n, int t) {}

    record Member(UUID id, String name) {}

    /** @param households a JSON array; null when the phone has them already */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Alley(
            String key, String hash, @JsonRawValue @Nullable String households) {

        Alley bare() {
            return new Alley(key, hash, null);
        }
    }

    /**
     * One household. Letters as in decision 70: number, village, kind, label, children, state this quarter, last outcome,
     * last at, last note, follow-up at, skipped, member who took it, why it is on the list, persons.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record House(
            String id,
            String n,
            String v,
            @Nullable String k,
            @Nullable String l,
            @Nullable Integer c,
            @Nullable String st,
            @Nullable String lo,
            @Nullable Instant la,
            @Nullable String ln,
            @Nullable Instant f,
            @Nullable Boolean sk,
            @Nullable UUID m,
            @Nullable String w,
            List<Person> p) {}

    /** An array in this order; {@code held} has one letter for each of the types. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"id", "name", "birthYear", "sex", "householder", "held"})
    record Person(
            String id,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable String sex,
            int householder,
            String held) {}
}
