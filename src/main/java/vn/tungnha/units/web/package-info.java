/** Pages and JSON of the units. A module of its own, because it asks identity who may, and identity stands on units. */
@ApplicationModule(allowedDependencies = {"units", "identity", "shared :: desk", "shared :: table"})
@NullMarked
package vn.tungnha.units.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
