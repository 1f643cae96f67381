package vn.tungnha.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final Catalogue catalogue;
    private final VisitAccess access;
    private final Clock clock;

    /** @param earlier the version being corrected; what it already named may have been switched off since */
    CheckedVisit check(VisitCommand command, CurrentUser user, @Nullable Visit earlier) {
        Instant now = clock.instant();
        boolean future = command.visitedAt().isAfter(now.plus(CLOCK_SKEW));
        Instant visitedAt = future ? now : command.visitedAt();
        LocalDate day = Days.of(visitedAt);

        access.requireTeam(command.teamId(), day, user);
        access.requireHousehold(command.householdId(), day, user);
        checkPlainFields(command);
        checkPlace(command, day);
        checkDesk(command, earlier);
        checkWords(command, earlier != null);
        List<UUID> members = checkMembers(command, day, user);
        checkResidents(command, day);

        List<String> attention = new ArrayList<>();
        if (future) {
            attention.add(Attention.FUTURE.name());
        }
        UUID teller = earlier == null ? user.accountId() : earlier.getRecordedBy();
        boolean atDesk = command.deskId() != null || (earlier != null && earlier.getDeskId() != null);
        if (!atDesk && facts.notedByOther(command.householdId(), day, command.id(), teller)) {
            attention.add(Attention.DOUBLE.name());
        }
        return new CheckedVisit(command, visitedAt, members, attention.isEmpty() ? null : String.join(" ", attention));
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

    private void checkPlace(VisitCommand command, LocalDate day) {
        if (!facts.householdStandsOn(command.householdId(), day)) {
            throw RuleBroken.at("householdId", "visits.error.household-ended");
        }
        if (!facts.teamExistsOn(command.teamId(), day)) {
            throw RuleBroken.at("teamId", "visits.error.team-ended");
        }
    }

    /** Whoever comes to a desk was met there. A correction does not move a meeting to or from a desk. */
    private void checkDesk(VisitCommand command, @Nullable Visit earlier) {
        UUID desk = command.deskId();
        if (earlier != null) {
            UUID before = earlier.getDeskId();
            if (desk != null && !desk.equals(before)) {
                throw RuleBroken.at("desk", "paper.error.desk");
            }
            desk = before;
        } else if (desk != null && !facts.deskOf(desk, command.teamId())) {
            throw RuleBroken.at("desk", "paper.error.desk");
        }
        if (desk != null && command.outcome() != Outcome.MET) {
            throw RuleBroken.at("outcome", "paper.error.desk-met");
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

    private List<UUID> checkMembers(VisitCommand command, LocalDate day, CurrentUser user) {
        if (command.memberIds().isEmpty()) {
            return facts.memberBehind(user.accountId(), command.teamId(), day);
        }
        Set<UUID> members = facts.membersOn(command.memberIds(), command.teamId(), day);
        for (int i = 0; i < command.memberIds().size(); i++) {
            if (!members.contains(command.memberIds().get(i))) {
                throw RuleBroken.at("memberIds[" + i + "]", "visits.error.member");
            }
        }
        return command.memberIds().stream().distinct().toList();
    }

    private void checkResidents(VisitCommand command, LocalDate day) {
        Set<UUID> named = new HashSet<>(command.guided());
        command.activations().forEach(one -> named.add(one.residentId()));
        Map<UUID, VisitFacts.Person> persons = facts.personsOn(named, command.householdId(), day);
        for (int i = 0; i < command.guided().size(); i++) {
            if (!persons.containsKey(command.guided().get(i))) {
                throw RuleBroken.at("guided[" + i + "]", "visits.error.resident");
            }
        }
        for (int i = 0; i < command.activations().size(); i++) {
            VisitCommand.Activation one = command.activations().get(i);
            VisitFacts.Person person = persons.get(one.residentId());
            if (person == null) {
                throw RuleBroken.at("activations[" + i + "].residentId", "visits.error.resident");
            }
            checkAge(one, person, day, i);
        }
    }

    private void checkAge(VisitCommand.Activation one, VisitFacts.Person person, LocalDate day, int i) {
        int minAge = catalogue.accountType(one.accountType()).orElseThrow().minAge();
        Integer birthYear = person.birthYear();
        if (birthYear != null && day.getYear() - birthYear < minAge) {
            throw RuleBroken.at("activations[" + i + "].accountType", "visits.error.too-young", minAge);
        }
    }
}
