package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.SortKeys;

/** How the showcase team came of two in 2023, the decision of then, a draft of now, and a leader who has just taken over. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoLife {

    private static final LocalDate JOINED = LocalDate.of(2023, 11, 29);
    private static final String DECISION = "103/QĐ-UBND";
    private static final String SIGNER = "Chủ tịch UBND phường Tân Chính";

    /** Thanh Khê Đông, in today's ward of the demonstration accounts. */
    private static final String HANDING_OVER = "20207-T05";

    private static final String MEMBERS = """
            insert into team_member (id, version, team_id, name, sort_key, role, organisation, phone, joined_on, left_on, leave_reason)
            select gen_random_uuid(), 0, :former, m.name, m.sort_key, case when m.place = :first then 'LEADER' else 'MEMBER' end,
                   m.organisation, m.phone, :from, :last, 'MERGED'
            from (select t.*, row_number() over (order by t.role, t.sort_key, t.id) as place from team_member t where t.team_id = :team) m
            where m.place between :first and :until
            """;

    private final JdbcClient sql;

    void write(List<Team> formed, LocalDate today) {
        Team showcase = formed.stream().filter(Team::showcase).findFirst().orElseThrow();
        long digital = former(showcase, "Tổ CNSCĐ số 33 (2022)", "CNSCD", LocalDate.of(2022, 4, 15), 1, 4);
        long project06 = former(showcase, "Tổ Đề án 06 số 33", "DA06", LocalDate.of(2022, 5, 20), 3, 6);
        join(showcase, List.of(digital, project06));
        decided(formed.stream()
                .filter(team -> team.ward().code().equals(showcase.ward().code()))
                .toList());
        formed.stream()
                .filter(team -> team.village().code().equals(HANDING_OVER))
                .findFirst()
                .ifPresent(team -> handOver(team, today));
    }

    private long former(Team team, String name, String kind, LocalDate from, int first, int until) {
        long id = sql.sql("""
                        insert into team (version, name, number, kind, search, decision_number, decision_date, decision_signer, status,
                                          established_on, ended_on, end_reason, merged_into_id)
                        values (0, :name, 33, :kind, :search, :decision, :from, :signer, 'MERGED', :from, :last,
                                'Công văn 6436/UBND-STTTT', :team) returning id""")
                .param("name", name)
                .param("kind", kind)
                .param("search", SortKeys.fold(name))
                .param("decision", from.getMonthValue() + "0/QĐ-UBND (minh họa)")
                .param("from", from)
                .param("last", JOINED.minusDays(1))
                .param("signer", SIGNER)
                .param("team", team.id())
                .query(Long.class)
                .single();
        sql.sql("insert into team_area (team_id, village_id, home, valid_from, valid_to) values (?, ?, true, ?, ?)")
                .params(id, team.village().id(), from, JOINED.minusDays(1))
                .update();
        sql.sql(MEMBERS)
                .param("former", id)
                .param("team", team.id())
                .param("from", from)
                .param("last", JOINED.minusDays(1))
                .param("first", first)
                .param("until", until)
                .update();
        return id;
    }

    private void join(Team team, List<Long> former) {
        long change = sql.sql("""
                        insert into team_change (kind, effective, reason, decision_number, decision_date, decision_signer, made_at)
                        values ('COMBINED', :day, 'Công văn 6436/UBND-STTTT ngày 21/11/2023', :decision, :day, :signer, :day)
                        returning id""")
                .param("day", JOINED)
                .param("decision", DECISION)
                .param("signer", SIGNER)
                .query(Long.class)
                .single();
        sql.sql("""
                        insert into team_change_team (change_id, team_id, name, side)
                        select :change, t.id, t.name, case when t.id = :team then 'INTO' else 'FROM' end
                        from team t where t.id = :team or t.id = any(:former)""")
                .param("change", change)
                .param("team", team.id())
                .param("former", former.toArray(Long[]::new))
                .update();
    }

    /** As it was published; and what a renewal would look like. */
    private void decided(List<Team> ward) {
        long signed = sql.sql("""
                        insert into decision_paper (kind, unit_id, effective, drafted_at, number, dated, signer, entered_at)
                        values ('ESTABLISH', :unit, :day, :day, :number, :day, :signer, :day) returning id""")
                .param("unit", ward.get(0).ward().id())
                .param("day", JOINED)
                .param("number", DECISION)
                .param("signer", SIGNER)
                .query(Long.class)
                .single();
        ward.forEach(team -> sql.sql("insert into decision_paper_team (paper_id, team_id) values (?, ?)")
                .params(signed, team.id())
                .update());
    }

    /** The deputy leads from today on; nobody has confirmed it yet. */
    private void handOver(Team team, LocalDate today) {
        String goOn = """
                with ended as (
                    update team_member set left_on = :eve, leave_reason = 'ROLE' where team_id = :team and role = :role
                        and left_on = '9999-12-31' and joined_on < :today
                    returning *)
                insert into team_member (id, version, team_id, name, sort_key, role, organisation, phone, trained_on, account_id, joined_on)
                select gen_random_uuid(), 0, team_id, name, sort_key, :becomes, organisation, phone, trained_on, account_id, :today from ended
                """;
        for (List<String> change : List.of(List.of("LEADER", "MEMBER"), List.of("DEPUTY", "LEADER"))) {
            sql.sql(goOn)
                    .param("team", team.id())
                    .param("eve", today.minusDays(1))
                    .param("today", today)
                    .param("role", change.get(0))
                    .param("becomes", change.get(1))
                    .update();
        }
        sql.sql("""
                        insert into team_handover (team_id, former_id, successor_id, from_day, made_at)
                        select :team, f.id, s.id, :today, :today from team_member f, team_member s
                        where f.team_id = :team and f.role = 'LEADER' and f.left_on = :eve
                          and s.team_id = :team and s.role = 'LEADER' and s.joined_on = :today""")
                .param("team", team.id())
                .param("today", today)
                .param("eve", today.minusDays(1))
                .update();
        long draft = sql.sql("""
                        insert into decision_paper (kind, unit_id, effective, reason, drafted_at)
                        values ('RENEW', :unit, :today, 'Tổ trưởng cũ nghỉ theo nguyện vọng (minh họa)', :today) returning id""")
                .param("unit", team.ward().communeOn(today))
                .param("today", today)
                .query(Long.class)
                .single();
        sql.sql("insert into decision_paper_team (paper_id, team_id) values (?, ?)")
                .params(draft, team.id())
                .update();
    }
}
