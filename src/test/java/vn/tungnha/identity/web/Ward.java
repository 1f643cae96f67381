package vn.tungnha.identity.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;

/** Real things of one team and its ward in the demonstration, the people of the place, and people of elsewhere. */
class Ward {

    static final String CODE = "20209";

    private final JdbcClient jdbc;
    private final TestAccounts accounts;
    private final long team;
    private final String code;
    private final Map<String, String> things;

    /** That of team 33. */
    Ward(JdbcClient jdbc) {
        this(jdbc, leading(jdbc, "totruong33"), CODE);
        things.put("account", account("thanhvien33").toString());
    }

    Ward(JdbcClient jdbc, long team, String code) {
        this.jdbc = jdbc;
        this.team = team;
        this.code = code;
        accounts = new TestAccounts(jdbc);
        things = new HashMap<>(Map.of(
                "team", String.valueOf(team),
                "member", id("select id from team_member where team_id = ? and account_id is null limit 1"),
                "household", id("select household_id from visit where team_id = ? order by visited_at desc limit 1"),
                "resident", id("""
                    select r.id from resident r join visit v on v.household_id = r.household_id
                    where v.team_id = ? and r.status = 'PRESENT' order by v.visited_at desc limit 1\
                    """),
                "visit", id("""
                    select v.id from visit v where v.team_id = ? and v.status <> 'WITHDRAWN'
                    order by exists (select from assignment s where s.account_id = v.recorded_by
                        and s.role = 'TEAM_LEADER') desc, v.visited_at desc limit 1\
                    """),
                "held", id("""
                    insert into held_visit (id, kind, visit_id, state, reasons, team_id, village_id, household_id,
                           visited_at, visited_on, body, body_hash, told_by, received_at)
                    select made.id, 'VISIT', made.id, 'WAITING', 'HOUSEHOLD_ENDED', v.team_id,
                           h.village_id, v.household_id, v.visited_at, v.visited_on,
                           jsonb_build_object('id', v.id, 'householdId', v.household_id, 'teamId', v.team_id,
                                              'visitedAt', '2026-11-01T02:00:00Z', 'outcome', 'MET'),
                           '', coalesce(v.recorded_by, (select id from account where username = 'tanchinh')), now()
                    from visit v join household h on h.id = v.household_id
                    cross join (select gen_random_uuid() as id) made
                    where v.team_id = ? order by v.visited_at desc limit 1 returning id\
                    """),
                "unit", code));
        things.put("desk", id("""
            insert into desk (id, team_id, village_id, name, held_on, started_at, created_at)
            select gen_random_uuid(), a.team_id, a.village_id, 'Chợ', current_date, now(), now()
            from team_area a where a.team_id = ? and a.home order by a.valid_to desc limit 1 returning id\
            """));
        things.put("notebook", id("""
            insert into notebook (id, team_id, typed_by, day, form, created_at, changed_at)
            select gen_random_uuid(), t.id, a.id, current_date, '{}', now(), now()
            from team t cross join account a where t.id = ? and a.username = 'tanchinh' returning id\
            """));
        things.put("unit-change", String.valueOf(number("""
            insert into unit_change (kind, level, effective, plan, unit_ids, state, drafted_by, drafted_at)
            select 'MERGE', 'VILLAGE', current_date + 30,
                   jsonb_build_object('kind', 'MERGE', 'level', 'VILLAGE', 'effective', (current_date + 30)::text,
                       'sources', jsonb_agg(v.id), 'goesOn', false, 'parts', jsonb_build_array(
                           jsonb_build_object('into', min(v.id), 'children', '[]'::jsonb, 'alleys', '[]'::jsonb))),
                   array_agg(v.id), 'DRAFT', (select id from account where username = 'tanchinh'), now()
            from (select p.unit_id as id from unit_parent p join unit_version w on w.unit_id = p.parent_id
                  where w.code = ? and w.valid_to = '9999-12-31' and p.valid_to = '9999-12-31'
                  order by 1 limit 2) v
            returning id\
            """, code)));
        things.put(
                "paper",
                String.valueOf(jdbc.sql("""
                    with sent as (
                        insert into sent_paper (form_id, form_version_id, team_id, place, period, first_day, last_day, revision, title,
                                                text, locked, sent_at)
                        select f.id, v.id, ?, 'Tổ', '2026-10', '2026-10-01', '2026-10-31',
                               (select 1 + count(*) from sent_paper), 'Báo cáo', 'Báo cáo', false, now()
                        from paper_form_version v join paper_form f on f.id = v.form_id and f.code = 'TEAM' limit 1 returning id)
                    insert into sent_paper_file (paper_id, format, name, sha256, content)
                    select id, 'docx', 'a.docx', '', '' from sent returning paper_id\
                    """).param(team).query(Long.class).single()));
        lifeOfTheTeam();
        things.put("share", id("""
            insert into field_share (id, team_id, day, shared_at)
            values (gen_random_uuid(), ?, current_date, now()) returning id\
            """));
        things.put("activity", id("""
            insert into activity (id, kind, trains, duty, sign_up, desk, title, place, village_id, team_id, held_on,
                                  starts_at, ends_at, state, created_at)
            select gen_random_uuid(), 'OUTREACH', false, true, false, false, 'Thử', 'Thử', a.village_id, a.team_id,
                   current_date, now(), now() + interval '1 hour', 'PLANNED', now()
            from team_area a where a.team_id = ? and a.home order by a.valid_to desc limit 1 returning id\
            """));
        things.put("activity-person", id("""
            insert into activity_person (id, activity_id, member_id, on_duty, signed_up_at)
            select gen_random_uuid(), '%s', m.id, true, now()
            from team_member m where m.team_id = ? order by m.id limit 1 returning id\
            """.formatted(things.get("activity"))));
        things.put(
                "activity-file",
                jdbc.sql("""
            insert into activity_file (id, activity_id, kind, title, media_type, content, added_at)
            values (gen_random_uuid(), cast(? as uuid), 'FILE', 'Thử', 'application/pdf', 'thử', now()) returning id::text\
            """).param(things.get("activity")).query(String.class).single());
        things.put("market", id("""
            with made as (
                insert into market (id, kind, name, address, opened_on, created_at)
                values (gen_random_uuid(), 'MARKET', 'Thử', 'Thử', current_date, now()) returning id)
            insert into market_place (market_id, village_id)
            select m.id, a.village_id from made m join team_area a on a.team_id = ? and a.home
            order by a.valid_to desc limit 1 returning market_id\
            """));
        things.put("saving", id("""
            insert into faster_procedure (id, unit_id, year, field, name, audience, legal_days, actual_days, dossiers, source, created_at)
            select gen_random_uuid(), a.village_id, 2026, 'Thử', 'Thử ' || gen_random_uuid(), 'CITIZEN', 5, 3, 1, 'Thử', now()
            from team_area a where a.team_id = ? and a.home order by a.valid_to desc limit 1 returning id\
            """));
        things.put("model", id("""
            insert into community_model (id, kind, name, owner, unit_id, founded_on, digital, summary, created_at)
            select gen_random_uuid(), 'OTHER', 'Thử', 'Thử', a.village_id, current_date, true, 'Thử', now()
            from team_area a where a.team_id = ? and a.home order by a.valid_to desc limit 1 returning id\
            """));
        things.put(
                "stall",
                jdbc.sql("""
            insert into stall (id, market_id, line, number, sort_key, opened_on, search, created_at)
            values (gen_random_uuid(), cast(? as uuid), 'A', '1', 'a 1', current_date, '', now()) returning id::text\
            """).param(things.get("market")).query(String.class).single());
        things.put("campaign", id("""
            with made as (
                insert into campaign (id, name, team_id, first_day, last_day, created_at)
                values (gen_random_uuid(), 'Thử', ?, current_date, current_date, now()) returning id, team_id)
            insert into campaign_team (campaign_id, team_id) select id, team_id from made returning campaign_id\
            """));
        contests();
        things.put("request", id("""
            insert into citizen_request (id, kind, code_hash, ward_id, village_id, team_id, may_publish, state, received_at, due_on)
            select gen_random_uuid(), 'VISIT', sha256(gen_random_uuid()::text::bytea), c.ancestor_id, a.village_id, a.team_id,
                   false, 'ASSIGNED', now(), current_date
            from team_area a
            join unit_closure c on c.descendant_id = a.village_id and current_date between c.valid_from and c.valid_to
            join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
            where a.team_id = ? and a.home order by a.valid_to desc limit 1 returning id\
            """));
        things.put("warning", id("""
            insert into scam_warning (id, unit_id, issued_on, title, words, advice, source, written_at)
            select gen_random_uuid(), c.ancestor_id, current_date, 'Thử', 'Thử', 'Thử', 'Thử', now()
            from team_area a
            join unit_closure c on c.descendant_id = a.village_id and current_date between c.valid_from and c.valid_to
            join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
            where a.team_id = ? and a.home order by a.valid_to desc limit 1 returning id\
            """));
        things.put(
                "cascade", jdbc.sql("""
                    insert into target_cascade (id, indicator_id, unit_id, period, kind, method, given, entered_at)
                    select gen_random_uuid(), i.id, v.unit_id, '2026', 'COUNT', 'EVEN', 0, now()
                    from indicator i cross join unit_version v
                    where i.code = 'VISITS' and v.code = ? and current_date between v.valid_from and v.valid_to
                    returning id\
                    """).param(code).query(UUID.class).single().toString());
    }

