package vn.tungnha.households;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Phones sealed before their hash was kept, or by a bulk load: found by the same number from the next start on. */
@Slf4j
@Component
@RequiredArgsConstructor
class PhoneHashes {

    private final JdbcClient jdbc;
    private final PersonalSecrets secrets;

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 30 0 * * *", zone = "Asia/Ho_Chi_Minh")
    public void fill() {
        UUID last = new UUID(0, 0);
        List<Sealed> missing = after(last);
        while (!missing.isEmpty()) {
            missing.forEach(this::fill);
            last = missing.get(missing.size() - 1).id();
            missing = after(last);
        }
    }

    private List<Sealed> after(UUID last) {
        return jdbc.sql("""
                        select id, phone_cipher from resident where phone_cipher is not null and phone_hash is null and id > :last
                        order by id limit 1000""")
                .param("last", last)
                .query((row, n) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("phone_cipher")))
                .list();
    }

    private void fill(Sealed one) {
        try {
            jdbc.sql("update resident set phone_hash = ? where id = ? and phone_cipher = ?")
                    .params(secrets.hashPhone(secrets.openPhone(one.id(), one.cipher())), one.id(), one.cipher())
                    .update();
        } catch (IllegalStateException sealedByAnotherKey) {
            log.warn("The phone of resident {} cannot be opened with the key of this installation", one.id());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(UUID id, byte[] cipher) {}
}
