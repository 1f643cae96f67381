package vn.tungnha.audit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.audit.AuditEntry;
import vn.tungnha.audit.AuditSeal;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.shared.Vn;

/** Lines of the trail in finished words; what has no words of its own is shown by its code. */
@Component
@RequiredArgsConstructor
class AuditWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Numbers by which the register knows things: they tell a reader nothing. */
    private static final Set<String> INTERNAL = Set.of(
            "id", "version", "village", "villageId", "household", "member", "communeId", "mergedIntoId", "accountId");

    private final MessageSource messages;

    /** One line. */
    record Line(
            String when,
            String actor,
            String what,
            String subject,
            String id,
            String unit,
            String reason,
            String origin,
            List<Change> changes) {}

    /** One value that differs. */
    record Change(String field, String before, String after) {}

    Line line(AuditEntry entry, Locale locale) {
        return new Line(
                Vn.in(locale).moment(entry.happenedAt()),
                actor(entry, locale),
                words("audit.action.", entry.action(), locale),
                words("audit.subject.", entry.subject(), locale),
                entry.subjectId(),
                entry.unitName() == null ? "" : entry.unitName(),
                entry.reason() == null ? "" : entry.reason(),
                entry.origin() == null ? "" : entry.origin(),
                entry.changes().stream()
                        .filter(change -> !INTERNAL.contains(last(change.field())))
                        .map(change -> new Change(
                                words("audit.field.", last(change.field()), locale),
                                shown(change.before(), locale),
                                shown(change.after(), locale)))
                        .toList());
    }

    String seal(AuditSeal seal, Locale locale) {
        return messages.getMessage("audit.sealed", new Object[] {Vn.in(locale).day(seal.day()), seal.mark()}, locale);
    }

    List<String> columns(Locale locale) {
        return Stream.of("when", "actor", "what", "subject", "id", "unit", "reason", "origin", "changes")
                .map(column -> words("audit.column.", column, locale))
                .toList();
    }

    List<Object> cells(AuditEntry entry, Locale locale) {
        Line line = line(entry, locale);
        return List.of(
                line.when(),
                line.actor(),
                line.what(),
                line.subject(),
                line.id(),
                line.unit(),
                line.reason(),
                line.origin(),
                line.changes().stream()
                        .map(change -> change.field() + ": " + change.before() + " → " + change.after())
                        .collect(Collectors.joining("; ")));
    }

    private String actor(AuditEntry entry, Locale locale) {
        String login = LoginName.spokenIfNumber(entry.actor());
        if (entry.actorName() != null) {
            return entry.actorName() + " (" + login + ")";
        }
        return "system".equals(login) ? words("audit.", "system", locale) : login;
    }

    private String shown(@Nullable String value, Locale locale) {
        if (value == null || value.isEmpty()) {
            return Vn.NONE;
        }
        return DAY.matcher(value).matches()
                ? Vn.in(locale).day(LocalDate.parse(value))
                : words("audit.value.", value, locale);
    }

    private String words(String prefix, String code, Locale locale) {
        return String.valueOf(messages.getMessage(prefix + code, null, code, locale));
    }

    /** The name at the end of a path: placements.1.villageName. */
    private static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
