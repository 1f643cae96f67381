/** The register of households and residents that every visit points to. */
@ApplicationModule(allowedDependencies = {"units", "identity", "teams", "notices", "shared :: desk", "shared :: table"})
@NullMarked
package vn.tungnha.households;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
