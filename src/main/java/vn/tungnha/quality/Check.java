package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Looks for one kind of fault, in any number of communes at a constant number of statements. */
interface Check {

    /** As in {@code quality_check}. */
    String code();

    List<Fault> find(Collection<Long> communes, LocalDate today, BigDecimal threshold);
}
