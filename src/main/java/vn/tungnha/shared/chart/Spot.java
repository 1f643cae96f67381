package vn.tungnha.shared.chart;

/** A place on the earth in hundred-thousandths of a degree (about a metre), east and north. */
public record Spot(int x, int y) {

    public static final double PER_DEGREE = 100_000;

    public static Spot at(double east, double north) {
        return new Spot((int) Math.round(east * PER_DEGREE), (int) Math.round(north * PER_DEGREE));
    }
}
