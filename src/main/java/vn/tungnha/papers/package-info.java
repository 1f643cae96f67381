/** Reports as they are handed in: forms, drafts filled with the figures, and the papers kept as they were sent. */
@ApplicationModule(allowedDependencies = {"units", "identity", "teams", "indicators", "closing", "shared :: table"})
@NullMarked
package vn.tungnha.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
