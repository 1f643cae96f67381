/** Attendance and allowance: who worked on which day, what the rules pay for it, and the sheet that is signed. */
@ApplicationModule(
        allowedDependencies = {"units", "identity", "closing", "papers", "papers :: print", "shared :: table"})
@NullMarked
package vn.tungnha.allowances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
