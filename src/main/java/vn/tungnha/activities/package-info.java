/** What teams do together and where: classes, help desks, campaigns, who was there, and what came of it. */
@ApplicationModule(
        allowedDependencies = {
            "units",
            "identity",
            "identity :: login",
            "teams",
            "households",
            "visits",
            "indicators",
            "allowances",
            "papers",
            "papers :: print",
            "notices",
            "shared :: chart"
        })
@NullMarked
package vn.tungnha.activities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
