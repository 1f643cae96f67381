/** How alike two entries of the register are, and why: arithmetic over names, years and places, without any table. */
@NullMarked
package vn.tungnha.households.likeness;

import org.jspecify.annotations.NullMarked;
