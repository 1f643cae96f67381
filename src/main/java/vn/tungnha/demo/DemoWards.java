package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** The wards of the demonstration and their residential groups, followed through the mergers of the codes. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoWards {

    /** The codes of the list are codes of this day. */
    private static final LocalDate LISTED = LocalDate.of(2024, 12, 31);

    private final JdbcClient sql;

    List<Ward> wards() {
        return ReferenceFile.rows("demo/wards.txt").stream()
                .map(row -> {
                    long id = commune(row[0]);
                    return new Ward(
                            row[0],
                            name(id),
                            Integer.parseInt(row[1]),
                            Integer.parseInt(row[2]),
                            Double.parseDouble(row[3]),
                            Double.parseDouble(row[4]),
                            row[5],
                            Arrays.asList(ReferenceFile.list(row[6])),
                            stays(id));
                })
                .toList();
    }

    /** One residential group for each team; ids are taken from the sequence of units. */
    List<Village> villages(List<Ward> wards) {
        List<Long> ids = sql.sql("select nextval(pg_get_serial_sequence('unit', 'id')) from generate_series(1, :n)")
                .param("n", wards.stream().mapToInt(Ward::teams).sum())
                .query(Long.class)
                .list();
        List<Village> villages = new ArrayList<>();
        for (Ward ward : wards) {
            for (int number = 1; number <= ward.teams(); number++) {
                villages.add(new Village(ids.get(villages.size()), ward, number, names(ward, number, wards)));
            }
        }
        return villages;
    }

    private static List<Village.Called> names(Ward ward, int number, List<Ward> wards) {
        TreeSet<LocalDate> mergers = new TreeSet<>();
        ward.stays().stream().skip(1).forEach(stay -> mergers.add(stay.from()));
        for (LocalDate day : mergers) {
            long commune = ward.communeOn(day);
            boolean twice = wards.stream()
                    .anyMatch(other -> other != ward && other.communeOn(day) == commune && number <= other.teams());
            if (twice) {
                return Village.renamed(ward, number, day);
            }
        }
        return List.of(new Village.Called(Village.plain(number), Days.SINCE_EVER, Days.FOREVER));
    }

    private long commune(String code) {
        return sql.sql("""
                        select u.id from unit u join unit_version v on v.unit_id = u.id
                        where v.code = :code and u.level = 'COMMUNE' and :day between v.valid_from and v.valid_to""")
                .param("code", code)
                .param("day", LISTED)
                .query(Long.class)
                .single();
    }

    private String name(long id) {
        return sql.sql("select name from unit_version where unit_id = :id and :day between valid_from and valid_to")
                .param("id", id)
                .param("day", LISTED)
                .query(String.class)
                .single();
    }

    private List<Ward.Stay> stays(long id) {
        return sql.sql("""
                        with recursive stay as (
                            select id, valid_from, valid_to from unit where id = :id
                            union all
                            select t.id, s.effective, t.valid_to from stay f
                            join unit_succession s on s.from_id = f.id and s.kind = 'WHOLE'
                            join unit t on t.id = s.to_id)
                        select id, valid_from, valid_to from stay order by valid_from""")
                .param("id", id)
                .query((row, n) -> new Ward.Stay(
                        row.getLong(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .list();
    }
}
