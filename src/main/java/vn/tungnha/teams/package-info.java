/** Community digital-technology teams: decisions, areas, members on dates, mergers and endings. */
@ApplicationModule(
        allowedDependencies = {"units", "identity", "identity :: login", "notices", "shared :: desk", "shared :: table"
        })
@NullMarked
package vn.tungnha.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
