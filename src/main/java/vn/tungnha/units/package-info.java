/** Administrative units: dated versions, legal tree, areas beside it, successions. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.tungnha.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
