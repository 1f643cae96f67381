/** Shapes of units as provinces hand them in: dated layers of outlines, for drawing and nothing else. */
@ApplicationModule(allowedDependencies = {"units", "identity", "shared :: chart"})
@NullMarked
package vn.tungnha.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
