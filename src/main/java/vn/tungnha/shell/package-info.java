/** The frame around every page: layout, menu, error pages, languages, and the security chain. */
@ApplicationModule(allowedDependencies = {"identity", "identity :: login", "units", "shared :: chart"})
@NullMarked
package vn.tungnha.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
