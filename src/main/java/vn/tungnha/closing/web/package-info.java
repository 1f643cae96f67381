/** Pages where periods are reported, approved, locked and compared. */
@NullMarked
package vn.tungnha.closing.web;

import org.jspecify.annotations.NullMarked;
