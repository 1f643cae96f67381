package vn.tungnha.life;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeSource;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** To the new leader: there is a handover to take over. To the former one and the ward: it was taken over, or not yet. */
@Component
@RequiredArgsConstructor
class HandoverNotices implements NoticeSource {

    private static final int DAYS = 30;

    private static final String RECENT = HandoverRows.SELECT + """
            where h.from_day <= cast(:today as date) + 7
              and (h.confirmed_at is null and h.from_day > cast(:today as date) - 180 or h.confirmed_at >= :since) and\s""";

    private static final String OF_WARD = "exists (select from team_area a where a.team_id = h.team_id and a.home"
            + " and :today between a.valid_from and a.valid_to and " + ScopeSql.covers("a.village_id") + ")";

    private static final String LATEST = " order by h.from_day desc, h.id desc limit 50";

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        List<Notice> told = new ArrayList<>();
        bind(jdbc.sql(RECENT + "(s.account_id = :account or f.account_id = :account)" + LATEST), today)
                .param("account", user.accountId())
                .query(HandoverRows::handover)
                .list()
                .forEach(it -> told.add(personal(it, user, locale)));
        CurrentUser ward = user.as(Role.WARD_OFFICER, Role.WARD_LEADER);
        if (!ward.roles().isEmpty()) {
            bind(ScopeSql.bind(jdbc.sql(RECENT + OF_WARD + LATEST), ward.scope(), Data.PEOPLE, today), today)
                    .query(HandoverRows::handover)
                    .list()
                    .forEach(it -> told.add(notice(it, it.confirmed() == null ? "ward" : "ward-done", locale)));
        }
        return told;
    }

    private Notice personal(Handover handover, CurrentUser user, Locale locale) {
        boolean successor = user.accountId().equals(handover.successorAccount());
        if (handover.confirmed() == null) {
            return notice(handover, successor ? "take" : "give", locale);
        }
        return notice(handover, successor ? "taken" : "given", locale);
    }

    private Notice notice(Handover handover, String key, Locale locale) {
        Instant confirmed = handover.confirmed();
        return new Notice(
                "handover:" + handover.id() + ":" + key,
                Notice.Kind.MEMBER,
                confirmed == null ? handover.from().atStartOfDay(Days.ZONE).toInstant() : confirmed,
                confirmed == null ? "near" : "good",
                messages.getMessage(
                        "life.notice." + key,
                        new Object[] {
                            handover.former(),
                            handover.successor(),
                            Vn.in(locale).day(handover.from())
                        },
                        locale),
                null,
                "/teams/" + handover.teamId() + "/handovers/" + handover.id());
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, LocalDate today) {
        return statement
                .param("today", today)
                .param("since", today.minusDays(DAYS).atStartOfDay(Days.ZONE).toOffsetDateTime());
    }
}
