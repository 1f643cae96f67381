/** The frame around every page: layout, menu, error pages, languages, and the security chain. */
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package vn.tungnha.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
