package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tungnha.reports.OrganisationWork.Done;
import vn.tungnha.reports.OrganisationWork.Responsible;

class OrganisationWorkTests {

    @Test
    void gathersTheTeamsOfOneOrganisationHoweverItsNameIsTyped() {
        List<Responsible> all = OrganisationWork.gathered(
                Map.of(1L, "Hội Phụ nữ", 2L, "HỘI PHỤ NỮ", 3L, "Đoàn Thanh niên", 4L, ""),
                Map.of(1L, done(5), 3L, done(9), 4L, done(90)));

        assertThat(all).hasSize(3);
        assertThat(all.get(0).name()).isEqualTo("Đoàn Thanh niên");
        assertThat(all.get(1).teams()).isEqualTo(2);
        assertThat(all.get(1).active()).isEqualTo(1);
        assertThat(all.get(1).done().visits()).isEqualByComparingTo("5");
        assertThat(all.get(2).name()).isNull();
    }

    private static Done done(long visits) {
        return new Done(BigDecimal.valueOf(visits), BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
