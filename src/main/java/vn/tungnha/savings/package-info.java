/** "3 hơn": procedures handled faster than the law asks, and the working days people and enterprises were saved. */
@ApplicationModule(allowedDependencies = {"units", "identity", "indicators", "shared :: desk"})
@NullMarked
package vn.tungnha.savings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
