package vn.tungnha.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;

@SpringBootTest(properties = "tungnha.catalogue.load=true")
@Import(DatabaseConfiguration.class)
@ActiveProfiles("test")
@Tag("slow")
class UnitCatalogueTests {

    private static final LocalDate THREE_TIERS = LocalDate.of(2024, 9, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    Units units;

    @Autowired
    UnitCatalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 63, 705, 10595",
        "2024-09-01, 63, 704, 10542",
        "2024-11-01, 63, 704, 10472",
        "2024-12-01, 63, 701, 10322",
        "2025-01-01, 63, 696, 10039",
        "2025-06-30, 63, 696, 10035",
        "2025-07-01, 34, 0, 3321",
        "2026-04-30, 34, 0, 3321"
    })
    void holdsTheOfficialNumberOfUnitsOnEachDay(LocalDate day, long provinces, long districts, long communes) {
        assertThat(count(UnitLevel.PROVINCE, day)).isEqualTo(provinces);
        assertThat(count(UnitLevel.DISTRICT, day)).isEqualTo(districts);
        assertThat(count(UnitLevel.COMMUNE, day)).isEqualTo(communes);
    }

    @ParameterizedTest
    @CsvSource({"2024-05-01", "2025-01-01", "2025-07-01", "2026-11-22"})
    void putsEveryCommuneUnderExactlyOneProvince(LocalDate day) {
        assertThat(jdbc.sql("""
                                select count(*), count(distinct c.descendant_id)
                                from unit_closure c
                                join unit p on p.id = c.ancestor_id and p.level = 'PROVINCE'
                                join unit d on d.id = c.descendant_id and d.level = 'COMMUNE'
                                where :day between c.valid_from and c.valid_to
                                """).param("day", day).query().singleRow().values())
                .containsOnly(count(UnitLevel.COMMUNE, day));
    }

    @ParameterizedTest
    @CsvSource({"2024-05-01", "2025-01-01", "2025-07-01", "2026-11-22"})
    void carriesEveryProvinceAndCommuneWithWeightOne(LocalDate day) {
        assertThat(jdbc.sql("""
                                select distinct coalesce(w.weight, 0) from unit u
                                left join lateral (select sum(l.weight) as weight from unit_lineage l
                                    where l.from_id = u.id and :day between l.valid_from and l.valid_to) w on true
                                where u.level in ('PROVINCE', 'COMMUNE') and u.valid_from <= :day
                                """).param("day", day).query(BigDecimal.class).list())
                .hasSize(1)
                .allSatisfy(weight -> assertThat(weight).isEqualByComparingTo("1"));
    }

    @Test
    void readsACodeThatWasGivenAgain() {
        UnitView before = units.require("20209", THREE_TIERS);
        UnitView today = units.require("20209", TODAY);

        assertThat(before.fullName()).isEqualTo("Phường Xuân Hà");
        assertThat(today.fullName()).isEqualTo("Phường Thanh Khê");
        assertThat(before.id()).isNotEqualTo(today.id());
        assertThat(units.successors(before.id(), TODAY)).containsExactly(today);
    }

    @Test
    void followsTanChinhToThanhKhe() {
        UnitView tanChinh = units.require("20212", THREE_TIERS);

        assertThat(tanChinh.validTo()).isEqualTo("2024-12-31");
        assertThat(names(units.ancestors(tanChinh.id(), THREE_TIERS))).containsExactly("Đà Nẵng", "Thanh Khê");
        assertThat(names(units.successors(tanChinh.id(), THREE_TIERS))).containsExactly("Tân Chính");
        assertThat(names(units.successors(tanChinh.id(), LocalDate.of(2025, 3, 1))))
                .containsExactly("Chính Gián");
        assertThat(names(units.successors(tanChinh.id(), TODAY))).containsExactly("Thanh Khê");
        assertThatThrownBy(() -> units.require("20212", TODAY))
                .isInstanceOfSatisfying(UnitNotInForce.class, gone -> assertThat(names(gone.getSuccessors()))
                        .containsExactly("Thanh Khê"));
    }

    @Test
    void continuesThanhKheDistrictInAnAreaOfTwoWards() {
        UnitView district = units.require("491", THREE_TIERS);
        UnitView area = units.require("KV-THANH-KHE", TODAY);

        assertThat(names(units.children(area.id(), TODAY))).containsExactly("An Khê", "Thanh Khê");
        assertThat(units.successors(district.id(), TODAY)).containsExactly(area);
        assertThat(units.ancestors(units.require("20209", TODAY).id(), TODAY))
                .extracting(UnitView::code)
                .containsExactly("48");
        assertThat(units.under(district.id(), UnitLevel.COMMUNE, THREE_TIERS)).hasSize(10);
        assertThat(units.children(area.id(), THREE_TIERS)).isEmpty();
    }

    @Test
    void sendsAllPeopleToTheOnlyPieceWithPeople() {
        var rows = jdbc.sql("""
                        select l.weight, l.exact from unit_lineage l
                        where l.from_id in (select from_id from unit_succession group by from_id
                              having count(*) filter (where detail = 'AREA_ONLY') = count(*) - 1 and count(*) > 1)
                          and l.valid_from = '2025-07-01' group by 1, 2
                        """).query().listOfRows();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).containsEntry("exact", true);
    }

    @Test
    void findsWithoutDiacritics() {
        UnitQuery query = UnitQuery.on(TODAY).level(UnitLevel.COMMUNE);

        assertThat(names(units.search(query.q("phuong thanh khe"), new Paging(0, 10))
                        .items()))
                .containsExactly("Thanh Khê");
        assertThat(names(units.search(query.q("ĐẶC KHU BẠCH LONG"), new Paging(0, 10))
                        .items()))
                .containsExactly("Bạch Long Vĩ");
        assertThat(units.search(query.q("20209"), new Paging(0, 10)).items()).hasSize(1);
        assertThat(units.search(query.q("%"), new Paging(0, 10)).total()).isZero();
    }

    @Test
    void pagesThroughTheCountry() {
        var page = units.search(UnitQuery.on(TODAY).level(UnitLevel.COMMUNE), new Paging(3, 1000));

        assertThat(page.total()).isEqualTo(3321);
        assertThat(page.items()).hasSize(321);
    }

    @Test
    void tellsAnUnknownCodeFromAnEndedOne() {
        assertThatThrownBy(() -> units.require("99999", TODAY))
                .isInstanceOf(NotFound.class)
                .isNotInstanceOf(UnitNotInForce.class);
    }

    @Test
    void loadsOnlyOnce() {
        assertThat(catalogue.load()).isFalse();
    }

    private long count(UnitLevel level, LocalDate day) {
        return units.search(UnitQuery.on(day).level(level), new Paging(0, 1)).total();
    }

    private static List<String> names(List<UnitView> found) {
        return found.stream().map(UnitView::name).toList();
    }
}
