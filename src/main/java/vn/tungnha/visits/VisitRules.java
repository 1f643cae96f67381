package vn.tungnha.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** What a visit must keep to before it is stored. The first broken rule is named with its field. */
@Component
@RequiredArgsConstructor
class VisitRules {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int MOST_UNNAMED = 500;
    private static final int LONGEST_NOTE = 2000;

    /** A citizen number: twelve digits in a row belong on no note. */
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private final VisitFacts facts;
    private final MeanwhileFacts meanwhile;
    private final VisitGround ground;
    private final Catalogue catalogue;
    private final HeldDesks desks;
    private final Clock clock;

    /**
     * What must hold before anybody a visit names is brought into the register.
     *
     * @throws HeldBack when only the ward can say what becomes of it
     */
    void checkBefore(VisitCommand command, Telling telling, CurrentUser user) {
        LocalDate day = Days.of(moment(command));
        Findings found = new Findings();
        VisitCommand standing = ground.team(command, day, telling, found, user);
        if (command.newHousehold() == null) {
            ground.household(standing, command.teamId(), day, telling, found, user);
        }
        checkPlainFields(command);
        checkWords(command, telling.lenient());
        deskWaits(command, telling, found);
        found.orHoldBack();
    }

    /**
     * @param earlier the version being corrected; what it already named may have been switched off since
     * @param teller whose telling it is
     */
    CheckedVisit check(VisitCommand told, Telling telling, CurrentUser user, @Nullable Visit earlier, UUID teller) {
        Instant visitedAt = moment(told);
        LocalDate day = Days.of(visitedAt);
        Findings found = new Findings();
        VisitCommand command = ground.team(told, day, telling, found, user);
        ground.household(command, told.teamId(), day, telling, found, user);
        checkPlainFields(command);
        UUID desk = desk(command, earlier, telling);
        checkWords(command, earlier != null || telling.lenient());
        List<UUID> members = ground.members(command, day, telling.lenient() || earlier != null, found, teller);
        checkAges(command, ground.residents(command, day, telling, found, user), day);
        found.orHoldBack();
        if (telling.byTheWard()) {
            found = new Findings();
        }
        if (visitedAt.isBefore(told.visitedAt())) {
            found.flag(Attention.FUTURE);
        }
        boolean atDoor = earlier == null ? command.deskId() == null : earlier.getPlace() == Place.HOME;
        if (atDoor && facts.notedByOther(command.householdId(), day, command.id(), teller)) {
            found.flag(Attention.DOUBLE);
        }
        if (telling.revoked()) {
            found.flag(Attention.REVOKED);
        }
        if (earlier == null && command.newHousehold() != null && meanwhile.addressTaken(command.householdId())) {
            found.flag(Attention.SAME_ADDRESS);
        }
        return new CheckedVisit(command, visitedAt, members, desk, found.attention(), new ToldAs(command, Map.of()));
    }

    /** A moment to come is taken for now. */
    private Instant moment(VisitCommand command) {
        Instant now = clock.instant();
        return command.visitedAt().isAfter(now.plus(CLOCK_SKEW)) ? now : command.visitedAt();
    }

