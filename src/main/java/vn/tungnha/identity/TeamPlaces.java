package vn.tungnha.identity;

import java.time.LocalDate;
import java.util.Set;

/** What identity needs to know of teams, told by the teams module. */
public interface TeamPlaces {

    /** Villages a team looks after on a day; empty for a team that has ended. */
    Set<Long> villagesOf(long teamId, LocalDate day);

    /** The same; of a team that has ended by then, those of its last day. */
    Set<Long> lastVillagesOf(long teamId, LocalDate day);
}
