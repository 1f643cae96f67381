/** Community models: who runs them where, what shows that they work, how they were judged, and who took them over. */
@ApplicationModule(allowedDependencies = {"units", "identity", "indicators", "shared :: desk"})
@NullMarked
package vn.tungnha.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
