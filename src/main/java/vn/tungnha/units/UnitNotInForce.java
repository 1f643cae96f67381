package vn.tungnha.units;

import java.time.LocalDate;
import java.util.List;
import lombok.Getter;
import vn.tungnha.shared.NotFound;

/** No unit bears this code on this day; {@link #getSuccessors()} are what the last one that bore it became by then. */
@Getter
public class UnitNotInForce extends NotFound {

    private static final long serialVersionUID = 1L;

    private final String unitCode;
    private final LocalDate day;
    private final transient List<UnitView> successors;

    public UnitNotInForce(String code, LocalDate day, List<UnitView> successors) {
        super("unit", code + "@" + day);
        this.unitCode = code;
        this.day = day;
        this.successors = successors;
    }
}
