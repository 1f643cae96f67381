/** Geometry of the charts, reckoned here so that templates only print it. A missing value is null and stays a gap. */
@NamedInterface("chart")
@NullMarked
package vn.tungnha.shared.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
