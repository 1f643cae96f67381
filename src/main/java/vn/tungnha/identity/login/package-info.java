/** How a person or a program gets in: passwords, lockout, remembered devices, API tokens. Built into the shell's chain. */
@NamedInterface("login")
@NullMarked
package vn.tungnha.identity.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
