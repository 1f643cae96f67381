/** Looks for figures and entries that can hardly be right, and shows them to whoever can mend them. */
@ApplicationModule(allowedDependencies = {"units", "identity", "indicators", "shared :: table"})
@NullMarked
package vn.tungnha.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
