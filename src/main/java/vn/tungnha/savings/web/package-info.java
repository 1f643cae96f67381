/** Pages of the days saved. */
@NullMarked
package vn.tungnha.savings.web;

import org.jspecify.annotations.NullMarked;
