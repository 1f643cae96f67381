package vn.tungnha.door;

import java.sql.Types;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.shared.VietnameseText;

/** What wards tell their people of themselves. */
@Service
@RequiredArgsConstructor
@Transactional
public class WardContacts {

    private static final int LONGEST = 160;
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;

    @Transactional(readOnly = true)
    public WardContact of(long ward) {
        return jdbc.sql("select version, phone, address, hours, daily_most from ward_contact where ward_id = ?")
                .param(ward)
                .query(WardContact.class)
                .optional()
                .orElse(WardContact.NONE);
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void write(long ward, WardContact told, CurrentUser user) {
        guard.require(user.scope(), Data.PEOPLE, ward);
        String phone = line("phone", told.phone());
        if (phone != null && !phone.matches("[0-9+ .()-]{3,20}")) {
            throw RuleBroken.at("phone", "door.error.ward-phone");
        }
        if (told.dailyMost() < 1 || told.dailyMost() > MOST) {
            throw RuleBroken.at("dailyMost", "door.error.daily-most", MOST);
        }
        WardContact before = of(ward);
        int changed = jdbc.sql("""
                        insert into ward_contact (ward_id, phone, address, hours, daily_most)
                        values (:ward, :phone, :address, :hours, :most)
                        on conflict (ward_id) do update set version = ward_contact.version + 1, phone = excluded.phone,
                            address = excluded.address, hours = excluded.hours, daily_most = excluded.daily_most
                        where ward_contact.version = :version""")
                .param("ward", ward)
                .param("phone", phone, Types.VARCHAR)
                .param("address", line("address", told.address()), Types.VARCHAR)
                .param("hours", line("hours", told.hours()), Types.VARCHAR)
                .param("most", told.dailyMost())
                .param("version", told.version())
                .update();
        if (changed == 0) {
            throw new Stale("ward contact", ward);
        }
        events.publishEvent(new Audited(
                "ward-contact.changed", "ward-contact", String.valueOf(ward), ward, before, of(ward), null));
    }

    private static @Nullable String line(String field, @Nullable String typed) {
        String text = typed == null ? "" : VietnameseText.normalise(typed);
        if (text.length() > LONGEST) {
            throw RuleBroken.at(field, "door.error.too-long", LONGEST);
        }
        return text.isEmpty() ? null : text;
    }
}
