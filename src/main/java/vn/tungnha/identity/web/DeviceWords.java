package vn.tungnha.identity.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.DeviceDirectory;
import vn.tungnha.identity.DeviceRow;
import vn.tungnha.identity.UserAgent;
import vn.tungnha.shared.Release;
import vn.tungnha.shared.Vn;

/** Phones in finished words for the pages. */
@Component
@RequiredArgsConstructor
class DeviceWords {

    private final MessageSource messages;
    private final Release release;
    private final Clock clock;

    /**
     * One phone.
     *
     * @param owner whose account it is
     * @param unsent null when everything was sent
     * @param revoke address to post to; null when it is cut off, or the one in hand
     * @param restore address to post to; null when there is nothing to undo any more
     */
    record Line(
            UUID account,
            String owner,
            String label,
            String seen,
            @Nullable String unsent,
            boolean late,
            String state,
            String level,
            @Nullable String revoke,
            @Nullable String restore) {}

    /** @param here phones that this very session named */
    List<Line> own(List<DeviceRow> rows, Set<UUID> here, Locale locale) {
        return rows.stream()
                .map(row -> line(row, here.contains(row.id()), "/account/devices/" + row.id(), "", locale))
                .toList();
    }

    /** @param after what to add to addresses, to come back to where one was */
    List<Line> others(List<DeviceRow> rows, String after, Locale locale) {
        return rows.stream()
                .map(row -> line(row, false, "/accounts/" + row.accountId() + "/devices/" + row.id(), after, locale))
                .toList();
    }

    String text(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private Line line(DeviceRow row, boolean here, String address, String after, Locale locale) {
        Vn vn = Vn.in(locale);
        return new Line(
                row.accountId(),
                row.accountName(),
                label(row, locale),
                vn.moment(row.lastSeenAt()),
                row.unsent() == 0 ? null : unsent(row, vn, locale),
                row.unsent() > 0 && since(row).isBefore(clock.instant().minus(DeviceDirectory.UNSENT_AFTER)),
                text("identity.devices.state." + state(row, here), locale),
                level(row),
                row.revoked() || here ? null : address + "/revocation" + after,
                row.restorable() ? address + "/restoration" + after : null);
    }

    /** A phone that runs an older release than ours says so: it takes the new one by itself with the next good line. */
    private String label(DeviceRow row, Locale locale) {
        String label = label(row.agent(), locale);
        return row.release() == null || row.release().equals(release.value())
                ? label
                : text("identity.devices.old", locale, label);
    }

    private String label(UserAgent agent, Locale locale) {
        if (agent.browser() == null || agent.system() == null) {
            String known = agent.browser() == null ? agent.system() : agent.browser();
            return known == null ? text("identity.devices.unknown", locale) : known;
        }
        return text("identity.devices.label", locale, agent.browser(), agent.system());
    }

    private String unsent(DeviceRow row, Vn vn, Locale locale) {
        String count = vn.number(row.unsent());
        return row.oldestUnsentAt() == null
                ? text("identity.devices.unsent", locale, count)
                : text("identity.devices.unsent.since", locale, count, vn.day(row.oldestUnsentAt()));
    }

    private String state(DeviceRow row, boolean here) {
        if (row.revoked()) {
            return row.restorable() ? "cutting" : "cut";
        }
        return here ? "here" : isUnseen(row) ? "unseen" : "used";
    }

    private String level(DeviceRow row) {
        if (row.revoked()) {
            return row.restorable() ? "near" : "none";
        }
        return isUnseen(row) ? "none" : "good";
    }

    private boolean isUnseen(DeviceRow row) {
        return row.lastSeenAt().isBefore(clock.instant().minus(DeviceDirectory.UNSEEN_AFTER));
    }

    private static Instant since(DeviceRow row) {
        return row.oldestUnsentAt() == null ? row.lastSeenAt() : row.oldestUnsentAt();
    }
}
