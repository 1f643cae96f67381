package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What teams need to know of visits, told by the module that logs them. */
public interface TeamActivity {

    /** The day of the last valid contact of each team; teams without one are absent. */
    Map<Long, LocalDate> lastLog(Collection<Long> teamIds);
}
