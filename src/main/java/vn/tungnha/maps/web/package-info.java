/** The page of a province's map layers. */
@NullMarked
package vn.tungnha.maps.web;

import org.jspecify.annotations.NullMarked;
