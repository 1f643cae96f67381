package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.households.RegisterSearch.HomeHit;
import vn.tungnha.households.RegisterSearch.PersonHit;
import vn.tungnha.visits.FieldFixture;

/** Whoever types a few letters finds people, addresses and decisions of their own place, and nobody else's. */
@SharedApplication
class SearchTests {

    @Autowired
    private Search search;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        named(field.adult, "Nguyễn Văn Sáu", "nguyen van sau");
    }

    @Test
    void findsPeopleWithoutDiacriticsTheExactNameFirst() {
        for (int i = 0; i < 3; i++) {
            UUID other = resident();
            named(other, "Nguyễn Văn An Sáu", "nguyen van an sau");
        }

        assertThat(search.people("nguyen van sau", field.officer(), 2))
                .extracting(PersonHit::name)
                .containsExactly("Nguyễn Văn Sáu", "Nguyễn Văn An Sáu");
        assertThat(search.people("SÁU nguyễn", field.officer(), 10)).hasSize(4);
    }

    @Test
    void findsNobodyOfAnotherWardNorAnybodyForWhoSeesNoPeople() {
        assertThat(search.people("nguyen van sau", FieldFixture.in(jdbc).officer(), 10))
                .noneMatch(hit -> hit.id().equals(field.adult));
        assertThat(search.people("nguyen van sau", field.stranger(), 10)).isEmpty();
        assertThat(search.homes("hai phong", field.stranger(), 10)).isEmpty();
    }

    @Test
    void leavesOutWhoHasGone() {
        jdbc.sql("update resident set status = 'LEFT' where id = ?")
                .param(field.adult)
                .update();

        assertThat(search.people("nguyen van sau", field.officer(), 10)).isEmpty();
    }

    @Test
    void findsAddresses() {
        assertThat(search.homes("112/14 hai phong", field.officer(), 10))
                .singleElement()
                .extracting(HomeHit::number)
                .isEqualTo("K112/14");
        assertThat(search.homes("100%", field.officer(), 10))
                .as("a sign of patterns is a letter")
                .isEmpty();
    }

    @Test
    void findsDecisionsByTheirNumber() {
        jdbc.sql("update team set decision_number = '127/QĐ-UBND', decision_date = '2023-11-29' where id = ?")
                .param(field.team)
                .update();

        assertThat(search.decisions("127/qd", field.officer(), 10))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.number()).isEqualTo("127/QĐ-UBND");
                    assertThat(hit.team()).isEqualTo(field.team);
                });
        assertThat(search.decisions("127/qd", FieldFixture.in(jdbc).officer(), 10))
                .isEmpty();
    }

    private void named(UUID resident, String name, String search) {
        jdbc.sql("update resident set name = ?, search = ? where id = ?")
                .params(name, search, resident)
                .update();
    }

    private UUID resident() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into resident (id, version, household_id, birth_year, status, created_at)
                        select ?, 0, household_id, 1980, 'PRESENT', now() from resident where id = ?
                        """).params(id, field.adult).update();
        return id;
    }
}
