/** Markets and trading streets: their stalls, what each takes instead of cash since when, and the codes they are paid by. */
@ApplicationModule(
        allowedDependencies = {
            "units",
            "identity",
            "households",
            "indicators",
            "visits",
            "shared :: desk",
            "shared :: table"
        })
@NullMarked
package vn.tungnha.markets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
