/** Reporting periods: what teams hand in, what wards lock, and what changed after that. */
@ApplicationModule(allowedDependencies = {"units", "identity", "teams", "indicators", "notices", "shared :: table"})
@NullMarked
package vn.tungnha.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
