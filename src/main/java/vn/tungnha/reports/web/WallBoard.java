package vn.tungnha.reports.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.KpiTile;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** What of a saved view goes onto a big screen. Teams, members and residents have no part in it. */
@Component
@RequiredArgsConstructor
class WallBoard {

    private static final int LINES = 12;

    private final BoardPlace place;
    private final TileBoard tiles;
    private final AreaBoard areas;
    private final MatrixBoard matrix;
    private final PivotBoard pivots;
    private final PartsMap maps;
    private final Structures structures;

    /**
     * One picture: the tiles of a ward, the parts of a place in their order, or a page of all parts.
     *
     * @param note which tree, which period
     * @param trouble why it cannot be shown; everything else is empty then
     */
    record Wall(
            String title,
            String place,
            String note,
            List<KpiTile> tiles,
            @Nullable String key,
            PartsMap.@Nullable Drawn map,
            List<Line> lines,
            @Nullable MatrixPage matrix,
            @Nullable PivotPage pivot,
            @Nullable String trouble) {

        static Wall failed(String trouble) {
            return new Wall("", "", "", List.of(), null, null, List.of(), null, null, trouble);
        }
    }

    /** One part in its rank. */
    record Line(String rank, String name, String value, String level) {}

    Wall of(String address, CurrentUser user, Words words) {
        try {
            BoardRequest request = request(address);
            return wall(place.require(request, user), request, words);
        } catch (OutOfScope | NotFound | RuleBroken gone) {
            return Wall.failed(words.say("wall.gone"));
        }
    }

    private Wall wall(UnitView unit, BoardRequest request, Words words) {
        if (request.below().equals(BoardTabs.MATRIX)) {
            MatrixPage page = matrix.page(unit, request, words);
            return new Wall(
                    page.head().title(),
                    unit.fullName(),
                    note(unit, request, words),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    page,
                    null,
                    null);
        }
        if (request.below().equals(BoardTabs.PIVOT)) {
            PivotPage page = pivots.page(unit, request, words);
            return new Wall(
                    page.caption(),
                    unit.fullName(),
                    note(unit, request, words),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    null,
                    page,
                    null);
        }
        if (unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.VILLAGE) {
            return new Wall(
                    words.say("overview", words.period(request.period())),
                    unit.fullName(),
                    note(unit, request, words),
                    tiles.of(unit, request, words).tiles(),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null);
        }
        return compared(unit, request, words);
    }

    private Wall compared(UnitView unit, BoardRequest request, Words words) {
        AreaBoard.Compared compared = areas.compare(unit, request, words);
        return new Wall(
                words.name(compared.definition()),
                unit.fullName(),
                AreaSummary.of(unit, compared, words) + " · " + note(unit, request, words),
                List.of(),
                compared.whole().amount() == null ? null : compared.whole().shown(),
                maps.of(unit, compared.ranking(), null, request, words),
                compared.ranking().known().stream()
                        .limit(LINES)
                        .map(row -> new Line(
                                words.vn().number(row.rank()),
                                row.unit().name(),
                                row.reading().shown(),
                                row.reading().level()))
                        .toList(),
                null,
                null,
                null);
    }

    private String note(UnitView unit, BoardRequest request, Words words) {
        return words.title(request.period()) + " · " + structures.note(unit, request, words);
    }

    private BoardRequest request(String address) {
        UriComponents parts = UriComponentsBuilder.fromUriString(address).build();
        List<String> path = parts.getPathSegments();
        MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
        parts.getQueryParams()
                .forEach((name, values) -> values.forEach(value -> {
                    if (value != null) {
                        params.add(name, UriUtils.decode(value, "UTF-8"));
                    }
                }));
        BoardRequest request = place.request(path.get(1), params);
        return path.size() > 2 ? request.at("/" + path.get(2)) : request;
    }
}
