package vn.tungnha.visits;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits by id, one writer at a time. */
@Repository
@RequiredArgsConstructor
class VisitRepository {

    /** First half of our advisory lock keys, so that nobody else's numbers meet ours. */
    private static final int VISIT_LOCK = 7301;

    private final EntityManager entities;
    private final JdbcClient jdbc;

    /** Waits for whoever is writing this visit, whether it exists yet or not. Taken before any other lock. */
    Optional<Visit> lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(:space, hashtext(:id))")
                .param("space", VISIT_LOCK)
                .param("id", id.toString())
                .query((row, n) -> 0)
                .list();
        return Optional.ofNullable(entities.find(Visit.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Visit> find(UUID id) {
        return Optional.ofNullable(entities.find(Visit.class, id));
    }

    boolean exists(UUID id) {
        return jdbc.sql("select exists (select from visit where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void add(Visit visit) {
        entities.persist(visit);
    }

    void flush() {
        entities.flush();
    }
}
