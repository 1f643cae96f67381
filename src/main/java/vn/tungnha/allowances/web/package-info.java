/** Pages where days are looked at and money is signed for. */
@NullMarked
package vn.tungnha.allowances.web;

import org.jspecify.annotations.NullMarked;
