package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.tungnha.shared.Choice;

/**
 * Offered as a bean by a module that knows who worked on which day. It is asked whenever a day sheet is shown or reckoned,
 * so that nothing is typed twice; it needs a constant number of statements and answers for all teams at once.
 */
public interface DutySource {

    /** @param to inclusive */
    List<Duty> of(Set<Long> teams, LocalDate from, LocalDate to);

    /** The kinds it tells of and how they are called: what rules may count, and what a ward may add by hand. */
    default List<Choice> kinds(Locale locale) {
        return List.of();
    }

    /** Where one of its duties is seen. */
    default Optional<String> address(Duty duty) {
        return Optional.empty();
    }
}
