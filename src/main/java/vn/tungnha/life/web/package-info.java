/** Pages of decisions and handovers. */
@NullMarked
package vn.tungnha.life.web;

import org.jspecify.annotations.NullMarked;
