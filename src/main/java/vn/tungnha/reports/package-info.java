/** Home page, dashboards, exports, search: what everybody's figures look like. */
@ApplicationModule(
        allowedDependencies = {
            "units",
            "identity",
            "identity :: login",
            "teams",
            "households",
            "visits",
            "indicators",
            "closing",
            "lists",
            "maps",
            "notices",
            "shared :: chart",
            "shared :: desk",
            "shared :: table"
        })
@NullMarked
package vn.tungnha.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
