/** Proposals to merge, split, move, rename and end units: previewed, approved by a second person, undone until a close. */
@ApplicationModule(allowedDependencies = {"units", "identity", "notices"})
@NullMarked
package vn.tungnha.units.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