    private void checkPlainFields(VisitCommand command) {
        if (command.visitedAt().isBefore(EARLIEST)) {
            throw RuleBroken.at("visitedAt", "visits.error.too-early");
        }
        if (command.guidedUnnamed() < 0 || command.guidedUnnamed() > MOST_UNNAMED) {
            throw RuleBroken.at("guidedUnnamed", "visits.error.unnamed", MOST_UNNAMED);
        }
        String note = command.note();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw RuleBroken.at("note", "visits.error.note-long", LONGEST_NOTE);
        }
        if (note != null && CITIZEN_NUMBER.matcher(note).find()) {
            throw RuleBroken.at("note", "visits.error.note-citizen-number");
        }
        if (command.outcome() != Outcome.MET) {
            checkNobodyMet(command);
        }
    }

    private void checkNobodyMet(VisitCommand command) {
        if (!command.activations().isEmpty()) {
            throw RuleBroken.at("activations", "visits.error.nobody-met-activations");
        }
        if (!command.guided().isEmpty()) {
            throw RuleBroken.at("guided", "visits.error.nobody-met-guided");
        }
        if (command.guidedUnnamed() > 0) {
            throw RuleBroken.at("guidedUnnamed", "visits.error.nobody-met-guided");
        }
    }

    /**
     * Whoever comes to a desk was met there. A correction does not move a meeting to or from a desk. Null at the door, and
     * where the ward books somebody without the desk it dismissed.
     */
    private @Nullable UUID desk(VisitCommand command, @Nullable Visit earlier, Telling telling) {
        UUID told = command.deskId();
        boolean met = earlier == null ? told != null : earlier.getPlace() == Place.DESK;
        UUID before = earlier == null ? null : earlier.getDeskId();
        if (told != null && (!met || before != null && !told.equals(before))) {
            throw RuleBroken.at("desk", "paper.error.desk");
        }
        if (met && command.outcome() != Outcome.MET) {
            throw RuleBroken.at("outcome", "paper.error.desk-met");
        }
        UUID desk = before == null ? told : before;
        if (desk == null || telling.byTheWard() && desks.dismissed(desk)) {
            return null;
        }
        if (before == null && !facts.deskOf(desk, command.teamId())) {
            if (earlier == null) {
                throw RuleBroken.at("desk", "paper.error.desk");
            }
            return null;
        }
        return desk;
    }

    private void deskWaits(VisitCommand command, Telling telling, Findings found) {
        UUID desk = command.deskId();
        if (desk != null && telling.byPhone() && desks.waits(desk)) {
            found.hold(HeldReason.DESK);
        }
    }

    private void checkWords(VisitCommand command, boolean formerOnesToo) {
        for (int i = 0; i < command.topics().size(); i++) {
            String code = command.topics().get(i);
            if (catalogue
                    .topic(code)
                    .filter(topic -> formerOnesToo || topic.enabled())
                    .isEmpty()) {
                throw RuleBroken.at("topics[" + i + "]", "visits.error.topic", code);
            }
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.activations().size(); i++) {
            VisitCommand.Activation one = command.activations().get(i);
            String field = "activations[" + i + "]";
            if (catalogue
                    .accountType(one.accountType())
                    .filter(type -> formerOnesToo || type.enabled())
                    .isEmpty()) {
                throw RuleBroken.at(field + ".accountType", "visits.error.account-type", one.accountType());
            }
            if (!seen.add(one.residentId() + " " + one.accountType())) {
                throw RuleBroken.at(field, "visits.error.activation-twice");
            }
            checkReason(one, field + ".failureReason", formerOnesToo);
        }
    }

    private void checkReason(VisitCommand.Activation one, String field, boolean formerOnesToo) {
        String reason = one.failureReason();
        if (reason == null) {
            return;
        }
        if (one.result() != Result.FAILED && one.result() != Result.NOT_YET) {
            throw RuleBroken.at(field, "visits.error.reason-without-failure");
        }
        if (catalogue
                .failureReason(reason)
                .filter(known -> formerOnesToo || known.enabled())
                .isEmpty()) {
            throw RuleBroken.at(field, "visits.error.failure-reason", reason);
        }
    }

    private void checkAges(VisitCommand command, Map<UUID, VisitFacts.Person> persons, LocalDate day) {
        for (int i = 0; i < command.activations().size(); i++) {
            VisitCommand.Activation one = command.activations().get(i);
            VisitFacts.Person person = persons.get(one.residentId());
            Integer birthYear = person == null ? null : person.birthYear();
            int minAge = catalogue.accountType(one.accountType()).orElseThrow().minAge();
            if (birthYear != null && day.getYear() - birthYear < minAge) {
                throw RuleBroken.at("activations[" + i + "].accountType", "visits.error.too-young", minAge);
            }
        }
    }
}
