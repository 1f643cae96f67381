package vn.tungnha.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.KpiTile;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Bullet;

/** The dashboard of a ward or a village, in finished texts. */
record WardPage(
        BoardHead head,
        List<Segment> tabs,
        List<KpiTile> tiles,
        OwnRank.@Nullable Card own,
        ChangesCard.@Nullable Card changes,
        @Nullable TeamsCard teams,
        List<Notices.Notice> notices,
        String noticesTitle,
        OrganisationCard.@Nullable Card organisations,
        FigureTable table) {

    /**
     * The ranking of teams.
     *
     * @param folded where the rows in between are left out: the address that shows them all
     */
    record TeamsCard(
            String title,
            List<String> columns,
            List<TeamLine> first,
            List<TeamLine> last,
            @Nullable String foldText,
            @Nullable String folded,
            @Nullable String unfolded,
            String csv,
            String xlsx) {}

    /** One team. */
    record TeamLine(
            String rank,
            boolean shared,
            int moved,
            String movedText,
            String url,
            String name,
            String village,
            String plan,
            Bullet planBar,
            String share,
            String ranked,
            String fraction,
            String count,
            String lastLog,
            String level) {}

    /** The same figures without pictures, for print and for those who listen. */
    record FigureTable(String caption, List<String> periods, List<FigureLine> lines, String csv, String xlsx) {}

    /** One indicator over the periods. */
    record FigureLine(
            String name,
            String url,
            String value,
            String fraction,
            String target,
            String level,
            String asOf,
            @Nullable String source,
            List<String> cells) {}
}
