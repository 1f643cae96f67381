package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.UUID;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Somebody made up, and what the log has said of their accounts so far. */
@Getter
@RequiredArgsConstructor
final class Person {

    private final UUID id;
    private final int birthYear;
    private final boolean smartphone;
    private final LocalDate from;
    private final LocalDate to;

    /** One per account type: had it before anybody came. */
    private final boolean[] before;

    /** One per account type: the log says they hold it. */
    private final boolean[] holds;

    /** One per account type: the log says something. */
    private final boolean[] asked;

    int ageIn(int year) {
        return year - birthYear;
    }

    boolean livesHereOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
