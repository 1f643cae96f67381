package vn.tungnha.households;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A ward full of made-up people with the names that are frequent, for drills that ask what size costs. */
public final class ManyResidents {

    private ManyResidents() {}

    /** Four to a household; half of them with a phone number of their own. */
    public static void settle(JdbcClient jdbc, long village, int people) {
        jdbc.sql("""
                        with made as (
                            select gen_random_uuid() as household, n from generate_series(1, :people / 4) n
                        ), h as (
                            insert into household (id, version, kind, village_id, alley, number, sort_key, search, status, registered_on, created_at)
                            select household, 0, 'HOUSEHOLD', :village, 'Kiệt ' || n / 50, n % 50 || '', n || '',
                                   'kiet ' || n / 50 || ' ' || n % 50, 'ACTIVE', '2024-01-01', now() from made
                        ), p as (
                            insert into household_placement (household_id, village_id) select household, :village from made
                        ), named as (
                            select m.household, gen_random_uuid() as id,
                                   (array['nguyen','nguyen','nguyen','nguyen','tran','le','pham','hoang','vo','dang'])[1 + floor(random() * 10)::int] || ' '
                                   || (array['van','van','van','thi','thi','thi','huu','duc','minh','ngoc'])[1 + floor(random() * 10)::int] || ' '
                                   || (array['hung','dung','tuan','minh','hai','nam','binh','cuong','long','son','quang','dat','duc','hoang','hieu','hoa','lan','huong','linh','ha','thao','mai','hong','thu','trang','hien','hanh','nga','loan','van'])[1 + floor(random() * 30)::int] as name,
                                   1940 + floor(random() * 68)::int as year
                            from made m cross join generate_series(1, 4) i
                        )
                        insert into resident (id, version, household_id, name, search, birth_year, status, phone_hash, created_at)
                        select id, 0, household, name, name, year, 'PRESENT', case when random() < 0.5 then sha256(id::text::bytea) end, now() from named
                        """).param("people", people).param("village", village).update();
        jdbc.sql("analyze resident").update();
        jdbc.sql("analyze household").update();
    }
}
