package vn.tungnha.visits;

import java.util.List;
import java.util.Locale;

/** Offered as a bean by a module that has something to say above a team's worklist of today, while there is a line. */
public interface TodayNotes {

    List<Line> of(long team, Locale locale);

    /** @param link where it is dealt with */
    record Line(String title, String note, String link) {}
}
