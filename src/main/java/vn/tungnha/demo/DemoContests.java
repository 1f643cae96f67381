package vn.tungnha.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** Made-up contests of one ward: one that is over, with its players, one that comes, and a vote of team 33. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoContests {

    private static final int ASKED = 8;
    private static final List<String> PLAYERS = List.of(
            "Cô Hoa tổ 33",
            "Chú Dũng tổ 12",
            "Bác Sáu chợ Tân Chính",
            "Chị Lài tổ 5",
            "Thảo Đoàn phường",
            "Bà Tám kiệt 112",
            "Anh Phúc tổ 20",
            "Cô Mai tổ 33",
            "Ông Tư hưu trí",
            "Ngân tổ 8",
            "Chị Hạnh hội phụ nữ",
            "Minh sinh viên");

    private final JdbcClient sql;

    void write(List<Team> teams, LocalDate today) {
        Team own = teams.stream().filter(Team::showcase).findFirst().orElseThrow();
        long commune = own.ward().communeOn(today);
        over(commune, today.minusDays(12));
        UUID coming = contest(
                commune,
                "715204",
                "Hội thi tìm hiểu chuyển đổi số phường Thanh Khê",
                "PLANNED",
                today.plusDays(9),
                null,
                null);
        ask(round(coming, null, null), "BASIC_SKILLS", "ONLINE_SERVICES");
        vote(own, today.minusDays(20));
    }

    private void over(long commune, LocalDate day) {
        OffsetDateTime start = at(day, 8);
        UUID contest = contest(
                commune, "309118", "Đố vui an toàn trên mạng, phường Thanh Khê", "CLOSED", day, start, at(day, 9));
        UUID round = round(contest, start, at(day, 9));
        ask(round, "ONLINE_SAFETY", "E_ID");
        for (int player = 0; player < PLAYERS.size(); player++) {
            play(contest, round, PLAYERS.get(player), player, start);
        }
    }

    private UUID round(UUID contest, @Nullable OffsetDateTime start, @Nullable OffsetDateTime end) {
        UUID round = UUID.randomUUID();
        sql.sql("""
                        insert into contest_round (id, contest_id, position, name, seconds, points, started_at, ended_at)
                        values (:id, :contest, 1, 'Vòng 1', 30, 10, cast(:start as timestamptz), cast(:end as timestamptz))""")
                .param("id", round)
                .param("contest", contest)
                .param("start", start == null ? null : start.toString())
                .param("end", end == null ? null : end.toString())
                .update();
        return round;
    }

    private void ask(UUID round, String first, String second) {
        sql.sql("""
                        insert into contest_question (round_id, question_id)
                        select :round, id from quiz_question where unit_id is null
                        order by topic <> :first, topic <> :second, id limit :asked""")
                .param("round", round)
                .param("first", first)
                .param("second", second)
                .param("asked", ASKED)
                .update();
    }

    /** Who is further up the list knows more; how quick somebody is follows from the words of the question alone. */
    private void play(UUID contest, UUID round, String name, int player, OffsetDateTime start) {
        UUID entry = UUID.randomUUID();
        sql.sql("""
                        insert into contest_entry (id, contest_id, nickname, nickname_key, device, entered_at)
                        values (:id, :contest, :name, lower(:name), uuid_send(:id), :at)""")
                .param("id", entry)
                .param("contest", contest)
                .param("name", name)
                .param("at", start.minusMinutes(5))
                .update();
        sql.sql("""
                        insert into contest_answer (entry_id, round_id, question_id, handed_at, answered_at, picked, correct, millis)
                        select :entry, :round, q.question_id, q.at, q.at + q.millis * interval '1 millisecond',
                               case when q.knows then q.rights else q.wrongs end, q.knows, q.millis
                        from (select x.question_id,
                                     cast(:start as timestamptz) + row_number() over (order by x.question_id) * interval '40 seconds' as at,
                                     4000 + abs(hashtext(:name || x.question_id)) % 17000 as millis,
                                     abs(hashtext(x.question_id || :name)) % 100 < 95 - 5 * :player as knows,
                                     (select array_agg(c.position) from quiz_choice c
                                      where c.question_id = x.question_id and c.correct) as rights,
                                     (select array[min(c.position)] from quiz_choice c
                                      where c.question_id = x.question_id and not c.correct) as wrongs
                              from contest_question x where x.round_id = :round) q""")
                .param("entry", entry)
                .param("round", round)
                .param("name", name)
                .param("player", player)
                .param("start", start)
                .update();
    }

    private UUID contest(
            long commune,
            String code,
            String name,
            String state,
            LocalDate day,
            @Nullable OffsetDateTime opened,
            @Nullable OffsetDateTime closed) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into contest (id, code, unit_id, name, note, first_day, last_day, entrants, sides, full_names,
                                             names_shown, phones, seed, state, created_at, opened_at, closed_at)
                        values (:id, :code, :unit, :name, 'Dữ liệu minh họa: người chơi và câu trả lời đều không có thật.', :day, :day,
                                'ANYONE', 'PERSONS', false, false, false, 2026, :state, :made,
                                cast(:opened as timestamptz), cast(:closed as timestamptz))""")
                .param("id", id)
                .param("code", code)
                .param("unit", commune)
                .param("name", name)
                .param("day", day)
                .param("state", state)
                .param("made", at(day.minusDays(20), 8))
                .param("opened", opened == null ? null : opened.toString())
                .param("closed", closed == null ? null : closed.toString())
                .update();
        return id;
    }

    private void vote(Team team, LocalDate day) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into ballot (id, team_id, title, note, held_on, most, state, created_at)
                        values (:id, :team, 'Giữ bàn hỗ trợ sáng thứ Bảy cả quý IV', 'Dữ liệu minh họa', :day, 1, 'COUNTING', :at)""")
                .param("id", id)
                .param("team", team.id())
                .param("day", day)
                .param("at", at(day, 19))
                .update();
        sql.sql("""
                        insert into ballot_option (ballot_id, position, name)
                        values (:id, 1, 'Tán thành'), (:id, 2, 'Không tán thành'), (:id, 3, 'Không có ý kiến')""").param("id", id).update();
    }

    private static OffsetDateTime at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Days.ZONE).toOffsetDateTime();
    }
}
