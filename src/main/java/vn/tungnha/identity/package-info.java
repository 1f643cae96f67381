/** Accounts, roles, login, and the scope that every read and write goes through. */
@ApplicationModule(allowedDependencies = {"units", "shared :: desk", "shared :: table"})
@NullMarked
package vn.tungnha.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
