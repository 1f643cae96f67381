/** Pages of the citizen's door, and of those who answer. */
@NullMarked
package vn.tungnha.door.web;

import org.jspecify.annotations.NullMarked;
