package vn.tungnha.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tungnha.reports.web.Pivot.Dimension;

class PivotChoiceTests {

    private static final Set<Dimension> PLAIN = EnumSet.of(Dimension.UNIT, Dimension.PERIOD);
    private static final Set<Dimension> ALL = EnumSet.allOf(Dimension.class);

    @Test
    void setsPlacesAgainstPeriodsUnlessAskedOtherwise() {
        assertThat(Pivot.Choice.of(null, null, ALL)).isEqualTo(new Pivot.Choice(Dimension.UNIT, Dimension.PERIOD));
        assertThat(Pivot.Choice.of("organisation", "account", ALL))
                .isEqualTo(new Pivot.Choice(Dimension.ORGANISATION, Dimension.ACCOUNT));
    }

    @Test
    void neverTurnsOverTheSameTwice() {
        assertThat(Pivot.Choice.of("period", "period", ALL))
                .isEqualTo(new Pivot.Choice(Dimension.PERIOD, Dimension.UNIT));
        assertThat(Pivot.Choice.of(null, "unit", ALL)).isEqualTo(new Pivot.Choice(Dimension.PERIOD, Dimension.UNIT));
    }

    @Test
    void fallsBackOnWhatIsOffered() {
        assertThat(Pivot.Choice.of("account", "organisation", PLAIN))
                .isEqualTo(new Pivot.Choice(Dimension.UNIT, Dimension.PERIOD));
        assertThat(Pivot.Choice.of("nothing", "period", PLAIN))
                .isEqualTo(new Pivot.Choice(Dimension.UNIT, Dimension.PERIOD));
    }
}
