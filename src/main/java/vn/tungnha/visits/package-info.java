/** Visits and what they changed for each person; account types, topics and reasons; the phone pages. */
@ApplicationModule(
        allowedDependencies = {
            "units",
            "identity",
            "teams",
            "households",
            "indicators",
            "closing",
            "notices",
            "allowances",
            "shared :: chart",
            "shared :: desk"
        })
@NullMarked
package vn.tungnha.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
