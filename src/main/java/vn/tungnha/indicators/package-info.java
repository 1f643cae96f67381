/** Measures, indicators, targets, reported and stated values, and the live counters behind every figure. */
@ApplicationModule(allowedDependencies = {"units", "identity", "notices", "shared :: chart", "shared :: table"})
@NullMarked
package vn.tungnha.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