    /** A decision with a file, a change, a handover. */
    private void lifeOfTheTeam() {
        long decision = number("""
            insert into decision_paper (kind, unit_id, effective, drafted_at, number, dated, signer)
            select 'RENEW', v.unit_id, current_date, now(), '1/QĐ-UBND', current_date, 'Chủ tịch'
            from unit_version v where v.code = ? and current_date between v.valid_from and v.valid_to returning id\
            """, code);
        jdbc.sql("insert into decision_paper_team (paper_id, team_id) values (?, ?)")
                .params(decision, team)
                .update();
        things.put("decision", String.valueOf(decision));
        things.put(
                "decision-file",
                String.valueOf(jdbc.sql("""
                    insert into decision_paper_file (paper_id, kind, name, type, size, sha256, content, added_at)
                    values (?, 'SIGNED', 'a.pdf', 'application/pdf', 1, '', 'a', now()) returning id\
                    """).param(decision).query(Long.class).single()));
        long change = jdbc.sql("""
                    insert into team_change (kind, effective, reason, made_at) values ('AREA', current_date, 'thử', now())
                    returning id\
                    """).query(Long.class).single();
        jdbc.sql("insert into team_change_team (change_id, team_id, name, side) values (?, ?, 'Tổ', 'FROM')")
                .params(change, team)
                .update();
        things.put("team-change", String.valueOf(change));
        things.put(
                "handover",
                String.valueOf(jdbc.sql("""
                    insert into team_handover (team_id, successor_id, from_day, made_at)
                    select m.team_id, m.id, current_date, now() from team_member m
                    where m.team_id = ? and m.role = 'LEADER' limit 1 returning id\
                    """).param(team).query(Long.class).single()));
    }

