package vn.tungnha.door;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Names of streets and alleys by which a village is found: never a house, and none that fewer than three share. */
@Component
@RequiredArgsConstructor
class Alleys {

    private static final int MOST = 60;

    private final JdbcClient jdbc;

    /** Read anew each hour: a search without login never goes through the register itself. */
    @Order(100)
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 7 * * * *", zone = "Asia/Ho_Chi_Minh")
    public void refresh() {
        jdbc.sql("refresh materialized view concurrently public_alley").update();
    }

    /** @param patterns of which the folded name has to match every one */
    List<Found> matching(List<String> patterns) {
        return jdbc.sql("""
                        select village_id as village, alley from public_alley where ' ' || search || ' ' like all(:patterns)
                        order by length(search), search, village_id limit :most""")
                .param("patterns", patterns.toArray(String[]::new))
                .param("most", MOST)
                .query(Found.class)
                .list();
    }

    record Found(long village, String alley) {}
}
