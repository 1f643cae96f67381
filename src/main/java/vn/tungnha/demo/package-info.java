/** Demonstration data: made-up field work around the published figures, loaded once (profile demo). */
@ApplicationModule(allowedDependencies = {"units", "identity", "teams", "households", "visits", "indicators", "closing"})
@NullMarked
package vn.tungnha.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
