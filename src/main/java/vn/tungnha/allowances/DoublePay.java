package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's day for which more than one team or programme would pay.
 *
 * @param programme by which it would be paid here
 * @param others where else
 */
public record DoublePay(Seat seat, LocalDate day, String programme, Verdict verdict, List<Other> others) {

    /** What becomes of it here. */
    public enum Verdict {
        /** Nobody has decided: not paid until somebody does. */
        OPEN,
        /** Paid here already, in a locked sheet: the others wait. */
        SETTLED,
        /** Paid here all the same, with a reason. */
        ACCEPTED
    }

    /**
     * @param commune that pays there
     * @param paid whether it stands in a locked sheet
     */
    public record Other(long team, long commune, String programme, boolean paid) {}
}
