/** Tables that come in from files and go out to them: what a module offers to be read in, and how cells are read. */
@NamedInterface("table")
@NullMarked
package vn.tungnha.shared.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
