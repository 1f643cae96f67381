package vn.tungnha.units.changes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeSource;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** Mergers, splits, moves and new names around one's place: decided in the last sixty days or yet to come, and those that wait. */
@Component
@RequiredArgsConstructor
class ChangeNotices implements NoticeSource {

    private static final int DAYS = 60;

    private static final String[] TOLD = {"APPLIED", "UNDONE"};

    private static final String[] TOLD_TO_DECIDERS = {"APPLIED", "UNDONE", "PROPOSED"};

    private static final String AROUND = """
            with own as (
                select unnest(cast(:roots as bigint[])) as id
                union
                select c.ancestor_id from team_area a join unit_closure c on c.descendant_id = a.village_id
                    and a.valid_to between c.valid_from and c.valid_to
                join unit u on u.id = c.ancestor_id and u.level in ('VILLAGE', 'COMMUNE')
                where a.team_id = any(:teams))
            select c.id, c.kind, c.state, c.effective, c.proposed_by,
                   coalesce(c.undone_at, c.decided_at, c.proposed_at) as at,
                   (select string_agg(v.full_name, ', ' order by v.sort) from unit_version v
                    where v.unit_id = any(c.unit_ids) and c.effective - 1 between v.valid_from and v.valid_to) as names
            from unit_change c
            where c.state = any(:states)
              and (c.state = 'PROPOSED' or c.effective > :today
                   or coalesce(c.undone_at, c.decided_at) >= cast(:today as date) - %d)
              and (:everything or exists (
                  select from own o join unit_closure w on w.ancestor_id = o.id and w.descendant_id = any(c.unit_ids)
                      or w.descendant_id = o.id and w.ancestor_id = any(c.unit_ids)))
            order by at desc limit 50
            """.formatted(DAYS);

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    private record Change(
            long id,
            String kind,
            String state,
            LocalDate effective,
            @Nullable UUID proposedBy,
            Instant at,
            @Nullable String names) {}

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        boolean decides = user.has(Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_LEADER);
        boolean opens = decides || user.has(Role.WARD_OFFICER);
        List<Notice> told = new ArrayList<>();
        jdbc.sql(AROUND)
                .param("roots", user.scope().roots(Data.FIGURES).toArray(Long[]::new))
                .param("teams", user.scope().teams().toArray(Long[]::new))
                .param("states", decides ? TOLD_TO_DECIDERS : TOLD)
                .param("everything", user.scope().everything())
                .param("today", Days.today(clock))
                .query(Change.class)
                .list()
                .forEach(change -> {
                    if (!change.state().equals("PROPOSED") || !user.accountId().equals(change.proposedBy())) {
                        told.add(notice(change, opens, locale));
                    }
                });
        return told;
    }

    private Notice notice(Change change, boolean opens, Locale locale) {
        String what = messages.getMessage("units.change.title." + change.kind(), new Object[] {change.names()}, locale);
        Object[] from = {Vn.in(locale).day(change.effective())};
        return new Notice(
                "unit-change:" + change.id() + ":" + change.state(),
                Notice.Kind.UNITS,
                change.at(),
                change.state().equals("PROPOSED") ? "near" : "info",
                what,
                messages.getMessage("units.change.notice." + change.state(), from, locale),
                opens ? "/units/changes/" + change.id() : "/units");
    }
}
