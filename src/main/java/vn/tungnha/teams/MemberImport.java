package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.NamedPlaces;
import vn.tungnha.identity.PlaceNames;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.TakesBack;
import vn.tungnha.units.UnitView;

/** Members of teams that are in the register. */
@Component
@RequiredArgsConstructor
class MemberImport implements ImportKind<CurrentUser> {

    private final Teams teams;
    private final TeamImportUndo undo;
    private final TeamCatalogue catalogue;
    private final NamedPlaces places;
    private final Clock clock;

    @Override
    public String code() {
        return "members";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.optional("commune", "Phường, xã", "Commune", "Thanh Khê", "phường", "xã", "mã phường"),
                Column.required(
                        "team",
                        "Tên tổ CNSCĐ",
                        "Team",
                        "Tổ 12",
                        "tên tổ",
                        "tổ",
                        "tổ cnscđ",
                        "tổ công nghệ số cộng đồng")));
        MemberCells.COLUMNS.stream()
                .map(column -> column.code().equals("member")
                        ? new Column(
                                "member",
                                column.vi(),
                                column.en(),
                                true,
                                column.example(),
                                column.aliases(),
                                column.nature())
                        : column)
                .forEach(columns::add);
        return columns;
    }

    @Override
    public List<String> carried() {
        return List.of("commune", "team");
    }

    @Override
    public TakesBack<CurrentUser> undoing() {
        return undo;
    }

    @Override
    public ImportReading open(CurrentUser user) {
        LocalDate today = Days.today(clock);
        return new Reading(
                user,
                places.of(user, Data.FIGURES),
                new MemberCells(catalogue, catalogue.organisationBadges(), today),
                new KnownTeams(teams, user, today));
    }

    /** One file. */
    @RequiredArgsConstructor
    private final class Reading implements ImportReading {

        private final CurrentUser user;
        private final PlaceNames names;
        private final MemberCells cells;
        private final KnownTeams known;

        @Override
        public void check(RowCheck row) {
            row.required("member");
            Long team = team(row);
            MemberCommand member = cells.read(row, null);
            if (team != null && member != null && !row.has(Finding.Level.ERROR)) {
                known.check(row, String.valueOf(team), team, member);
            }
        }

        @Override
        public List<Made> store(List<RowCheck> rows) {
            Map<UUID, Long> members = new LinkedHashMap<>();
            for (RowCheck row : rows) {
                Long team = team(row);
                MemberCommand member = cells.read(row, null);
                if (team != null && member != null) {
                    row.storing(() -> members.put(teams.addMember(team, member, user), team));
                }
            }
            return undo.made(List.of(), members);
        }

        private @Nullable Long team(RowCheck row) {
            UnitView commune = names.commune(row, "commune");
            String name = row.required("team");
            if (commune == null || name == null) {
                return null;
            }
            Long team = known.find(commune.id(), name);
            if (team == null) {
                row.error("team", "imports.teams.no-team", name);
            }
            return team;
        }
    }
}