    /** A contest of the team with a round that asks a question of the ward, one entry, and a vote of the team. */
    private void contests() {
        things.put(
                "quiz-question", jdbc.sql("""
                    insert into quiz_question (id, unit_id, topic, kind, text, explanation, study, created_at)
                    select gen_random_uuid(), v.unit_id, 'OTHER', 'SINGLE', 'Thử?', '', false, now()
                    from unit_version v where v.code = ? and current_date between v.valid_from and v.valid_to returning id::text\
                    """).param(code).query(String.class).single());
        jdbc.sql("""
                    insert into quiz_choice (question_id, position, text, correct)
                    values (cast(:id as uuid), 1, 'Có', true), (cast(:id as uuid), 2, 'Không', false)\
                    """).param("id", things.get("quiz-question")).update();
        things.put("contest", id("""
            insert into contest (id, code, team_id, name, first_day, last_day, entrants, sides, full_names, names_shown, phones,
                                 seed, state, created_at)
            select gen_random_uuid(), lpad((floor(random() * 1000000))::int::text, 6, '0'), t.id, 'Thử', current_date, current_date,
                   'ANYONE', 'PERSONS', false, false, false, 7, 'OPEN', now()
            from team t where t.id = ? returning id\
            """));
        things.put(
                "contest-round",
                jdbc.sql("""
                    with made as (
                        insert into contest_round (id, contest_id, position, name, seconds, points)
                        values (gen_random_uuid(), cast(:contest as uuid), 1, 'Vòng 1', 30, 10) returning id)
                    insert into contest_question (round_id, question_id)
                    select id, cast(:question as uuid) from made returning round_id::text\
                    """)
                        .param("contest", things.get("contest"))
                        .param("question", things.get("quiz-question"))
                        .query(String.class)
                        .single());
        things.put(
                "contest-entry",
                jdbc.sql("""
                    insert into contest_entry (id, contest_id, nickname, nickname_key, device, entered_at)
                    values (gen_random_uuid(), cast(? as uuid), 'Thử', 'thu', 'thử', now()) returning id::text\
                    """).param(things.get("contest")).query(String.class).single());
        things.put("ballot", id("""
            with made as (
                insert into ballot (id, team_id, title, held_on, most, state, created_at)
                values (gen_random_uuid(), ?, 'Thử', current_date, 1, 'COUNTING', now()) returning id)
            insert into ballot_option (ballot_id, position, name) select id, 1, 'Có' from made returning ballot_id\
            """));
    }

