package vn.tungnha.shared.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chart: a value per period, null where there is none.
 *
 * @param highlighted drawn with colour, marker, dash and end label; at most four are, the rest turn grey
 */
public record Series(String name, List<? extends @Nullable Number> values, boolean highlighted) {}
