/** What other programs read and hear: limits and validators of the API, its description, the feed, and webhooks. */
@ApplicationModule(
        allowedDependencies = {"units", "identity", "identity :: login", "indicators", "closing", "shared :: table"})
@NullMarked
package vn.tungnha.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
