package vn.tungnha.shared.chart;

/** How much of a plan is done, as an arc; {@code dash} is empty while nothing is. */
public record Ring(String dash, String figure, String note, String title) {

    public static Ring of(long part, long whole, String figure, String note, String title) {
        double share = whole <= 0 ? 0 : Math.min(100, Math.max(0, part * 100.0 / whole));
        return new Ring(share <= 0 ? "" : Scale.px(share) + " 100", figure, note, title);
    }
}