    private void forgetContests() {
        for (String statement : List.of(
                "delete from contest_entry where contest_id = cast(:contest as uuid)",
                "delete from contest_question where question_id = cast(:question as uuid)",
                "delete from contest_round where contest_id = cast(:contest as uuid)",
                "delete from contest where id = cast(:contest as uuid)",
                "delete from quiz_question where id = cast(:question as uuid)",
                "delete from ballot_count where ballot_id = cast(:ballot as uuid)",
                "delete from ballot_option where ballot_id = cast(:ballot as uuid)",
                "delete from ballot where id = cast(:ballot as uuid)")) {
            jdbc.sql(statement)
                    .param("contest", things.get("contest"))
                    .param("question", things.get("quiz-question"))
                    .param("ballot", things.get("ballot"))
                    .update();
        }
    }

    long team() {
        return team;
    }

    /** Ids by kind of thing. */
    Map<String, String> things() {
        return things;
    }

    /** Other tests walk through the same demonstration. */
    void leaveNothingBehind() {
        forgetContests();
        jdbc.sql("delete from unit_change where id = ?")
                .param(Long.valueOf(things.get("unit-change")))
                .update();
        jdbc.sql("delete from team_handover where id = ?")
                .param(Long.valueOf(things.get("handover")))
                .update();
        jdbc.sql("delete from team_change_team where change_id = ?")
                .param(Long.valueOf(things.get("team-change")))
                .update();
        jdbc.sql("delete from team_change where id = ?")
                .param(Long.valueOf(things.get("team-change")))
                .update();
        jdbc.sql("delete from campaign_team where campaign_id = cast(? as uuid)")
                .param(things.get("campaign"))
                .update();
        for (String part : List.of("activity_team", "activity_person", "activity_file")) {
            jdbc.sql("delete from " + part + " where activity_id = cast(? as uuid)")
                    .param(things.get("activity"))
                    .update();
        }
        for (String part : List.of("stall_code", "stall_visit", "stall_way")) {
            jdbc.sql("delete from " + part + " where stall_id = cast(? as uuid)")
                    .param(things.get("stall"))
                    .update();
        }
        for (String part : List.of("stall", "market_round", "market_place")) {
            jdbc.sql("delete from " + part + " where market_id = cast(? as uuid)")
                    .param(things.get("market"))
                    .update();
        }
        for (String part : List.of("model_evidence", "model_review")) {
            jdbc.sql("delete from " + part + " where model_id = cast(? as uuid)")
                    .param(things.get("model"))
                    .update();
        }
        Map.ofEntries(
                        Map.entry("request", "citizen_request"),
                        Map.entry("warning", "scam_warning"),
                        Map.entry("activity", "activity"),
                        Map.entry("market", "market"),
                        Map.entry("model", "community_model"),
                        Map.entry("saving", "faster_procedure"),
                        Map.entry("campaign", "campaign"),
                        Map.entry("held", "held_visit"),
                        Map.entry("desk", "desk"),
                        Map.entry("notebook", "notebook"),
                        Map.entry("share", "field_share"),
                        Map.entry("cascade", "target_cascade"))
                .forEach((thing, table) -> jdbc.sql("delete from " + table + " where id = cast(? as uuid)")
                        .param(things.get(thing))
                        .update());
    }

