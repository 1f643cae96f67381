package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.allowances.Duty;
import vn.tungnha.allowances.DutySource;
import vn.tungnha.shared.Choice;

/** Who went from door to door and who stood at a desk on which day, from the log. */
@Component
@RequiredArgsConstructor
class VisitDuties implements DutySource {

    private static final String VISIT = "VISIT";
    private static final String DESK = "DESK";

    /** A desk counts for whoever noted a contact at it, and for whoever opened it when anything was noted at all. */
    private static final String DUTIES = """
            select v.team_id as team, m.member_id as member, v.visited_on as day, 'VISIT' as kind, v.id as origin,
                   to_char(v.visited_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as name,
                   false as planned
            from visit v join visit_member m on m.visit_id = v.id
            where v.team_id = any(:teams) and v.visited_on between :from and :to and v.status <> 'WITHDRAWN'
              and v.place = 'HOME'
            union
            select d.team_id, m.member_id, d.held_on, 'DESK', d.id, d.name,
                   (d.created_at at time zone 'Asia/Ho_Chi_Minh')::date < d.held_on
            from desk d join visit v on v.desk_id = d.id and v.status <> 'WITHDRAWN' join visit_member m on m.visit_id = v.id
            where d.team_id = any(:teams) and d.held_on between :from and :to
            union
            select d.team_id, m.id, d.held_on, 'DESK', d.id, d.name,
                   (d.created_at at time zone 'Asia/Ho_Chi_Minh')::date < d.held_on
            from desk d join team_member m on m.team_id = d.team_id and m.account_id = d.opened_by
                 and d.held_on between m.joined_on and m.left_on
            where d.team_id = any(:teams) and d.held_on between :from and :to
              and (exists (select from desk_count c where c.desk_id = d.id and c.withdrawn_at is null)
                   or exists (select from visit v where v.desk_id = d.id and v.status <> 'WITHDRAWN'))
            order by day, kind, origin
            """;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    @Override
    public List<Duty> of(Set<Long> teams, LocalDate from, LocalDate to) {
        return jdbc.sql(DUTIES)
                .param("teams", teams.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query(Duty.class)
                .list();
    }

    @Override
    public List<Choice> kinds(Locale locale) {
        return List.of(
                new Choice(VISIT, messages.getMessage("visits.duty.visit", null, locale)),
                new Choice(DESK, messages.getMessage("visits.duty.desk", null, locale)));
    }

    @Override
    public Optional<String> address(Duty duty) {
        return duty.kind().equals(VISIT) ? Optional.of("/visits/" + duty.origin()) : Optional.empty();
    }
}
