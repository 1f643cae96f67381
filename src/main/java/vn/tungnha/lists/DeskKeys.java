package vn.tungnha.lists;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;

/** Whether single letters work as keys for somebody: they can be switched off. */
@Service
@RequiredArgsConstructor
@Transactional
public class DeskKeys {

    private final JdbcClient jdbc;

    @Transactional(readOnly = true)
    public boolean on(CurrentUser user) {
        return jdbc.sql("select keys from desk_preference where account_id = :me")
                .param("me", user.accountId())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    public void turn(boolean on, CurrentUser user) {
        jdbc.sql("""
                        insert into desk_preference (account_id, keys) values (:me, :on)
                        on conflict (account_id) do update set keys = excluded.keys""").param("me", user.accountId()).param("on", on).update();
    }
}
