package vn.tungnha.door;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/** Procedures as the portal lists them. Addresses lead to sites of the government only. */
@Component
@RequiredArgsConstructor
class ProcedureImport implements ImportKind<CurrentUser>, TakesBack<CurrentUser> {

    private static final String SUBJECT = "procedure";
    private static final Map<String, Boolean> LEVELS =
            Map.of("toan trinh", true, "mot phan", false, "full", true, "partial", false);

    private final Procedures procedures;

    @Override
    public String code() {
        return "procedures";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "Mã thủ tục", "Code", "1.000000", "mã", "mã tthc"),
                Column.required("name", "Tên thủ tục", "Name", "Tên đúng như trên Cổng", "tên", "tên tthc"),
                Column.required("field", "Lĩnh vực", "Field", "Hộ tịch"),
                Column.required("level", "Mức độ", "Level", "toàn trình", "loại dvc", "mức"),
                Column.required(
                        "url", "Địa chỉ trên Cổng", "Address", "https://dichvucong.gov.vn/…", "link", "đường dẫn"),
                Column.optional("shown", "Hiện ra", "Shown", "có"));
    }

    @Override
    public ImportReading open(CurrentUser user) {
        return new Reading(user.has(Role.ADMIN));
    }

    @Override
    public TakesBack<CurrentUser> undoing() {
        return this;
    }

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        List<Staying> stay = new ArrayList<>();
        for (Made one : made) {
            Procedure now = procedures.find(one.ref()).orElse(null);
            if (now == null || !one.state().equals(String.valueOf(now.version()))) {
                stay.add(Staying.changed(one.ref(), now == null ? one.ref() : now.name()));
            }
        }
        return stay;
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        made.forEach(one -> procedures.remove(one.ref()));
    }

    /** One file. */
    @RequiredArgsConstructor
    private final class Reading implements ImportReading {

        private final boolean allowed;
        private final Map<String, Integer> firstRows = new HashMap<>();

        @Override
        public void check(RowCheck row) {
            Procedure read = read(row);
            if (!allowed) {
                row.error("", "door.error.procedures-role");
            }
            if (read == null) {
                return;
            }
            Integer first = firstRows.putIfAbsent(read.code(), row.getNumber());
            Procedure known = procedures.find(read.code()).orElse(null);
            if (first != null) {
                row.present("code", "imports.row.repeated", String.valueOf(first));
            } else if (known != null && same(known, read)) {
                row.present("code", "imports.row.present");
            } else if (known != null) {
                row.warning("code", "door.warning.procedure-known", known.name());
            }
        }

        @Override
        public List<Made> store(List<RowCheck> rows) {
            List<Made> made = new ArrayList<>();
            for (RowCheck row : rows) {
                Procedure read = Objects.requireNonNull(read(row));
                boolean fresh = procedures.find(read.code()).isEmpty();
                row.storing(() -> procedures.write(read));
                if (fresh) {
                    made.add(new Made(SUBJECT, read.code(), read.code(), "0"));
                }
            }
            return made;
        }

        private static boolean same(Procedure one, Procedure other) {
            return one.name().equals(other.name())
                    && one.field().equals(other.field())
                    && one.full() == other.full()
                    && one.url().equals(other.url())
                    && one.shown() == other.shown();
        }

        private static @Nullable Procedure read(RowCheck row) {
            String code = row.required("code");
            String name = row.required("name");
            String field = row.required("field");
            Boolean full = row.required("level") == null ? null : row.choice("level", LEVELS);
            String url = row.required("url");
            Boolean shown = row.yesOrNo("shown");
            if (url != null && !governmental(url)) {
                row.error("url", "door.error.procedure-url");
            }
            if (code != null && !code.matches("[0-9A-Za-z][\\w.-]{2,39}")) {
                row.error("code", "door.error.procedure-code");
            }
            if (code == null
                    || name == null
                    || field == null
                    || full == null
                    || url == null
                    || row.has(Finding.Level.ERROR)) {
                return null;
            }
            return new Procedure(code, 0, name, field, full, url, shown == null || shown);
        }

        private static boolean governmental(String url) {
            try {
                URI address = URI.create(url);
                return "https".equals(address.getScheme())
                        && address.getUserInfo() == null
                        && address.getHost() != null
                        && address.getHost().endsWith(".gov.vn");
            } catch (IllegalArgumentException unreadable) {
                return false;
            }
        }
    }
}
