package vn.tungnha.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an official has on the desk already: a filter under a name. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoDesk {

    private final JdbcClient sql;

    void lay() {
        keep("teams", "Tổ ngừng ghi (minh họa)", "/teams?activity=STOPPED&sort=LAST_LOG");
        keep("visits", "Lượt cần xem (minh họa)", "/visits?show=ATTENTION");
    }

    private void keep(String list, String name, String address) {
        sql.sql("""
                        insert into list_filter (id, owner_id, list, name, address, created_at)
                        select :id, a.id, :list, :name, :address, now() from account a where a.username = 'tanchinh'""")
                .param("id", UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)))
                .param("list", list)
                .param("name", name)
                .param("address", address)
                .update();
    }
}
