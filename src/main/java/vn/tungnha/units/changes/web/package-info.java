/** Pages of proposals to change units. */
@NullMarked
package vn.tungnha.units.changes.web;

import org.jspecify.annotations.NullMarked;
