package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.NamedPlaces;
import vn.tungnha.identity.PlaceNames;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Column.Nature;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.TakesBack;
import vn.tungnha.units.UnitView;

/** Teams with their members from a file: one row per member, rows with the same team name make one team. */
@Component
@RequiredArgsConstructor
class TeamImport implements ImportKind<CurrentUser> {

    private static final String USUAL_KIND = "CNSCD";

    private static final List<Column> TEAM_COLUMNS = List.of(
            Column.optional("commune", "Phường, xã", "Commune", "Thanh Khê", "phường", "xã", "mã phường"),
            Column.required(
                    "team", "Tên tổ CNSCĐ", "Team", "Tổ 12", "tên tổ", "tổ cnscđ", "tổ công nghệ số cộng đồng", "tổ"),
            Column.optional("number", "Số tổ", "Number", "12", "số thứ tự tổ"),
            Column.required(
                    "villages",
                    "Tổ dân phố, thôn phụ trách",
                    "Villages",
                    "Tổ 12; Tổ 13",
                    "tổ dân phố",
                    "thôn",
                    "địa bàn",
                    "khu dân cư",
                    "địa bàn phụ trách"),
            Column.optional("kind", "Loại tổ", "Kind", "Tổ công nghệ số cộng đồng", "loại"),
            Column.optional(
                    "decisionNumber", "Số quyết định", "Decision number", "103/QĐ-UBND", "quyết định", "quyết định số"),
            Column.optional("decisionDate", "Ngày quyết định", "Decision date", "29/11/2023")
                    .as(Nature.DAY),
            Column.optional("signer", "Người ký", "Signer", "Nguyễn Thị Hồng").as(Nature.PERSON),
            Column.optional("establishedOn", "Hoạt động từ", "Established on", "29/11/2023", "ngày thành lập")
                    .as(Nature.DAY),
            Column.optional("responsible", "Đơn vị phụ trách", "Responsible", "Đoàn Thanh niên phường"));

    private final Teams teams;
    private final TeamImportUndo undo;
    private final TeamCatalogue catalogue;
    private final NamedPlaces places;
    private final Clock clock;

    @Override
    public String code() {
        return "teams";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(TEAM_COLUMNS);
        columns.addAll(MemberCells.COLUMNS);
        return columns;
    }

    @Override
    public List<String> carried() {
        return TEAM_COLUMNS.stream().map(Column::code).toList();
    }

    @Override
    public TakesBack<CurrentUser> undoing() {
        return undo;
    }

    @Override
    public ImportReading open(CurrentUser user) {
        return new Reading(user, Days.today(clock));
    }

    /** One file. */
    private final class Reading implements ImportReading {

        private final CurrentUser user;
        private final LocalDate today;
        private final PlaceNames names;
        private final MemberCells cells;
        private final KnownTeams known;
        private final Map<String, String> kinds = new HashMap<>();
        private final Map<String, Long> founded = new HashMap<>();
        private final Map<String, TeamCommand> told = new HashMap<>();

        Reading(CurrentUser user, LocalDate today) {
            this.user = user;
            this.today = today;
            this.names = places.of(user, Data.FIGURES);
            this.cells = new MemberCells(catalogue, catalogue.organisationBadges(), today);
            this.known = new KnownTeams(teams, user, today);
            for (Locale locale : List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH)) {
                catalogue.kinds(locale).forEach(kind -> {
                    kinds.put(SortKeys.fold(kind.text()), kind.value());
                    kinds.put(SortKeys.fold(kind.value()), kind.value());
                });
            }
        }

        @Override
        public void check(RowCheck row) {
            TeamLine read = read(row);
            if (read == null || row.has(Finding.Level.ERROR)) {
                return;
            }
            Long id = known.find(read.commune(), read.team().name());
            if (id == null && told.putIfAbsent(read.key(), read.team()) == null) {
                requireFirstDay(row, read.team());
                requireBegin(row, read);
            }
            if (read.member() != null) {
                known.check(row, read.key(), id, read.member());
            } else if (id != null) {
                row.present("team", "imports.row.present");
            }
        }

        @Override
        public List<Made> store(List<RowCheck> rows) {
            Set<Long> before = Set.copyOf(founded.values());
            Map<UUID, Long> members = new LinkedHashMap<>();
            for (RowCheck row : rows) {
                TeamLine read = read(row);
                if (read != null) {
                    row.storing(() -> store(read, members));
                }
            }
            List<Long> anew =
                    founded.values().stream().filter(id -> !before.contains(id)).toList();
            return undo.made(anew, members);
        }

        private void store(TeamLine read, Map<UUID, Long> members) {
            Long there = known.find(read.commune(), read.team().name());
            long id =
                    there == null ? founded.computeIfAbsent(read.key(), key -> teams.create(read.team(), user)) : there;
            if (read.member() != null) {
                members.put(teams.addMember(id, read.member(), user), id);
            }
        }

        private void requireFirstDay(RowCheck row, TeamCommand team) {
            if (team.establishedOn().isAfter(today)) {
                row.error("establishedOn", "imports.row.future");
            }
        }

        private void requireBegin(RowCheck row, TeamLine read) {
            read.villages().stream()
                    .filter(village -> read.team().establishedOn().isBefore(village.validFrom()))
                    .findFirst()
                    .ifPresent(village -> row.error(
                            "establishedOn", "imports.teams.before-village", village.fullName(), village.validFrom()));
        }

        private @Nullable TeamLine read(RowCheck row) {
            String name = row.required("team");
            Set<UnitView> villages = villages(row);
            String kind = row.choice("kind", kinds);
            Integer number = row.number("number", 1, 9999);
            LocalDate decided = row.day("decisionDate");
            LocalDate established = row.day("establishedOn");
            LocalDate from = established == null ? decided : established;
            MemberCommand member = cells.read(row, from);
            if (name == null || villages.isEmpty()) {
                return null;
            }
            UnitView home = villages.iterator().next();
            if (villages.stream().anyMatch(village -> !Objects.equals(village.parentId(), home.parentId()))) {
                row.error("villages", "imports.teams.two-communes");
            }
            Set<Long> others = new LinkedHashSet<>();
            villages.stream().skip(1).forEach(village -> others.add(village.id()));
            TeamCommand team = new TeamCommand(
                    name,
                    number,
                    kind == null ? USUAL_KIND : kind,
                    home.id(),
                    others,
                    null,
                    new Decision(row.text("decisionNumber"), decided, row.text("signer")),
                    row.text("responsible"),
                    null,
                    ChatGroup.NONE,
                    from == null ? today : from);
            return new TeamLine(
                    home.parentId() == null ? home.id() : home.parentId(), team, List.copyOf(villages), member);
        }

        private Set<UnitView> villages(RowCheck row) {
            Set<UnitView> found = new LinkedHashSet<>();
            String text = row.required("villages");
            if (text != null) {
                for (String one : text.split("[;,]")) {
                    UnitView village = one.isBlank() ? null : names.village(row, "villages", one.strip(), "commune");
                    if (village != null) {
                        found.add(village);
                    }
                }
            }
            return found;
        }
    }

    /** What a row says. */
    private record TeamLine(
            long commune,
            TeamCommand team,
            List<UnitView> villages,
            @Nullable MemberCommand member) {

        String key() {
            return commune + "|" + SortKeys.fold(team.name());
        }
    }
}
