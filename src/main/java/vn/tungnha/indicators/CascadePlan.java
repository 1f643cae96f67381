package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be handed down; nothing of it is stored.
 *
 * @param total the target of the whole
 * @param people the measure by which it was split; null unless that is how
 * @param rows one for each part
 */
public record CascadePlan(
        Standing whole,
        BigDecimal total,
        Method method,
        @Nullable MeasureView people,
        List<Row> rows) {

    /** Whether most parts have nothing their share could be reckoned from, so that few would get it all. */
    public boolean isThin() {
        return method == Method.POPULATION && known() * 2 < rows.size();
    }

    /** How many parts have a share of their own. */
    public long known() {
        return rows.stream().filter(row -> row.basis() != null).count();
    }

    /** How a target is split. */
    public enum Method {
        POPULATION,
        PAST,
        EVEN,
        HAND
    }

    /**
     * One part.
     *
     * @param basis what its share was reckoned from; null = not known, so that it is left to hand
     * @param proposed null where nothing can be proposed
     * @param weight its denominator, for the average of rates
     */
    public record Row(
            Standing standing,
            @Nullable BigDecimal basis,
            @Nullable BigDecimal proposed,
            @Nullable BigDecimal weight) {}

    /** The average of rates over those parts whose denominator is known. */
    public static @Nullable BigDecimal average(
            Map<TargetPlace.Key, BigDecimal> rates, Map<TargetPlace.Key, @Nullable BigDecimal> weights) {
        return Shares.weighted(rates, weights);
    }
}
