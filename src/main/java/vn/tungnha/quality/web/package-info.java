/** The page of what should be looked at again. */
@NullMarked
package vn.tungnha.quality.web;

import org.jspecify.annotations.NullMarked;
