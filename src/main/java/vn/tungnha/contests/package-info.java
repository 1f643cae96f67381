/** Contests by question and answer on phones, the bank they draw on, and votes counted by two persons. */
@ApplicationModule(allowedDependencies = {"units", "identity", "teams", "visits", "shared :: table"})
@NullMarked
package vn.tungnha.contests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
