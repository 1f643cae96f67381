/** Files in: templates, dry run, storing, and what became of earlier files. Knows the other modules by ImportKind only. */
@ApplicationModule(allowedDependencies = {"units", "identity", "shared :: desk", "shared :: table"})
@NullMarked
package vn.tungnha.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
