/** The trail: who changed what, when, from what to what. Only ever appended to. */
@ApplicationModule(allowedDependencies = {"identity", "identity :: login", "shared :: table"})
@NullMarked
package vn.tungnha.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
