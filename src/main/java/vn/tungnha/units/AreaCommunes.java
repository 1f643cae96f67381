package vn.tungnha.units;

import java.time.LocalDate;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which communes an area holds. Whoever calls it rebuilds the closure afterwards. */
@Component
@RequiredArgsConstructor
class AreaCommunes {

    private final JdbcClient jdbc;

    /** From a day on, each for as long as it lives; one that is there already stays as it is. */
    void join(long area, Collection<Long> communes, LocalDate from) {
        jdbc.sql("""
                        insert into area_commune (area_id, commune_id, valid_from, valid_to)
                        select :area, u.id, greatest(u.valid_from, :from), u.valid_to from unit u
                        where u.id = any(:communes) and u.level = 'COMMUNE' and u.valid_to >= :from
                        on conflict do nothing
                        """)
                .param("area", area)
                .param("communes", communes.toArray(Long[]::new))
                .param("from", from)
                .update();
    }

    void leave(long area, Collection<Long> communes, LocalDate from) {
        String which = " where area_id = :area and commune_id = any(:communes) and ";
        for (String sql : new String[] {
            "delete from area_commune" + which + "valid_from >= :from",
            "update area_commune set valid_to = :from::date - 1" + which + "valid_to >= :from"
        }) {
            jdbc.sql(sql)
                    .param("area", area)
                    .param("communes", communes.toArray(Long[]::new))
                    .param("from", from)
                    .update();
        }
    }
}
