package vn.tungnha.contests.bank;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** A question lies in the unit it belongs to; what is everybody's lies nowhere, and administrators alone keep it. */
@Component
@RequiredArgsConstructor
class QuestionPlaces implements PlaceResolver {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "quiz-question";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return jdbc.sql("select coalesce(unit_id, 0) from quiz_question where id = ?")
                .param(key(id))
                .query(Long.class)
                .optional()
                .map(unit -> unit == 0 ? Set.<Long>of() : Set.of(unit))
                .orElseThrow(() -> new NotFound("question", id));
    }

    private static UUID key(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("question", id);
        }
    }
}
