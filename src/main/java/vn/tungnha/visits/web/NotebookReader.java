package vn.tungnha.visits.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.VisitCommand;

/** Makes a visit of one row of a notebook, or says which column is wrong. */
@Component
@RequiredArgsConstructor
class NotebookReader {

    /** 8, 8h, 8h30, 8:30, 0830. */
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:\\s*[hg:.]?\\s*(\\d{2}))?\\s*[hg]?");

    /** 29/11, perhaps with a time behind it. */
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})(?:[/-]\\d{2,4})?(?:\\s+(.+))?");

    private static final LocalTime APPOINTMENT = LocalTime.of(19, 0);

    private final Catalogue catalogue;
    private final Clock clock;

    VisitCommand read(NotebookForm form, UUID row, long team, UUID household, LocalDate day, List<UUID> members) {
        Outcome outcome = outcome(form.text("outcome", row));
        boolean met = outcome == Outcome.MET;
        List<VisitCommand.Activation> told = activations(form, row);
        if (!met && !told.isEmpty()) {
            throw RuleBroken.at("marks", "visits.error.nobody-met-activations");
        }
        return new VisitCommand(
                row,
                household,
                team,
                members,
                visitedAt(form, row, day),
                outcome,
                topics(form, row, told),
                met
                        ? told.stream()
                                .map(VisitCommand.Activation::residentId)
                                .distinct()
                                .toList()
                        : List.of(),
                unnamed(form.text("unnamed", row)),
                told,
                later(form.text("later", row), day, outcome),
                null,
                form.text("note", row),
                null,
                List.of());
    }

    private static Outcome outcome(String code) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(code)) {
                return outcome;
            }
        }
        throw RuleBroken.at("outcome", "visits.error.outcome");
    }

    private List<VisitCommand.Activation> activations(NotebookForm form, UUID row) {
        List<VisitCommand.Activation> told = new ArrayList<>();
        for (Map.Entry<UUID, Map<String, String>> person : form.marks(row).entrySet()) {
            person.getValue().forEach((type, mark) -> PaperCodes.answer(mark, catalogue, "marks")
                    .ifPresent(answer -> told.add(
                            new VisitCommand.Activation(person.getKey(), type, answer.result(), answer.reason()))));
        }
        return told;
    }

    /** Those written down; none means those of the accounts just activated, as on the phone. */
    private List<String> topics(NotebookForm form, UUID row, List<VisitCommand.Activation> told) {
        List<String> written = PaperCodes.topics(form.text("topics", row), catalogue, "topics");
        if (!written.isEmpty()) {
            return written;
        }
        Set<String> preset = new LinkedHashSet<>();
        told.stream().filter(one -> one.result() == Result.ACTIVATED).forEach(one -> catalogue
                .accountType(one.accountType())
                .map(AccountType::topic)
                .ifPresent(preset::add));
        return List.copyOf(preset);
    }

    private Instant visitedAt(NotebookForm form, UUID row, LocalDate day) {
        String own = form.text("time", row);
        LocalTime time = own.isEmpty() ? time(form.text("time"), "head-time") : time(own, "time");
        Instant at = day.atTime(time).atZone(Days.ZONE).toInstant();
        if (at.isAfter(clock.instant())) {
            throw RuleBroken.at("time", "paper.error.not-yet");
        }
        return at;
    }

    private static int unnamed(String typed) {
        try {
            return typed.isEmpty() ? 0 : Integer.parseInt(typed);
        } catch (NumberFormatException unreadable) {
            throw RuleBroken.at("unnamed", "visits.error.number");
        }
    }

    private static @Nullable Instant later(String typed, LocalDate day, Outcome outcome) {
        if (typed.isEmpty()) {
            if (outcome == Outcome.FOLLOW_UP) {
                throw RuleBroken.at("later", "visits.error.follow-up");
            }
            return null;
        }
        Matcher parts = DAY.matcher(typed);
        if (!parts.matches()) {
            throw RuleBroken.at("later", "paper.error.later");
        }
        try {
            MonthDay on = MonthDay.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)));
            LocalDate date = on.atYear(day.getYear());
            LocalTime time = parts.group(3) == null ? APPOINTMENT : time(parts.group(3), "later");
            return (date.isBefore(day) ? on.atYear(day.getYear() + 1) : date)
                    .atTime(time)
                    .atZone(Days.ZONE)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw RuleBroken.at("later", "paper.error.later");
        }
    }

    static LocalTime time(String typed, String field) {
        Matcher parts = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw RuleBroken.at(field, "paper.error.time");
        }
        try {
            return LocalTime.of(
                    Integer.parseInt(parts.group(1)), parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
        } catch (DateTimeException unreadable) {
            throw RuleBroken.at(field, "paper.error.time");
        }
    }
}
