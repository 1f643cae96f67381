/** What waits for somebody or has changed around them: told by the modules that know, marked as read by whoever has seen it. */
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package vn.tungnha.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
