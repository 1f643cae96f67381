/** The life of teams on paper: decisions in the official form, and what one leader hands over to the next. */
@ApplicationModule(
        allowedDependencies = {"units", "identity", "teams", "closing", "papers", "papers :: print", "notices"})
@NullMarked
package vn.tungnha.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
