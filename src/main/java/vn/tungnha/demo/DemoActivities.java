package vn.tungnha.demo;

import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** Made-up activities of one former ward: volunteer Saturdays under a campaign, and a class of team 33. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoActivities {

    private static final String WARD = "20212";
    private static final int SATURDAYS_BACK = 6;
    private static final int SATURDAYS_AHEAD = 2;
    private static final int LEARNERS = 6;

    private final JdbcClient sql;

    void write(List<Team> teams, LocalDate today) {
        List<Team> ofWard =
                teams.stream().filter(team -> team.ward().code().equals(WARD)).toList();
        Team own = ofWard.stream().filter(Team::showcase).findFirst().orElseThrow();
        LocalDate last = today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
        UUID campaign = campaign(own.ward().communeOn(today), last.minusWeeks(SATURDAYS_BACK), today.plusDays(30));
        for (Team team : ofWard) {
            int busy = team.showcase() ? SATURDAYS_BACK : team.id() % 5 == 0 ? 2 : 0;
            for (int week = 0; week < busy; week++) {
                saturday(team, campaign, last.minusWeeks(week), true);
            }
        }
        for (int week = 1; week <= SATURDAYS_AHEAD; week++) {
            saturday(own, campaign, last.plusWeeks(week), false);
        }
        classes(own, today);
    }

    private UUID campaign(long commune, LocalDate first, LocalDate last) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into campaign (id, name, unit_id, indicator, goal, first_day, last_day, note, created_at)
                        values (:id, 'Ngày thứ 7 tình nguyện', :unit, 'SATURDAYS_HELD', 900, :first, :last,
                                'Dữ liệu minh họa: mỗi tổ giữ một bàn hỗ trợ sáng thứ Bảy.', :at)""")
                .param("id", id)
                .param("unit", commune)
                .param("first", first)
                .param("last", last)
                .param("at", first.atStartOfDay(Days.ZONE).toOffsetDateTime())
                .update();
        sql.sql("""
                        insert into campaign_team (campaign_id, team_id, quota)
                        select :id, t.team_id, 900 / t.teams + case when t.place <= 900 % t.teams then 1 else 0 end
                        from (select s.team_id, count(*) over () as teams, row_number() over (order by s.team_id) as place
                              from team_area s join unit_closure c on c.descendant_id = s.village_id and c.ancestor_id = :unit
                                and :last between c.valid_from and c.valid_to
                              where s.home and :last between s.valid_from and s.valid_to) t""").param("id", id).param("unit", commune).param("last", last).update();
        return id;
    }

    private void saturday(Team team, UUID campaign, LocalDate day, boolean over) {
        UUID id = activity(
                team,
                campaign,
                "HELP_DESK",
                "Ngày thứ 7 tình nguyện tại Bộ phận Một cửa",
                "Bộ phận Một cửa của phường",
                day,
                over,
                null);
        for (UUID member : team.members().subList(0, 2)) {
            person(id, member, null, true, over, day);
        }
    }

    private void classes(Team team, LocalDate today) {
        LocalDate day = today.minusDays(17);
        UUID held = activity(
                team, null, "TRAINING", "Thanh toán không dùng tiền mặt an toàn", "Nhà văn hóa tổ 33", day, true, 18);
        person(held, team.members().get(0), null, true, true, day);
        for (UUID member : team.members().subList(1, 5)) {
            person(held, member, null, false, true, day);
        }
        List<UUID> learners = sql.sql("""
                        select r.id from resident r join household_placement p on p.household_id = r.household_id
                        where p.village_id = :village and p.valid_to = '9999-12-31' and r.status = 'PRESENT'
                          and r.name is not null and r.birth_year between 1950 and 1990
                        order by r.search, r.id limit :most""")
                .param("village", team.village().id())
                .param("most", LEARNERS)
                .query(UUID.class)
                .list();
        learners.forEach(resident -> person(held, null, resident, false, true, day));
        UUID coming = activity(
                team,
                null,
                "TRAINING",
                "Hướng dẫn cài VNeID cho người cao tuổi",
                "Nhà văn hóa tổ 33",
                today.plusDays(4),
                false,
                null);
        person(coming, team.members().get(0), null, true, false, today);
    }

    private UUID activity(
            Team team,
            @Nullable UUID campaign,
            String kind,
            String title,
            String place,
            LocalDate day,
            boolean over,
            @Nullable Integer others) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into activity (id, campaign_id, kind, trains, duty, sign_up, desk, title, place, village_id, team_id,
                            held_on, starts_at, ends_at, capacity, state, others, happy, neutral, unhappy, results, created_at, closed_at)
                        select :id, :campaign, k.code, k.trains, k.duty, k.sign_up, k.desk, :title, :place, :village, :team,
                               :day, :from, :until, case when k.sign_up then 40 end,
                               case when :over then 'HELD' else 'PLANNED' end, :others,
                               case when :over then 9 end, case when :over then 2 end, case when :over then 0 end,
                               case when :over then 'Bà con đến đông, hỏi nhiều về định danh mức 2 (dữ liệu minh họa).' end,
                               :made, case when :over then cast(:until as timestamptz) end
                        from activity_kind k where k.code = :kind""")
                .param("id", id)
                .param("campaign", campaign, Types.OTHER)
                .param("title", title)
                .param("place", place)
                .param("village", team.village().id())
                .param("team", team.id())
                .param("day", day)
                .param("from", day.atTime(LocalTime.of(8, 0)).atZone(Days.ZONE).toOffsetDateTime())
                .param(
                        "until",
                        day.atTime(LocalTime.of(11, 0)).atZone(Days.ZONE).toOffsetDateTime())
                .param("over", over)
                .param("others", others, Types.INTEGER)
                .param("made", day.minusDays(10).atStartOfDay(Days.ZONE).toOffsetDateTime())
                .param("kind", kind)
                .update();
        return id;
    }

    private void person(
            UUID activity,
            @Nullable UUID member,
            @Nullable UUID resident,
            boolean duty,
            boolean present,
            LocalDate day) {
        sql.sql("""
                        insert into activity_person (id, activity_id, member_id, resident_id, told_as, on_duty, signed_up_at,
                                                     present_at, marked_how)
                        values (gen_random_uuid(), :activity, :member, :resident, :resident, :duty, :at,
                                case when :present then cast(:at as timestamptz) end, case when :present then 'LIST' end)""")
                .param("activity", activity)
                .param("member", member, Types.OTHER)
                .param("resident", resident, Types.OTHER)
                .param("duty", duty)
                .param("present", present)
                .param("at", day.atTime(LocalTime.of(8, 0)).atZone(Days.ZONE).toOffsetDateTime())
                .update();
    }
}
