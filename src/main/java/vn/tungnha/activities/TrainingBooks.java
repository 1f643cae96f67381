package vn.tungnha.activities;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.teams.Trainings;

/** Members who were taught at a class that has been held are noted as trained in the lists of their teams. */
@Component
@RequiredArgsConstructor
class TrainingBooks {

    private final JdbcClient jdbc;
    private final Trainings trainings;

    void note(ActivityView activity) {
        if (activity.trains() && activity.held()) {
            List<UUID> taught =
                    jdbc.sql("""
                            select member_id from activity_person
                            where activity_id = ? and member_id is not null and not on_duty and present_at is not null""").param(activity.id()).query(UUID.class).list();
            trainings.attended(taught, activity.day());
        }
    }
}
