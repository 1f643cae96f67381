package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that is counted, reported or told by the statistics.
 *
 * @param addsOverUnits false: a higher unit shows its own value or nothing
 * @param basis what of the log is counted; null unless FIELD
 */
public record MeasureView(
        int id,
        String code,
        String nameVi,
        String nameEn,
        String unitVi,
        String unitEn,
        Source source,
        Adding addsOverTime,
        boolean addsOverUnits,
        @Nullable String basis,
        boolean fractions,
        boolean asked,
        boolean counting) {

    /** Stocks of a team itself, from the list of teams and their members. */
    static final Set<String> OF_TEAMS = Set.of("TEAMS", "MEMBERS", "TRAINED");

    /** Key of the words for where it comes from: what the registers of units, teams and reports tell, nobody wrote at a door. */
    public String origin() {
        return source == Source.FIELD && basis != null && (Registers.BASES.contains(basis) || OF_TEAMS.contains(basis))
                ? "REGISTER"
                : source.name();
    }

    /** Half a dossier is a slip of the pen, mostly a comma that was meant to group thousands. */
    boolean refuses(BigDecimal amount) {
        return !fractions && amount.stripTrailingZeros().scale() > 0;
    }

    boolean adds(Adding adding) {
        return addsOverTime == adding;
    }

    /** Where a number comes from; sources are never added or mixed. */
    public enum Source {
        FIELD,
        REPORTED,
        POPULATION,
        STATED
    }

    /** How it adds over time. */
    public enum Adding {
        FLOW,
        STOCK,
        DISTINCT
    }
}
