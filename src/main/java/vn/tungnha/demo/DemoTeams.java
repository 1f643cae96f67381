package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.postgresql.copy.CopyManager;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.SortKeys;

/** One team for each residential group: seven members from the organisations the city names. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoTeams {

    /** Tân Chính is published: 36 teams, 252 members under one decision. Other wards' decisions are made up and say so. */
    private static final String PUBLISHED_WARD = "20212";

    private static final String[] SEATS = {
        "TDP", "DOAN_TN", "CONG_AN", "PHU_NU", "CUU_CHIEN_BINH", "MAT_TRAN", "CAO_TUOI"
    };
    private static final String[] LAST_SEAT = {"CAO_TUOI", "DOANH_NGHIEP", "NONG_DAN", "UBND"};
    private static final String[] RESPONSIBLE = {
        "Hội Liên hiệp Phụ nữ phường",
        "Đoàn Thanh niên phường",
        "Hội Cựu chiến binh phường",
        "Mặt trận Tổ quốc phường",
        "Công an phường",
        "Hội Người cao tuổi phường"
    };

    private final JdbcClient sql;

    List<Team> write(List<Village> villages, Names names, CopyManager copy) {
        List<Long> ids = sql.sql("select nextval(pg_get_serial_sequence('team', 'id')) from generate_series(1, :n)")
                .param("n", villages.size())
                .query(Long.class)
                .list();
        CopyWriter teams = new CopyWriter(
                "team",
                "id, version, name, number, kind, search, decision_number, decision_date, decision_signer, "
                        + "group_kind, group_households, status, established_on");
        CopyWriter responsible = new CopyWriter("team_responsible", "team_id, name, valid_from");
        CopyWriter areas = new CopyWriter("team_area", "team_id, village_id, home, valid_from");
        CopyWriter members = new CopyWriter(
                "team_member",
                "id, version, team_id, name, sort_key, role, organisation, phone, trained_on, account_id, joined_on");
        List<Team> result = new ArrayList<>();
        for (Village village : villages) {
            Dice dice = new Dice("team " + village.code());
            Team team = team(ids.get(result.size()), village, dice);
            write(team, teams, areas, responsible, dice);
            for (int seat = 0; seat < team.members().size(); seat++) {
                write(team, seat, names, members, dice);
            }
            result.add(team);
        }
        List.of(teams, areas, responsible, members).forEach(each -> each.send(copy));
        return result;
    }

    private static Team team(long id, Village village, Dice dice) {
        List<UUID> members = new ArrayList<>();
        for (int seat = 0; seat < SEATS.length; seat++) {
            members.add(dice.uuid());
        }
        boolean published = village.ward().code().equals(PUBLISHED_WARD);
        LocalDate established = published
                ? LocalDate.of(2023, 11, 29)
                : LocalDate.of(2023, 12, 1).plusDays(village.ward().id() % 20);
        double pace = village.ward().pace() * (dice.chance(0.08) ? 0.4 : 0.8 + 0.4 * dice.number());
        int silent = dice.chance(0.03) ? dice.between(14, 24) : 0;
        Team team = new Team(id, village, established, members, pace, silent);
        return team.showcase()
                ? new Team(id, village, established, members, village.ward().pace() * 1.25, 0)
                : team;
    }

    private static void write(Team team, CopyWriter teams, CopyWriter areas, CopyWriter responsible, Dice dice) {
        Village village = team.village();
        boolean published = village.ward().code().equals(PUBLISHED_WARD);
        String decision = published ? "103/QĐ-UBND" : (40 + village.ward().id() % 60) + "/QĐ-UBND (minh họa)";
        String signer = published
                ? "Chủ tịch UBND phường Tân Chính"
                : "Chủ tịch UBND phường " + village.ward().name();
        int inGroup = village.ward().households() - dice.between(2, 12);
        String organisation = dice.of(RESPONSIBLE);
        teams.row(
                team.id(),
                0,
                village.nameToday(),
                village.number(),
                village.ward().code().startsWith("20") ? "CNSCD_DA06" : "CNSCD",
                SortKeys.fold(village.nameToday() + " " + decision),
                decision,
                team.established(),
                signer,
                dice.chance(0.85) ? "ZALO" : null,
                inGroup,
                "ACTIVE",
                team.established());
        responsible.row(team.id(), organisation, team.established());
        areas.row(team.id(), village.id(), true, team.established());
    }

    private static void write(Team team, int seat, Names names, CopyWriter members, Dice dice) {
        boolean male = seat == 2 || seat == 4 || (seat != 3 && dice.chance(0.5));
        int born =
                seat == 1 ? dice.between(1990, 2001) : seat >= 5 ? dice.between(1952, 1968) : dice.between(1962, 1985);
        String given = names.full(names.family(dice), male, born, dice);
        UUID account = team.showcase() ? DemoAccounts.ofSeat(seat) : null;
        String name = account == null ? given : DemoAccounts.nameOf(account);
        boolean ward = team.village().ward().teams() > 20;
        members.row(
                team.members().get(seat),
                0,
                team.id(),
                name,
                SortKeys.person(name),
                seat == 0 ? "LEADER" : seat == 1 ? "DEPUTY" : "MEMBER",
                seat == 6 && ward ? dice.of(LAST_SEAT) : SEATS[seat],
                dice.chance(0.8) ? "0900 000 " + dice.between(100, 999) : null,
                dice.chance(0.88) ? LocalDate.of(2024, 1, 6).plusDays(7L * dice.below(60)) : null,
                account,
                team.established());
    }
}
