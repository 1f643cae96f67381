package vn.tungnha.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.allowances.Duty;
import vn.tungnha.allowances.DutySource;
import vn.tungnha.shared.Choice;

/** A member who was at an activity whose kind counts for duty was on duty that day. */
@Component
@RequiredArgsConstructor
class ActivityDuties implements DutySource {

    private final JdbcClient jdbc;
    private final ActivityKinds kinds;

    /** Planned: it was entered before its day. */
    @Override
    public List<Duty> of(Set<Long> teams, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select m.team_id, m.id as member_id, a.held_on, a.kind, a.id, a.title,
                               (a.created_at at time zone 'Asia/Ho_Chi_Minh')::date < a.held_on as planned
                        from activity_person p
                        join activity a on a.id = p.activity_id
                        join team_member m on m.id = p.member_id
                        where m.team_id = any(:teams) and a.held_on between :from and :to
                          and a.duty and a.state <> 'CANCELLED' and p.present_at is not null
                        order by a.held_on, a.starts_at, a.id, m.sort_key, m.id""")
                .param("teams", teams.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Duty(
                        row.getLong("team_id"),
                        row.getObject("member_id", UUID.class),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("kind"),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getBoolean("planned")))
                .list();
    }

    /** What rules may count: every kind that counts for duty. */
    @Override
    public List<Choice> kinds(Locale locale) {
        return kinds.all().stream()
                .filter(ActivityKind::duty)
                .map(kind -> new Choice(kind.code(), kind.name(locale)))
                .toList();
    }

    @Override
    public Optional<String> address(Duty duty) {
        return Optional.of("/activities/" + duty.origin());
    }
}