    Map<Role, UUID> people() {
        return new EnumMap<>(Map.of(
                Role.ADMIN, account("quantri"),
                Role.PROVINCE_OFFICER, account("thanhpho"),
                Role.DISTRICT_OFFICER, account("thanhkhe"),
                Role.WARD_OFFICER, account("tanchinh"),
                Role.WARD_LEADER, account("chutich"),
                Role.LEADERSHIP_VIEWER, account("lanhdao"),
                Role.TEAM_LEADER, account("totruong33"),
                Role.TEAM_MEMBER, account("thanhvien33")));
    }

    /** Officials of another province, and the team next door. */
    Map<Role, UUID> strangers() {
        long commune = place("hakhanh");
        Map<Role, UUID> strangers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            switch (role) {
                case ADMIN -> {}
                case TEAM_LEADER, TEAM_MEMBER -> strangers.put(role, someone(role, null, neighbour()));
                case PROVINCE_OFFICER -> strangers.put(role, someone(role, province(commune), null));
                default -> strangers.put(role, someone(role, commune, null));
            }
        }
        return strangers;
    }

    /** The same people, who may look at the figures of this very province besides: what they may do is to end elsewhere. */
    Map<Role, UUID> viewers() {
        Map<Role, UUID> viewers = strangers();
        viewers.values()
                .forEach(account -> accounts.assign(
                        account,
                        Role.LEADERSHIP_VIEWER,
                        province(place("tanchinh")),
                        null,
                        Days.SINCE_EVER,
                        Days.FOREVER));
        return viewers;
    }

    UUID someone(Role role, Long unit, Long ofTeam) {
        UUID account = accounts.account("la-" + role + "-" + System.nanoTime());
        accounts.assign(account, role, unit, ofTeam, Days.SINCE_EVER, Days.FOREVER);
        return account;
    }

    long neighbour() {
        return jdbc.sql("select min(team_id) from team_area where team_id > ? and valid_to = '9999-12-31'")
                .param(team)
                .query(Long.class)
                .single();
    }

    /** Where somebody of the demonstration works. */
    long place(String username) {
        return number("""
            select unit_id from assignment s join account a on a.id = s.account_id
            where username = ? order by s.valid_to desc, s.valid_from desc limit 1\
            """, username);
    }

    long province(long commune) {
        return jdbc.sql("""
            select c.ancestor_id from unit_closure c join unit u on u.id = c.ancestor_id and u.level = 'PROVINCE'
            where c.descendant_id = ? order by c.valid_to desc limit 1\
            """).param(commune).query(Long.class).single();
    }

    private static long leading(JdbcClient jdbc, String username) {
        return jdbc.sql("select team_id from assignment s join account a on a.id = s.account_id where username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }

    private UUID account(String username) {
        return jdbc.sql("select id from account where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
    }

    private String id(String query) {
        return jdbc.sql(query).param(team).query(UUID.class).single().toString();
    }

    private long number(String query, String parameter) {
        return jdbc.sql(query).param(parameter).query(Long.class).single();
    }
}
