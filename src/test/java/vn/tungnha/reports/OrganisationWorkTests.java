package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tungnha.reports.OrganisationWork.Done;
import vn.tungnha.reports.OrganisationWork.Part;
import vn.tungnha.reports.OrganisationWork.Responsible;

class OrganisationWorkTests {

    @Test
    void gathersTheTeamsOfOneOrganisationHoweverItsNameIsTyped() {
        List<Responsible> all = OrganisationWork.gathered(
                Map.of(1L, "Hội Phụ nữ", 2L, "HỘI PHỤ NỮ", 3L, "Đoàn Thanh niên", 4L, ""),
                List.of(
                        new Part(1, "Hội Phụ nữ", done(5)),
                        new Part(3, "Đoàn Thanh niên", done(9)),
                        new Part(4, "", done(90))));

        assertThat(all).hasSize(3);
        assertThat(all.get(0).name()).isEqualTo("Đoàn Thanh niên");
        assertThat(all.get(1).teams()).isEqualTo(2);
        assertThat(all.get(1).active()).isEqualTo(1);
        assertThat(all.get(1).done().visits()).isEqualByComparingTo("5");
        assertThat(all.get(2).name()).isNull();
    }

    @Test
    void leavesPastResultsWithTheOrganisationOfTheirDays() {
        List<Responsible> all = OrganisationWork.gathered(
                Map.of(1L, "Đoàn Thanh niên"),
                List.of(new Part(1, "Hội Phụ nữ", done(5)), new Part(1, "Đoàn Thanh niên", done(2))));

        assertThat(all)
                .extracting(Responsible::name, Responsible::teams, it -> it.done()
                        .visits()
                        .intValue())
                .containsExactly(tuple("Hội Phụ nữ", 0, 5), tuple("Đoàn Thanh niên", 1, 2));
    }

    private static Done done(long visits) {
        return new Done(BigDecimal.valueOf(visits), BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
