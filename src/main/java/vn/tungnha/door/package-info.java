/** The citizen's door: who helps me, when and where, and what I ask of my ward and its teams. */
@ApplicationModule(
        allowedDependencies = {
            "units",
            "identity",
            "teams",
            "visits",
            "activities",
            "indicators",
            "closing",
            "gateway",
            "notices",
            "shared :: desk",
            "shared :: table"
        })
@NullMarked
package vn.tungnha.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
