package vn.tungnha.households;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;

/** Brings "where it is today" up to date when the day of a move entered beforehand has come. Figures go by the days. */
@Component
@EnableScheduling
@RequiredArgsConstructor
class PresentPlaces {

    private final JdbcClient jdbc;
    private final Clock clock;

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 1 0 * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    public void refresh() {
        jdbc.sql("""
                        update household h set village_id = p.village_id from household_placement p
                        where p.household_id = h.id and :today between p.valid_from and p.valid_to
                          and p.village_id <> h.village_id""").param("today", Days.today(clock)).update();
        jdbc.sql("""
                        update resident r set household_id = s.household_id, householder = false from residence s
                        where s.resident_id = r.id and :today between s.valid_from and s.valid_to
                          and s.household_id <> r.household_id""").param("today", Days.today(clock)).update();
        jdbc.sql("""
                        update resident r set status = 'PRESENT' from residence s
                        where s.resident_id = r.id and :today between s.valid_from and s.valid_to
                          and r.status = 'LEFT' and s.valid_to = '9999-12-31'""").param("today", Days.today(clock)).update();
    }
}
