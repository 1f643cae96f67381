package vn.tungnha.markets;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Stale;

/** Stalls as rows; what they have is kept by {@link StallWays}. */
@Repository
@RequiredArgsConstructor
class StallRows {

    static final String SELECT = """
            select s.id, s.version, s.market_id, s.household_id, s.line, s.number, s.goods, s.trader, s.phone_last3,
                   s.opened_on, s.closed_on, s.asked_on,
                   array(select y.way || coalesce(':' || y.provider, '') from stall_way y join pay_way t on t.code = y.way
                         left join pay_provider r on r.code = y.provider
                         where y.stall_id = s.id and :today between y.valid_from and y.valid_to
                         order by t.position, t.code, r.position, r.code) as ways,
                   exists (select from stall_way y join pay_way t on t.code = y.way and t.cashless
                           where y.stall_id = s.id and :today between y.valid_from and y.valid_to) as cashless,
                   (select (max(x.visited_at) at time zone 'Asia/Ho_Chi_Minh')::date from stall_visit x where x.stall_id = s.id) as visited_on,
                   exists (select from stall_visit x join market_round o on o.id = x.round_id
                           where x.stall_id = s.id and o.ended_on = '9999-12-31') as seen,
                   exists (select from stall_code c where c.stall_id = s.id and c.removed_at is null) as coded
            from stall s where\s""";

    private final JdbcClient jdbc;
    private final TraderSecrets secrets;

    Optional<StallView> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "s.id = :id")
                .param("id", id)
                .param("today", today)
                .query(StallRows::view)
                .optional();
    }

    /** Waits for whoever is writing this stall. */
    void lock(UUID id) {
        jdbc.sql("select 1 from stall where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    void add(UUID id, UUID market, StallCommand told, LocalDate opened, UUID account, Instant now) {
        unique(() -> bind(jdbc.sql("""
                        insert into stall (id, market_id, household_id, told_as, line, number, sort_key, goods, trader, phone_cipher,
                                           phone_last3, opened_on, search, created_by, created_at)
                        values (:id, :market, :household, :household, :line, :number, :sort, :goods, :trader, :cipher,
                                :last3, :opened, :search, :account, :now)"""), id, told)
                .param("market", market)
                .param("opened", opened)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update());
    }

    void edit(UUID id, int version, StallCommand told) {
        int changed = unique(() -> bind(jdbc.sql("""
                        update stall set version = version + 1, household_id = :household,
                               told_as = case when household_id = :household then told_as else :household end,
                               line = :line, number = :number, sort_key = :sort, goods = :goods, trader = :trader, search = :search,
                               phone_cipher = case when :keeps then phone_cipher else :cipher end,
                               phone_last3 = case when :keeps then phone_last3 else :last3 end
                        where id = :id and version = :version"""), id, told)
                .param("keeps", told.phone() == null)
                .param("version", version)
                .update());
        if (changed == 0) {
            throw new Stale("stall", id);
        }
    }

    void close(UUID id, int version, LocalDate day) {
        int changed = unique(() -> jdbc.sql(
                        "update stall set version = version + 1, closed_on = :day where id = :id and version = :version")
                .param("day", day)
                .param("id", id)
                .param("version", version)
                .update());
        if (changed == 0) {
            throw new Stale("stall", id);
        }
    }

    Optional<String> phone(UUID id) {
        return jdbc.sql("select phone_cipher from stall where id = ? and phone_cipher is not null")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(cipher -> new String(secrets.open(id, cipher), StandardCharsets.US_ASCII));
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID id, StallCommand told) {
        String phone = told.phone() == null || told.phone().isBlank() ? null : TraderSecrets.phone(told.phone());
        String line = told.line().strip();
        String number = told.number().strip();
        return statement
                .param("id", id)
                .param("household", told.household(), Types.OTHER)
                .param("line", line)
                .param("number", number)
                .param("sort", SortKeys.walking(line, number))
                .param("goods", blank(told.goods()), Types.VARCHAR)
                .param("trader", blank(told.trader()), Types.VARCHAR)
                .param(
                        "cipher",
                        phone == null ? null : secrets.seal(id, phone.getBytes(StandardCharsets.US_ASCII)),
                        Types.BINARY)
                .param("last3", phone == null ? null : phone.substring(phone.length() - 3), Types.VARCHAR)
                .param(
                        "search",
                        SortKeys.fold(Stream.of(line, number, told.goods(), told.trader())
                                .map(text -> text == null ? "" : text)
                                .reduce("", (all, text) -> all + " " + text)));
    }

    /** Two stalls of one market bear no number twice while both are open. */
    private static int unique(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw RuleBroken.at("number", "markets.error.number-taken");
        }
    }

    static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static StallView view(ResultSet row, int n) throws SQLException {
        return new StallView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("market_id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getString("line"),
                row.getString("number"),
                row.getString("goods"),
                row.getString("trader"),
                row.getString("phone_last3"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("asked_on", LocalDate.class),
                tokens(row.getArray("ways")),
                row.getBoolean("cashless"),
                row.getObject("visited_on", LocalDate.class),
                row.getBoolean("seen"),
                row.getBoolean("coded"));
    }

    static List<WayToken> tokens(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(WayToken::of).toList();
    }
}
