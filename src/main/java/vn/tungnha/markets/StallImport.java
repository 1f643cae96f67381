package vn.tungnha.markets;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Column.Nature;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.TakesBack;

/** Stalls of markets that are in the register, and what they have. */
@Component
@RequiredArgsConstructor
class StallImport implements ImportKind<CurrentUser> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("market", "Chợ, tuyến phố", "Market", "Chợ Tân Chính", "chợ", "tuyến phố", "tên chợ"),
            Column.optional("line", "Dãy", "Row", "A", "hàng", "lô", "khu"),
            Column.required("number", "Số quầy", "Stall number", "12", "quầy", "số sạp", "sạp", "số kiốt"),
            Column.optional("goods", "Mặt hàng", "Goods", "Trái cây", "ngành hàng", "hàng bán"),
            Column.optional("trader", "Tiểu thương", "Trader", "Trần Thị Bưởi", "họ tên", "tên tiểu thương", "chủ quầy")
                    .as(Nature.PERSON),
            Column.optional("phone", "Điện thoại", "Phone", "0905 123 112", "số điện thoại", "sđt", "đt")
                    .as(Nature.PHONE),
            Column.optional(
                    "ways", "Đang có", "Has", "Mã QR (MoMo, VNPAY); Máy quẹt thẻ", "cách nhận tiền", "thanh toán"));

    private final Stalls stalls;
    private final WayTexts texts;
    private final StallImportUndo undo;
    private final MarketAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public String code() {
        return "stalls";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> carried() {
        return List.of("market", "line");
    }

    @Override
    public TakesBack<CurrentUser> undoing() {
        return undo;
    }

    @Override
    public ImportReading open(CurrentUser user) {
        return new Reading(user, markets(user));
    }

    /** Open markets within reach, by name; two of one name are told apart by nobody. */
    private Map<String, List<UUID>> markets(CurrentUser user) {
        Map<String, List<UUID>> named = new HashMap<>();
        access.bind(
                        jdbc.sql("select m.id, m.name from market m where m.closed_on = :forever and "
                                + MarketAccess.SEEN),
                        user,
                        Data.PEOPLE)
                .param("forever", Days.FOREVER)
                .query(row -> {
                    named.computeIfAbsent(SortKeys.fold(row.getString("name")), name -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                });
        return named;
    }

    /** One file. */
    @RequiredArgsConstructor
    private final class Reading implements ImportReading {

        private final CurrentUser user;
        private final Map<String, List<UUID>> markets;
        private final Map<UUID, Set<String>> numbers = new HashMap<>();

        @Override
        public void check(RowCheck row) {
            UUID market = market(row);
            StallCommand stall = stall(row);
            ways(row);
            if (market != null && stall != null && !numbers(market).add(key(stall))) {
                row.present("number", "markets.import.present", key(stall));
            }
        }

        @Override
        public List<Made> store(List<RowCheck> rows) {
            List<UUID> made = new ArrayList<>();
            for (RowCheck row : rows) {
                UUID market = market(row);
                StallCommand stall = stall(row);
                Set<WayToken> ways = ways(row);
                if (market != null && stall != null) {
                    row.storing(() -> {
                        UUID id = stalls.add(UUID.randomUUID(), market, stall, user);
                        if (ways != null) {
                            stalls.put(id, ways, Days.today(clock), user);
                        }
                        made.add(id);
                    });
                }
            }
            return undo.made(made);
        }

        private @Nullable UUID market(RowCheck row) {
            String name = row.required("market");
            if (name == null) {
                return null;
            }
            List<UUID> found = markets.getOrDefault(SortKeys.fold(name), List.of());
            if (found.size() != 1) {
                row.error("market", found.isEmpty() ? "markets.import.no-market" : "markets.import.several", name);
                return null;
            }
            return found.get(0);
        }

        private @Nullable StallCommand stall(RowCheck row) {
            String number = row.required("number");
            String line = row.text("line");
            String phone = masked(row.text("phone")) ? null : row.phone("phone");
            return number == null
                    ? null
                    : new StallCommand(
                            line == null ? "" : line, number, row.text("goods"), row.text("trader"), phone, null);
        }

        /** Null where the cell is empty (nobody asked) or cannot be read. */
        private @Nullable Set<WayToken> ways(RowCheck row) {
            String text = row.text("ways");
            Set<WayToken> ways = text == null ? null : texts.read(text);
            if (text != null && ways == null) {
                row.error("ways", "markets.import.way", text);
            }
            return ways;
        }

        private Set<String> numbers(UUID market) {
            return numbers.computeIfAbsent(
                    market,
                    id -> new HashSet<>(jdbc.sql(
                                    "select line || ' ' || number from stall where market_id = :id and closed_on = :forever")
                            .param("id", id)
                            .param("forever", Days.FOREVER)
                            .query(String.class)
                            .list()));
        }

        /** In a file that was taken out here; the number stays as it is. */
        private static boolean masked(@Nullable String phone) {
            return phone != null && phone.startsWith("•");
        }

        private static String key(StallCommand stall) {
            return stall.line() + " " + stall.number();
        }
    }
}
