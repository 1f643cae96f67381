package vn.tungnha.visits.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Release;
import vn.tungnha.shared.TungNhaProperties;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.DeskView;
import vn.tungnha.visits.HolderState;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Rounds;
import vn.tungnha.visits.Snapshots;
import vn.tungnha.visits.Stop;
import vn.tungnha.visits.TeamPeople;
import vn.tungnha.visits.Why;

/** Writes what a team knows of its alleys as the JSON its phones keep: few words, and no more than a visit needs. */
@Component
@RequiredArgsConstructor
class PhoneWriter {

    /** Far more than a team calls at in a day; every id costs 17 bytes of a refresh. */
    private static final int MOST_NEXT = 8 * Round.PLAN;

    private static final int LONGEST_NOTE = 200;
    private static final int NAMED_FROM = 14;
    /** Nine digits or more, however they are parted: a telephone or an identity number somebody put into a note. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){8,}");

    private static final Map<HolderState, String> LETTERS = Map.of(
            HolderState.UNKNOWN, ".",
            HolderState.NOT_YET, "n",
            HolderState.ISSUED, "i",
            HolderState.ACTIVATED, "a",
            HolderState.USED, "u",
            HolderState.LOST, "l");

    private final Catalogue catalogue;
    private final Release release;
    private final TungNhaProperties settings;
    private final JsonMapper json;
    private final Clock clock;

    PhoneData write(
            Snapshots.Snapshot snapshot,
            Rounds.FieldTeam team,
            List<TeamPeople.Member> members,
            List<TeamVillage> villages,
            List<DeskView.Line> desks,
            CurrentUser user,
            Locale locale) {
        Round round = snapshot.round();
        return new PhoneData(
                PhoneData.FORMAT,
                release.value(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                round.day(),
                new PhoneData.Account(user.accountId(), user.displayName()),
                new PhoneData.Team(team.id(), team.name(), team.place()),
                round.plan(),
                round.lastAlley(),
                round.me(),
                round.wanted().stream().map(AccountType::code).toList(),
                settings.phone().idleDays(),
                catalogue.accountTypes().stream()
                        .map(type -> new PhoneData.Type(
                                type.code(),
                                type.shortName(locale),
                                Icons.account(type.icon()),
                                type.minAge(),
                                type.topic(),
                                type.onForm()))
                        .toList(),
                catalogue.topics().stream()
                        .map(topic -> new PhoneData.Topic(topic.code(), topic.name(locale), topic.onForm()))
                        .toList(),
                catalogue.failureReasons().stream()
                        .map(reason -> new PhoneData.Word(reason.code(), reason.name(locale)))
                        .toList(),
                catalogue.outcomes().stream()
                        .map(outcome -> new PhoneData.Word(outcome.code().name(), outcome.name(locale)))
                        .toList(),
                members.stream()
                        .map(member -> new PhoneData.Member(member.id(), member.name()))
                        .toList(),
                villages.stream()
                        .map(village -> new PhoneData.Word(village.code(), village.name()))
                        .toList(),
                desks.stream()
                        .map(desk -> new PhoneData.Desk(
                                desk.id(), desk.name(), desk.topic(), desk.startedAt(), desk.persons(), desk.turns()))
                        .toList(),
                round.candidates().stream()
                        .limit(MOST_NEXT)
                        .map(stop -> PhoneData.packed(stop.id()))
                        .toList(),
                snapshot.alleys().stream().map(alley -> alley(alley, round)).toList());
    }

    /** What tells this state of things from any other, whenever it is asked for and whatever the phone has already. */
    String mark(PhoneData data) {
        return hash(json.writeValueAsString(data.with(
                null, data.alleys().stream().map(PhoneData.Alley::bare).toList())));
    }

    /** Without the alleys that the phone has in this very state. */
    static PhoneData without(Collection<String> had, PhoneData data) {
        return data.with(
                data.at(),
                data.alleys().stream()
                        .map(alley -> had.contains(alley.hash()) ? alley.bare() : alley)
                        .toList());
    }

    private PhoneData.Alley alley(Snapshots.Alley alley, Round round) {
        List<AccountType> types = catalogue.accountTypes();
        String households = json.writeValueAsString(
                alley.houses().stream().map(house -> house(house, types, round)).toList());
        return new PhoneData.Alley(alley.name(), hash(households), households);
    }

    private static PhoneData.House house(Snapshots.House house, List<AccountType> types, Round round) {
        Why why = round.why(house.stop());
        Stop stop = house.stop();
        Snapshots.Door door = house.door();
        return new PhoneData.House(
                PhoneData.packed(stop.id()),
                stop.number(),
                door.village(),
                "HOUSEHOLD".equals(door.kind()) ? null : door.kind(),
                door.label(),
                door.children() == 0 ? null : door.children(),
                stop.state() == null ? null : stop.state().name(),
                stop.last() == null ? null : stop.last().name(),
                toTheSecond(stop.lastAt()),
                note(stop.lastNote()),
                toTheSecond(stop.followUpAt()),
                stop.skipped() ? true : null,
                stop.member(),
                why == null ? null : why.name(),
                house.persons().stream()
                        .map(person -> person(person, types, round.day().getYear()))
                        .toList());
    }

    private static PhoneData.Person person(Homes.Person person, List<AccountType> types, int year) {
        boolean young = person.birthYear() != null && year - person.birthYear() < NAMED_FROM;
        return new PhoneData.Person(
                PhoneData.packed(person.id()),
                young ? null : person.name(),
                person.birthYear(),
                person.sex(),
                person.householder() ? 1 : 0,
                types.stream()
                        .map(type -> LETTERS.getOrDefault(person.state(type.code()), "."))
                        .collect(Collectors.joining()));
    }

    static @Nullable String note(@Nullable String note) {
        if (note == null) {
            return null;
        }
        String shown = LONG_NUMBER.matcher(note).replaceAll("…");
        return shown.length() <= LONGEST_NOTE ? shown : shown.substring(0, LONGEST_NOTE - 1) + "…";
    }

    private static @Nullable Instant toTheSecond(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
