package vn.tungnha.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.shared.chart.Dumbbell;
import vn.tungnha.shared.chart.LineChart;
import vn.tungnha.shared.chart.Sparkline;

/**
 * The dashboard of a district, an area or a province: its parts compared by one indicator, in finished texts.
 *
 * @param whole the figure of the unit itself, with its fraction
 */
record AreaPage(
        BoardHead head,
        List<Segment> tabs,
        OwnRank.@Nullable Card own,
        ChangesCard.@Nullable Card changes,
        OrganisationCard.@Nullable Card organisations,
        String whole,
        String wholeUrl,
        String summary,
        String action,
        String indicator,
        List<Choice> indicators,
        List<Segment> levels,
        PartsMap.@Nullable Drawn map,
        String mapImage,
        String trendImage,
        RankingCard ranking,
        @Nullable Panel panel,
        TrendCard trend,
        @Nullable Conversion conversion,
        Attention attention,
        List<Notices.Notice> reminders) {

    /** Who needs attention, and why; {@code more} leads to all of them. */
    record Attention(List<Worry> worries, String more) {}

    /** A part somebody should look at. */
    record Worry(String name, String url, String level, List<String> reasons) {}

    /** The table of the parts. */
    record RankingCard(
            String title,
            String note,
            String unitColumn,
            String valueColumn,
            String barColumn,
            List<Line> lines,
            List<Choice> unknown,
            String unknownText,
            String csv,
            String xlsx) {}

    /** One part. */
    record Line(
            String rank,
            boolean shared,
            int moved,
            String movedText,
            String pickUrl,
            String name,
            String value,
            String cardUrl,
            Bullet bar,
            String fraction,
            int changeSign,
            String change,
            Sparkline trend,
            String level,
            boolean picked) {}

    /**
     * The part that was picked.
     *
     * @param figure what it is ranked by, with its fraction
     */
    record Panel(
            String title,
            String closeUrl,
            @Nullable String rank,
            @Nullable String rankNote,
            String figure,
            String beforeKey,
            String nowKey,
            List<Pair> pairs,
            List<Choice> others,
            String openUrl) {}

    /** One indicator in two periods. */
    record Pair(
            String name,
            String before,
            String now,
            @Nullable String fraction,
            Dumbbell dumbbell) {}

    /** The lines over time and the same as a table. */
    record TrendCard(
            String title,
            @Nullable LineChart chart,
            List<Choice> marked,
            List<Choice> addable,
            List<Choice> kept,
            List<String> periods,
            List<TrendLine> lines,
            String suffix) {}

    /** One part over the periods. */
    record TrendLine(String name, boolean marked, List<TrendCell> cells) {}

    /** @param amount the bare number for scripts, empty where there is none */
    record TrendCell(String text, String amount) {}

    /** The same figures under the units there are now. */
    record Conversion(String column, List<NewUnit> units) {}

    /** One unit of the new structure. */
    record NewUnit(
            String name,
            String url,
            String from,
            String value,
            String fraction,
            @Nullable String caution,
            boolean missing) {}
}
