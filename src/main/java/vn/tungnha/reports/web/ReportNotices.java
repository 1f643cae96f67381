package vn.tungnha.reports.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReminderWords;
import vn.tungnha.closing.Reminders;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.reports.web.Notices.Notice;
import vn.tungnha.units.UnitView;

/** What is owed for the last month's reports, on the board everybody begins at. */
@Component
@RequiredArgsConstructor
class ReportNotices {

    private static final Role[] READERS = {
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    };

    private final Reminders reminders;
    private final ReminderWords words;

    /** None on a board of the past: what is owed is owed today. */
    List<Notice> of(UnitView unit, BoardRequest request, CurrentUser user, Words words) {
        if (request.structure().pinned() != null || unit.validTo().isBefore(request.today()) || !user.has(READERS)) {
            return List.of();
        }
        Locale locale = words.locale();
        return reminders.of(unit, user).stream()
                .filter(it -> request.period().contains(request.today())
                        || request.period().contains(it.period().last()))
                .map(it -> new Notice(
                        "file-text",
                        this.words.level(it),
                        this.words.title(it, locale),
                        this.words.due(unit, it, locale),
                        this.words.url(unit, it),
                        this.words.link(it, locale)))
                .toList();
    }
}
